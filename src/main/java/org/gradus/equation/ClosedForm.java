package org.gradus.equation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Equations without memory at one step: line by line, each new value from the values of its line. */
final class ClosedForm implements Values {
    private final Equations equations;
    private final long t;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, Snapshot.Definition> definitions = new LinkedHashMap<>();

    ClosedForm(Equations equations, long t) {
        this.equations = equations;
        this.t = t;
    }

    Snapshot snapshot() {
        for (Line line : equations.lines()) {
            String symbol = line.left().general().text();
            boolean ofThisStep = !(line.left().index() instanceof Index.Fixed fixed) || fixed.at() == t;
            if (ofThisStep && !isDefined(symbol) && line.condition().holds(this)) {
                Snapshot.Definition definition = definitions.computeIfAbsent(symbol, name -> new Snapshot.Definition());
                definition.add(line, this);
                if (definition.isComplete()) {
                    values.put(symbol, definition.value());
                }
            }
        }
        definitions.keySet().retainAll(values.keySet());
        return new Snapshot(t, values, definitions);
    }

    private boolean isDefined(String symbol) {
        return definitions.containsKey(symbol) && definitions.get(symbol).isComplete();
    }

    @Override
    public double[] of(Symbol symbol) {
        double[] value = values.get(symbol.text());
        if (value != null) {
            return value;
        }
        Double constant = symbol.text().equals(Symbol.PI)
                ? Double.valueOf(Math.PI)
                : equations.constants().get(symbol.text());
        if (constant != null) {
            return new double[] {constant};
        }
        Given given = equations.givens().get(symbol.name());
        if (given != null && symbol.index() instanceof Index.Relative relative) {
            return given.at(t + relative.offset(), 1).clone();
        }
        throw symbol.index() instanceof Index.Relative relative && relative.offset() < 0
                ? new IllegalStateException(
                        "equation: %s has no value at t = %s; a line before its use must define it from the same t alone, in\n%s"
                                .formatted(symbol.text(), t, equations))
                : equations.noValue(symbol, "t = " + t);
    }

    @Override
    public long t() {
        return t;
    }

    @Override
    public double[] gradient(double[] point) {
        throw new IllegalStateException(
                "equation: there is no gradient, which only a rule's steps have, in\n" + equations);
    }
}
