package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * Σ_{i=from}^{to} a_i: a sum over steps, from the earliest to the latest. Its bounds say which steps, as subscripts do.
 *
 * @param index the index i
 * @param from its first value
 * @param to its last value
 * @param body a_i
 */
public record Summation(String index, Expression from, Expression to, Expression body) implements Expression {
    @Override
    public double[] value(Values values) {
        double[] sum = {0};
        long last = (long) to.value(values)[0];
        for (long i = (long) from.value(values)[0]; i <= last; i++) {
            sum = Elementwise.map(sum, body.value(values.with(index, i)), Double::sum);
        }
        return sum;
    }

    @Override
    public String text() {
        return "Σ_{%s=%s}^{%s} %s".formatted(index, from.text(), to.text(), Brackets.text(body, Binding.POWER));
    }

    @Override
    public String latex() {
        String letter = new Symbol(index, new Index.None()).latex();
        return "\\sum_{%s=%s}^{%s} %s".formatted(letter, from.latex(), to.latex(), Brackets.latex(body, Binding.POWER));
    }

    @Override
    public Binding binding() {
        return Binding.SUM;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        UnaryOperator<Expression> ofSubscript = each -> each instanceof Time ? each : leaf.apply(each);
        return new Summation(index, from.replace(ofSubscript), to.replace(ofSubscript), body.replace(leaf));
    }
}
