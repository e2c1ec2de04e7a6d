package org.gradus.equation;

import java.util.Set;
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
        return values.sum(this, (long) from.value(values)[0], (long) to.value(values)[0]);
    }

    /** A sum so far, with the terms of further steps added, from the earliest to the latest. */
    double[] add(double[] soFar, long first, long last, Values values) {
        double[] sum = soFar;
        for (long i = first; i <= last; i++) {
            sum = Elementwise.map(sum, body.value(values.with(index, i)), Double::sum);
        }
        return sum;
    }

    /** Whether a term depends on its step and on constants, but neither on the present step nor on the learning rate, which changes. */
    boolean isOverStepsAlone(Set<String> constants) {
        boolean[] alone = {!body.text().contains("Σ")}; // a sum inside has bounds of its own
        body.replace(leaf -> {
            boolean ofItsStep = leaf instanceof Symbol symbol
                    && (symbol.index().equals(new Index.Named(index))
                            || symbol.index() instanceof Index.None
                                    && constants.contains(symbol.name())
                                    && !symbol.name().equals(Recurrence.LEARNING_RATE));
            alone[0] &= ofItsStep;
            return leaf;
        });
        return alone[0];
    }

    @Override
    public String text(Spelling spelling) {
        return "%s_{%s=%s}^{%s} %s"
                .formatted(
                        spelling.sign("Σ"),
                        spelling.name(index),
                        from.text(spelling),
                        to.text(spelling),
                        Binding.POWER.text(body, spelling));
    }

    @Override
    public String latex() {
        String letter = new Symbol(index, new Index.None()).latex();
        return "\\sum_{%s=%s}^{%s} %s".formatted(letter, from.latex(), to.latex(), Binding.POWER.latex(body));
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
