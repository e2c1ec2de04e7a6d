package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * a / b, element by element; 0 where b is 0: a parameter that never had a gradient does not move.
 *
 * @param dividend a
 * @param divisor b
 */
public record Quotient(Expression dividend, Expression divisor) implements Expression {
    @Override
    public double[] value(Values values) {
        return Elementwise.map(dividend.value(values), divisor.value(values), (a, b) -> b == 0 ? 0 : a / b);
    }

    @Override
    public String text() {
        return Brackets.text(dividend, Binding.PRODUCT) + " / " + Brackets.text(divisor, Binding.POWER);
    }

    @Override
    public String latex() {
        return "\\frac{" + dividend.latex() + "}{" + divisor.latex() + "}";
    }

    @Override
    public Binding binding() {
        return Binding.PRODUCT;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Quotient(dividend.replace(leaf), divisor.replace(leaf));
    }
}
