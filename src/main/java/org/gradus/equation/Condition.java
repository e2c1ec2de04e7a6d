package org.gradus.equation;

import java.util.function.UnaryOperator;

/** When a line applies. */
public sealed interface Condition {

    /**
     * {@return whether it holds}
     *
     * @param values the values of the symbols
     */
    boolean holds(Values values);

    /** {@return the condition in the lecture's notation} */
    String text();

    /** {@return the condition in LaTeX} */
    String latex();

    /**
     * {@return the condition with its symbols and clock replaced}
     *
     * @param leaf as in {@link Expression#replace}
     */
    Condition replace(UnaryOperator<Expression> leaf);

    /**
     * {@return this condition and a further one at once}
     *
     * @param further looked at only where this one holds
     */
    default Condition and(Condition further) {
        if (this instanceof Always) {
            return further;
        }
        return further instanceof Always ? this : new And(this, further);
    }

    /** At every step. */
    record Always() implements Condition {
        @Override
        public boolean holds(Values values) {
            return true;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public String latex() {
            return "";
        }

        @Override
        public Condition replace(UnaryOperator<Expression> leaf) {
            return this;
        }
    }

    /**
     * a &lt; b and its kin, of two scalars; anything else is refused when it is asked for.
     *
     * @param left a
     * @param relation how they are to be related
     * @param right b
     */
    record Comparison(Expression left, Relation relation, Expression right) implements Condition {
        @Override
        public boolean holds(Values values) {
            return relation.holds(scalar(left.value(values)), scalar(right.value(values)));
        }

        private double scalar(double[] value) {
            if (value.length != 1) {
                throw new IllegalStateException("equation: '%s' compares a vector of %d numbers; give it a scalar"
                        .formatted(text(), value.length));
            }
            return value[0];
        }

        @Override
        public String text() {
            return left.text() + " " + relation.sign() + " " + right.text();
        }

        @Override
        public String latex() {
            return left.latex() + " " + relation.latex() + " " + right.latex();
        }

        @Override
        public Condition replace(UnaryOperator<Expression> leaf) {
            return new Comparison(left.replace(leaf), relation, right.replace(leaf));
        }
    }

    /**
     * Two conditions at once; the second is looked at only where the first holds. Use {@link Condition#and}.
     *
     * @param first the first, which is no And itself: a and (b and c)
     * @param second the second
     */
    record And(Condition first, Condition second) implements Condition {
        /** Brings (a and b) and c, which reads the same, into the form a and (b and c). */
        public And {
            while (first instanceof And pair) {
                first = pair.first;
                second = new And(pair.second, second);
            }
        }

        @Override
        public boolean holds(Values values) {
            return first.holds(values) && second.holds(values);
        }

        @Override
        public String text() {
            return first.text() + " and " + second.text();
        }

        @Override
        public String latex() {
            return first.latex() + " \\text{ and } " + second.latex();
        }

        @Override
        public Condition replace(UnaryOperator<Expression> leaf) {
            return new And(first.replace(leaf), second.replace(leaf));
        }
    }
}
