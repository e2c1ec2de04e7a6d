package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * Aᵀ: a matrix with rows and columns exchanged. It stands in a {@linkplain Times product of matrices}; a number is its own transpose.
 *
 * @param matrix A
 */
public record Transposed(Expression matrix) implements Expression {
    /** Its name in ASCII: transpose(A). */
    static final String WORD = "transpose";

    @Override
    public double[] value(Values values) {
        return Matrix.of(matrix, values).transposed().numbers(values);
    }

    @Override
    public String text(Spelling spelling) {
        return spelling == Spelling.ASCII
                ? WORD + "(" + matrix.text(spelling) + ")"
                : Binding.ATOM.text(matrix, spelling) + "ᵀ";
    }

    @Override
    public String latex() {
        return "{" + Binding.ATOM.latex(matrix) + "}^\\top";
    }

    @Override
    public Binding binding() {
        return Binding.POWER;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Transposed(matrix.replace(leaf));
    }
}
