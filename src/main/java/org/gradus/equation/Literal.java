package org.gradus.equation;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/**
 * A number.
 *
 * @param number the number, finite and not negative
 */
public record Literal(double number) implements Expression {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative, which is a {@link Negative}, infinite or NaN
     */
    public Literal {
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "equation: a number must be finite and at least 0, found %s; write −a as Negative"
                            .formatted(number));
        }
        number += 0.0; // −0 becomes 0
    }

    @Override
    public double[] value(Values values) {
        return new double[] {number};
    }

    @Override
    public String text(Spelling spelling) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    @Override
    public String latex() {
        return text(Spelling.LECTURE);
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
