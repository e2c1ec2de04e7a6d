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

    /**
     * {@return for which elements it holds: one answer for all of them, or one for each}
     *
     * @param values the values of the symbols
     */
    boolean[] elements(Values values);

    /** {@return the condition in the lecture's notation} */
    default String text() {
        return text(Spelling.LECTURE);
    }

    /**
     * {@return the condition in the lecture's notation or its form in ASCII}
     *
     * @param spelling which of them
     */
    String text(Spelling spelling);

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
        public boolean[] elements(Values values) {
            return new boolean[] {true};
        }

        @Override
        public String text(Spelling spelling) {
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
     * a &lt; b and its kin: of two scalars after {@code if}, where anything else is refused when it is asked for; element by element after
     * {@code where}. No comparison with NaN holds but ≠.
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

        @Override
        public boolean[] elements(Values values) {
            double[] a = left.value(values);
            double[] b = right.value(values);
            boolean[] holds = new boolean[Elementwise.size(a.length, b.length)];
            for (int i = 0; i < holds.length; i++) {
                holds[i] = relation.holds(a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]);
            }
            return holds;
        }

        private double scalar(double[] value) {
            if (value.length != 1) {
                throw new IllegalStateException(
                        "equation: 'if %s' compares a vector of %s numbers; give it a scalar, or write 'where' for each element"
                                .formatted(text(), value.length));
            }
            return value[0];
        }

        @Override
        public String text(Spelling spelling) {
            return left.text(spelling) + " " + spelling.sign(relation.sign()) + " " + right.text(spelling);
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
     * Two conditions at once; after {@code if} the second is looked at only where the first holds. Use {@link Condition#and}.
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
        public boolean[] elements(Values values) {
            boolean[] a = first.elements(values);
            boolean[] b = second.elements(values);
            boolean[] both = new boolean[Elementwise.size(a.length, b.length)];
            for (int i = 0; i < both.length; i++) {
                both[i] = a[a.length == 1 ? 0 : i] && b[b.length == 1 ? 0 : i];
            }
            return both;
        }

        @Override
        public String text(Spelling spelling) {
            return first.text(spelling) + " and " + second.text(spelling);
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
