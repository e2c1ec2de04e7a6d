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

    /** Brings the name into one form: accents in one character with their letters where there is one, and θ for {@code theta}. */
    public Symbol {
        int subscript = name.indexOf('_');
        String head = subscript < 0 ? name : name.substring(0, subscript);
        // NFKC also takes the micro sign for the letter μ, and ϵ for ε
        name = Normalizer.normalize(Spelling.head(head) + name.substring(head.length()), Normalizer.Form.NFKC);
    }

    /**
     * {@return the one form of a symbol's name: ḡ for g with a macron behind it, m̂ for {@code mHat} and {@code m_hat}}
     *
     * @param name the name, in the lecture's spelling or in ASCII; a step, as in m̂_t, is left out
     * @throws IllegalArgumentException if it is no symbol
     */
    public static String canonical(String name) {
        return parse(name).name();
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
    public String text(Spelling spelling) {
        return spelling.name(name) + index.text(spelling);
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
