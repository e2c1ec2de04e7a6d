package org.gradus.equation;

import java.util.function.UnaryOperator;

/** The clock t: the number of the update. */
public record Time() implements Expression {
    @Override
    public double[] value(Values values) {
        return new double[] {values.t()};
    }

    @Override
    public String text(Spelling spelling) {
        return "t";
    }

    @Override
    public String latex() {
        return "t";
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
