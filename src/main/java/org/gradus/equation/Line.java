package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * One line of a rule: a symbol, the formula that defines it, and when and where the line applies.
 *
 * @param left the symbol defined
 * @param right its value
 * @param condition at which steps the line applies, a condition on scalars
 * @param where for which elements it applies, a condition on each
 */
public record Line(Symbol left, Expression right, Condition condition, Condition where) {
    /**
     * Checks that only what has a step has elements to choose from.
     *
     * @throws IllegalArgumentException if the symbol is the same at every step and there is a condition for its elements
     */
    public Line {
        if (left.index() instanceof Index.None && !(where instanceof Condition.Always)) {
            throw new IllegalArgumentException(
                    "equation: %s is the same at every step, so that 'where %s' has nothing to choose from; write 'if', or give it the subscript t"
                            .formatted(left.text(), where.text()));
        }
    }

    /**
     * A line for all elements.
     *
     * @param left the symbol defined
     * @param right its value
     * @param condition at which steps the line applies
     */
    public Line(Symbol left, Expression right, Condition condition) {
        this(left, right, condition, new Condition.Always());
    }

    /**
     * {@return a line read from the lecture's notation}
     *
     * <p>Symbols are letters with accents, digits and primes, and a subscript: {@code β1}, {@code m̂_t}, {@code v_{t−1}}, {@code g_0}. There are
     * {@code +}, {@code −}, {@code /}, products by writing side by side or with {@code ·}, {@code √}, {@code ²}, {@code ^t}, {@code ^{t+1}},
     * {@code |x|}, {@code ‖x‖}, {@code ⌊x⌋}, {@code pᵀq}, {@code Σ_{i=0}^{t−1} g_i²}, {@code max}, {@code min}, {@code Clip}, {@code sign},
     * {@code exp}, {@code cos}, {@code ln} and {@code ∇L(…)}. Products and quotients go from left to right: {@code η / x m} is (η / x) m. A
     * condition follows after a comma: {@code θ_t = θ_{t−1} − η m̂_t, if ρ_t ≤ 4 and t > 1} for some steps,
     * {@code θ_t = θ_{t−1}, where s_t = 0} for some elements. The same in ASCII: {@code theta_t = theta_{t-1} - eta mHat_t, if rho_t <= 4}.
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

    /** Whether the line applies at every step and to every element. */
    boolean applies() {
        return condition instanceof Condition.Always && where instanceof Condition.Always;
    }

    /** {@return the line in the lecture's notation} */
    public String text() {
        return text(Spelling.LECTURE);
    }

    /**
     * {@return the line in the lecture's notation or its form in ASCII; {@link #parse} reads both}
     *
     * @param spelling which of them
     * @throws IllegalArgumentException if a symbol has no spelling in ASCII
     */
    public String text(Spelling spelling) {
        return left.text(spelling) + " = " + right.text(spelling) + after(", if ", condition.text(spelling))
                + after(", where ", where.text(spelling));
    }

    /** {@return the line in LaTeX} */
    public String latex() {
        String when = after("\\text{if } ", condition.latex())
                + after(condition.latex().isEmpty() ? "\\text{where } " : ", \\text{ where } ", where.latex());
        return left.latex() + " &= " + right.latex() + after(" && ", when);
    }

    private static String after(String word, String condition) {
        return condition.isEmpty() ? "" : word + condition;
    }

    /**
     * {@return the line with its symbols and clock replaced, on both sides and in its condition}
     *
     * @param leaf as in {@link Expression#replace}; it gives symbols for symbols
     */
    public Line replace(UnaryOperator<Expression> leaf) {
        return new Line((Symbol) left.replace(leaf), right.replace(leaf), condition.replace(leaf), where.replace(leaf));
    }

    /**
     * {@return the line under a further condition}
     *
     * @param further what must hold as well
     */
    public Line when(Condition further) {
        return new Line(left, right, further.and(condition), where);
    }

    @Override
    public String toString() {
        return text();
    }
}
