package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * A symbol, such as {@code m̂_{t−1}} or {@code β1}.
 *
 * @param name the letter with its accents, digits and primes, and a subscript that is no step: {@code m̂}, {@code β1}, {@code ρ_∞}
 * @param index the step it belongs to
 */
public record Symbol(String name, Index index) implements Expression {
    @Override
    public double[] value(Values values) {
        return values.of(this);
    }

    @Override
    public String text() {
        return name + index.text();
    }

    @Override
    public String latex() {
        return Latex.symbol(name, index);
    }

    @Override
    public Binding binding() {
        return Binding.ATOM;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return leaf.apply(this);
    }
}
