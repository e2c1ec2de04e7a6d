package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * a b: the product, element by element.
 *
 * @param left a
 * @param right b
 */
public record Product(Expression left, Expression right) implements Expression {
    @Override
    public double[] value(Values values) {
        return Elementwise.map(left.value(values), right.value(values), (a, b) -> a * b);
    }

    @Override
    public String text() {
        String second = Brackets.text(right, Binding.POWER);
        return Brackets.text(left, Binding.PRODUCT) + (Character.isDigit(second.charAt(0)) ? "·" : " ") + second;
    }

    @Override
    public String latex() {
        String second = Brackets.latex(right, Binding.POWER);
        return Brackets.latex(left, Binding.PRODUCT)
                + (Character.isDigit(second.charAt(0)) ? " \\cdot " : "\\, ")
                + second;
    }

    @Override
    public Binding binding() {
        return Binding.PRODUCT;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Product(left.replace(leaf), right.replace(leaf));
    }
}
