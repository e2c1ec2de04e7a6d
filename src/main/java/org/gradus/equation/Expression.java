package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * A formula as a tree. From the one tree come its value, its text and its LaTeX.
 *
 * <p>A value is an array of one number (a scalar) or of as many as there are parameters (a vector); every operation works element by element,
 * and a scalar stands for a vector of equal numbers. To {@link Times}, and to the functions of matrices, values are matrices, row by row.
 */
public sealed interface Expression
        permits Literal,
                Symbol,
                Time,
                Negative,
                Sum,
                Product,
                Quotient,
                PowerOf,
                Call,
                Dot,
                Times,
                Transposed,
                Summation,
                GradientAt {

    /**
     * {@return the value}
     *
     * @param values the values of the symbols
     */
    double[] value(Values values);

    /**
     * {@return the magnitude of the largest term of a sum, element by element; of any other formula its own}
     *
     * <p>It is what rounding errors are measured against: a sum is no more exact than the last digit of its largest term.
     *
     * @param values the values of the symbols
     */
    default double[] largestTerm(Values values) {
        return Elementwise.map(value(values), Math::abs);
    }

    /** {@return the formula in the lecture's notation; {@link Line#parse} reads it} */
    default String text() {
        return text(Spelling.LECTURE);
    }

    /**
     * {@return the formula in the lecture's notation or its form in ASCII; {@link Line#parse} reads both}
     *
     * @param spelling which of them
     * @throws IllegalArgumentException if a symbol has no spelling in ASCII
     */
    String text(Spelling spelling);

    /** {@return the formula in LaTeX's notation for mathematics} */
    String latex();

    /** {@return how tightly the outermost operation binds} */
    Binding binding();

    /**
     * {@return the formula with its symbols, clock and gradients replaced}
     *
     * @param leaf what to put in place of a {@link Symbol}, {@link Time} or {@link GradientAt}: itself, to leave it
     */
    Expression replace(UnaryOperator<Expression> leaf);

    /** How tightly an operation binds its operands, from loosest to tightest. */
    enum Binding {
        /** a + b, a − b and −a. */
        SUM,
        /** a b and a / b, from left to right: η / x m is (η / x) m. */
        PRODUCT,
        /** a^b, √a and aᵀb. */
        POWER,
        /** A number, a symbol, or something in brackets of its own. */
        ATOM;

        /** The operand's text, in brackets if it binds less tightly than this. */
        String text(Expression operand, Spelling spelling) {
            String text = operand.text(spelling);
            return operand.binding().compareTo(this) < 0 ? "(" + text + ")" : text;
        }

        /** The operand's LaTeX, in brackets if it binds less tightly than this. */
        String latex(Expression operand) {
            String latex = operand.latex();
            return operand.binding().compareTo(this) < 0 ? "\\left(" + latex + "\\right)" : latex;
        }
    }
}
