package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * A × B: the product of matrices. Each element is a chain of fused multiply-adds, from the first column of A to the last; a number stands for
 * that multiple of the identity.
 *
 * @param left A
 * @param right B
 */
public record Times(Expression left, Expression right) implements Expression {
    private static final String SIGN = "×";

    @Override
    public double[] value(Values values) {
        return product(Matrix.of(left, values), Matrix.of(right, values), values);
    }

    /** Σ_k |a_ik| |b_kj|: a sum may cancel, but is no more exact than its terms. */
    @Override
    public double[] largestTerm(Values values) {
        return product(
                Matrix.of(left, values).magnitudes(), Matrix.of(right, values).magnitudes(), values);
    }

    private static double[] product(Matrix a, Matrix b, Values values) {
        return a.times(b).numbers(values);
    }

    @Override
    public String text(Spelling spelling) {
        return Binding.PRODUCT.text(left, spelling) + " " + spelling.sign(SIGN) + " "
                + Binding.POWER.text(right, spelling);
    }

    @Override
    public String latex() {
        return Binding.PRODUCT.latex(left) + " \\, " + Binding.POWER.latex(right);
    }

    @Override
    public Binding binding() {
        return Binding.PRODUCT;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Times(left.replace(leaf), right.replace(leaf));
    }
}
