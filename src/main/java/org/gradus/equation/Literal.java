package org.gradus.equation;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/**
 * A number.
 *
 * @param number the number, not negative
 */
public record Literal(double number) implements Expression {
    @Override
    public double[] value(Values values) {
        return new double[] {number};
    }

    @Override
    public String text() {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    @Override
    public String latex() {
        return text();
    }

    @Override
    public Binding binding() {
        return Binding.ATOM;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return this;
    }
}
