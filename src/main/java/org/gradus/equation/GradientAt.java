package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * ∇L(x): the gradient of the loss at a point.
 *
 * @param point x
 */
public record GradientAt(Expression point) implements Expression {
    @Override
    public double[] value(Values values) {
        return values.gradient(point.value(values));
    }

    @Override
    public String text(Spelling spelling) {
        return spelling.sign("∇L") + "(" + point.text(spelling) + ")";
    }

    @Override
    public String latex() {
        return "\\nabla L\\left(" + point.latex() + "\\right)";
    }

    @Override
    public Binding binding() {
        return Binding.ATOM;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return leaf.apply(new GradientAt(point.replace(leaf)));
    }
}
