package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * −a.
 *
 * @param operand a
 */
public record Negative(Expression operand) implements Expression {
    @Override
    public double[] value(Values values) {
        return Elementwise.map(operand.value(values), a -> -a);
    }

    @Override
    public String text() {
        return "−" + Brackets.text(operand, Binding.PRODUCT);
    }

    @Override
    public String latex() {
        return "-" + Brackets.latex(operand, Binding.PRODUCT);
    }

    @Override
    public Binding binding() {
        return Binding.SUM;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Negative(operand.replace(leaf));
    }
}
