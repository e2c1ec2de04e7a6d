package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * aᵀb: the scalar product of two vectors, summed from the first element to the last.
 *
 * @param left a
 * @param right b
 */
public record Dot(Expression left, Expression right) implements Expression {
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
    public String text() {
        return Brackets.text(left, Binding.ATOM) + "ᵀ" + Brackets.text(right, Binding.ATOM);
    }

    @Override
    public String latex() {
        return Brackets.latex(left, Binding.ATOM) + "^\\top " + Brackets.latex(right, Binding.ATOM);
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
