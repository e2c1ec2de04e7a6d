package org.gradus.equation;

import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * A symbol, such as {@code m̂_{t−1}} or {@code β1}.
 *
 * @param name the letter with its accents, digits and primes, and a subscript that is no step: {@code m̂}, {@code β1}, {@code ρ_∞}
 * @param index the step it belongs to
 */
public record Symbol(String name, Index index) implements Expression {
    /** The one symbol that has its value from nobody: 3.14159… */
    static final String PI = "π";

    /** Brings an accent, which may be a character of its own or one with its letter, into one form. */
    public Symbol {
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** {@return a symbol from its text, such as m̂_t} */
    static Symbol parse(String text) {
        return new Parser(text).symbolAlone();
    }

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

    /** {@return this symbol with another name} */
    Symbol named(String other) {
        return new Symbol(other, index);
    }

    /** {@return a symbol of a certain step under its general name: v_1 as v_t} */
    Symbol general() {
        return index instanceof Index.Fixed ? new Symbol(name, new Index.Relative(0)) : this;
    }
}
