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
    public String text(Spelling spelling) {
        return spelling.sign("−") + Binding.PRODUCT.text(operand, spelling);
    }

    @Override
    public String latex() {
        return "-" + Binding.PRODUCT.latex(operand);
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
