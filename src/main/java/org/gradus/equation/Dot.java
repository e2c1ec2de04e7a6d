package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * aᵀb: the scalar product of two vectors, summed from the first element to the last.
 *
 * @param left a
 * @param right b
 */
public record Dot(Expression left, Expression right) implements Expression {
    /** Its name in ASCII: dot(a, b). */
    static final String WORD = "dot";

    @Override
    public double[] value(Values values) {
        return new double[] {of(left.value(values), right.value(values))};
    }

    static double of(double[] a, double[] b) {
        double sum = 0;
        for (double product : Elementwise.map(a, b, (x, y) -> x * y)) {
            sum += product;
        }
        return sum;
    }

    @Override
    public String text(Spelling spelling) {
        return spelling == Spelling.ASCII
                ? WORD + "(" + left.text(spelling) + ", " + right.text(spelling) + ")"
                : Binding.ATOM.text(left, spelling) + "ᵀ" + Binding.ATOM.text(right, spelling);
    }

    @Override
    public String latex() {
        return Binding.ATOM.latex(left) + "^\\top " + Binding.ATOM.latex(right);
    }

    @Override
    public Binding binding() {
        return Binding.POWER;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Dot(left.replace(leaf), right.replace(leaf));
    }
}
