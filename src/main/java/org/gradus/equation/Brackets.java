package org.gradus.equation;

/** Operands in round brackets, where the notation needs them. */
final class Brackets {
    private Brackets() {}

    /** The operand's text, in brackets if it binds less tightly than it has to. */
    static String text(Expression operand, Expression.Binding least) {
        return operand.binding().compareTo(least) < 0 ? "(" + operand.text() + ")" : operand.text();
    }

    /** The operand's LaTeX, in brackets if it binds less tightly than it has to. */
    static String latex(Expression operand, Expression.Binding least) {
        return operand.binding().compareTo(least) < 0 ? "\\left(" + operand.latex() + "\\right)" : operand.latex();
    }
}
