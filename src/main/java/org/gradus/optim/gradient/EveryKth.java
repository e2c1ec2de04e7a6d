package org.gradus.optim.gradient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gradus.equation.Condition;
import org.gradus.equation.Equations;
import org.gradus.equation.Given;
import org.gradus.equation.Index;
import org.gradus.equation.Line;
import org.gradus.equation.Literal;
import org.gradus.equation.Quotient;
import org.gradus.equation.Relation;
import org.gradus.equation.Symbol;
import org.gradus.equation.Time;

/**
 * Equations that take one step in every k: what they compute at step n is computed at step k n. The number t becomes t / k, and v_1 becomes v_k.
 *
 * @param equations the equations as they are when every step counts
 * @param symbol the symbol of k
 * @param k how many steps
 */
record EveryKth(Equations equations, Symbol symbol, int k) {
    private static final Index BEFORE = new Index.Relative(-1);
    private static final String LOSS_GRADIENT = "g";

    /** The equations on the slow clock. The gradient of the loss is there at every step all the same. */
    Equations slow() {
        Equations slow = equations
                .onClock(new Quotient(new Time(), symbol))
                .when(new Condition.Comparison(symbol, Relation.DIVIDES, new Time()));
        Set<String> gradients = gradients();
        Set<String> summed = new TreeSet<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < slow.lines().size(); i++) {
            Line fast = equations.lines().get(i);
            Line line = fast.left().name().equals(LOSS_GRADIENT)
                    ? fast
                    : slow.lines().get(i);
            lines.add(line.replace(leaf -> {
                if (leaf instanceof Symbol found && found.index() instanceof Index.Named) {
                    summed.add(found.name());
                }
                return leaf instanceof Symbol found ? moved(found, gradients) : leaf;
            }));
        }
        gradients.remove(LOSS_GRADIENT);
        summed.retainAll(gradients);
        summed.forEach(name -> addZero(lines, name));
        return new Equations(lines, equations.constants(), slowGivens());
    }

    /** The gradient of the loss and what lines make of it: the symbols of t−1. */
    private Set<String> gradients() {
        Set<String> names = new HashSet<>(Set.of(LOSS_GRADIENT));
        for (Line line : equations.lines()) {
            if (line.left().index().equals(BEFORE)) {
                names.add(line.left().name());
            }
        }
        return names;
    }

    /** v_1 becomes v_k; and g_0, the gradient for step 1, becomes the one for step k. */
    private Symbol moved(Symbol found, Set<String> gradients) {
        if (found.index() instanceof Index.Fixed fixed) {
            boolean gradient = gradients.contains(found.name());
            long at = gradient ? (fixed.at() + 1) * k - 1 : fixed.at() * k;
            return new Symbol(found.name(), new Index.Fixed(at));
        }
        return found;
    }

    /** At the steps in between, a gradient that is summed over all steps is 0. */
    private static void addZero(List<Line> lines, String gradient) {
        int last = lines.size() - 1;
        while (!lines.get(last).left().name().equals(gradient)) {
            last--;
        }
        lines.add(last + 1, new Line(lines.get(last).left(), new Literal(0), new Condition.Always()));
    }

    /** Random numbers and the like are those of the inner step. */
    private Map<String, Given> slowGivens() {
        Map<String, Given> slow = new LinkedHashMap<>();
        equations.givens().forEach((name, given) -> slow.put(name, (t, size) -> given.at(t / k, size)));
        return slow;
    }
}
