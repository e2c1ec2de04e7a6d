package org.gradus.equation;

/** What a formula is computed from. */
public interface Values {

    /**
     * {@return the value of a symbol}
     *
     * @param symbol the symbol
     * @throws IllegalStateException if it has none
     */
    double[] of(Symbol symbol);

    /** {@return the clock t} */
    long t();

    /** {@return how many rows the parameters have, seen as a matrix; 1 where there is none} */
    default int rows() {
        return 1;
    }

    /** {@return how many columns they have} */
    default int columns() {
        return 1;
    }

    /**
     * {@return the gradient of the loss}
     *
     * @param point where
     */
    double[] gradient(double[] point);

    /**
     * {@return a sum over steps}
     *
     * @param sum the sum
     * @param first its first step
     * @param last its last step; before the first for the sum of nothing, which is 0
     */
    default double[] sum(Summation sum, long first, long last) {
        return sum.add(new double[] {0}, first, last, this);
    }

    /**
     * {@return the same values, with an index of a sum bound}
     *
     * @param index the index, such as {@code i}
     * @param at its value
     */
    default Values with(String index, long at) {
        Values outer = this;
        return new Values() {
            @Override
            public double[] of(Symbol symbol) {
                boolean bound = symbol.index() instanceof Index.Named named
                        && named.name().equals(index);
                return outer.of(bound ? new Symbol(symbol.name(), new Index.Fixed(at)) : symbol);
            }

            @Override
            public long t() {
                return outer.t();
            }

            @Override
            public int rows() {
                return outer.rows();
            }

            @Override
            public int columns() {
                return outer.columns();
            }

            @Override
            public double[] gradient(double[] point) {
                return outer.gradient(point);
            }
        };
    }
}
