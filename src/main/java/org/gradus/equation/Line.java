package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * One line of a rule: a symbol, the formula that defines it, and when the line applies.
 *
 * @param left the symbol defined
 * @param right its value
 * @param condition when the line applies
 */
public record Line(Symbol left, Expression right, Condition condition) {

    /**
     * {@return a line read from the lecture's notation}
     *
     * <p>Symbols are letters with accents, digits and primes, and a subscript: {@code β1}, {@code m̂_t}, {@code v_{t−1}}, {@code g_0}. There are
     * {@code +}, {@code −}, {@code /}, products by writing side by side or with {@code ·}, {@code √}, {@code ²}, {@code ^t}, {@code ^{t+1}},
     * {@code |x|}, {@code ‖x‖}, {@code ⌊x⌋}, {@code pᵀq}, {@code Σ_{i=0}^{t−1} g_i²}, {@code max}, {@code min}, {@code Clip}, {@code cos},
     * {@code ln} and {@code ∇L(…)}. Products and quotients go from left to right: {@code η / x m} is (η / x) m. A condition follows after a
     * comma: {@code θ_t = θ_{t−1} − η m̂_t, if ρ_t ≤ 4 and t > 1}.
     *
     * @param text the line
     * @throws IllegalArgumentException if it cannot be read; the message shows where
     */
    public static Line parse(String text) {
        return new Parser(text).line();
    }

    /** {@return whether the line is for one step after the start, such as {@code v_1 = g_0²}} */
    boolean isForOneLaterStep() {
        return left.index() instanceof Index.Fixed fixed && fixed.at() > 0;
    }

    /** {@return the line in the lecture's notation} */
    public String text() {
        String when = condition.text();
        return left.text() + " = " + right.text() + (when.isEmpty() ? "" : ", if " + when);
    }

    /** {@return the line in LaTeX} */
    public String latex() {
        String when = condition.latex();
        return left.latex() + " &= " + right.latex() + (when.isEmpty() ? "" : " && \\text{if } " + when);
    }

    /**
     * {@return the line with its symbols and clock replaced, on both sides and in its condition}
     *
     * @param leaf as in {@link Expression#replace}; it gives symbols for symbols
     */
    public Line replace(UnaryOperator<Expression> leaf) {
        return new Line((Symbol) left.replace(leaf), right.replace(leaf), condition.replace(leaf));
    }

    /**
     * {@return the line under a further condition}
     *
     * @param further what must hold as well
     */
    public Line when(Condition further) {
        return new Line(left, right, further.and(condition));
    }

    @Override
    public String toString() {
        return text();
    }
}
