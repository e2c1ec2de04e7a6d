package org.gradus.equation;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A function of one or more formulas, such as √v or max(a, b).
 *
 * @param function the function
 * @param arguments its arguments
 */
public record Call(Function function, List<Expression> arguments) implements Expression {
    /** Keeps a copy of the arguments, which nobody can change. */
    public Call {
        arguments = List.copyOf(arguments);
    }

    @Override
    public double[] value(Values values) {
        return function.value(arguments.stream().map(a -> a.value(values)).toList(), values);
    }

    @Override
    public String text(Spelling spelling) {
        return function.text(arguments, spelling);
    }

    @Override
    public String latex() {
        return function.latex(arguments);
    }

    @Override
    public Binding binding() {
        return function == Function.SQRT ? Binding.POWER : Binding.ATOM;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Call(function, arguments.stream().map(a -> a.replace(leaf)).toList());
    }
}
