package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * a + b or a − b.
 *
 * @param left a
 * @param right b
 * @param minus whether b is taken away
 */
public record Sum(Expression left, Expression right, boolean minus) implements Expression {
    @Override
    public double[] value(Values values) {
        return Elementwise.map(left.value(values), right.value(values), (a, b) -> minus ? a - b : a + b);
    }

    @Override
    public double[] largestTerm(Values values) {
        return Elementwise.map(left.largestTerm(values), right.largestTerm(values), Math::max);
    }

    @Override
    public String text(Spelling spelling) {
        return left.text(spelling) + " " + (minus ? spelling.sign("−") : "+") + " "
                + Binding.PRODUCT.text(right, spelling);
    }

    @Override
    public String latex() {
        return left.latex() + (minus ? " - " : " + ") + Binding.PRODUCT.latex(right);
    }

    @Override
    public Binding binding() {
        return Binding.SUM;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Sum(left.replace(leaf), right.replace(leaf), minus);
    }
}
