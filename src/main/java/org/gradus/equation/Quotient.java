package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * a / b, element by element, as IEEE 754 has it: a / 0 is ±∞, and 0 / 0 is NaN.
 *
 * @param dividend a
 * @param divisor b
 */
public record Quotient(Expression dividend, Expression divisor) implements Expression {
    @Override
    public double[] value(Values values) {
        return Elementwise.map(dividend.value(values), divisor.value(values), (a, b) -> a / b);
    }

    @Override
    public String text(Spelling spelling) {
        return Binding.PRODUCT.text(dividend, spelling) + " / " + Binding.POWER.text(divisor, spelling);
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
