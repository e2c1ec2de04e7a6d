package org.gradus.optim.gradient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gradus.equation.Condition;
import org.gradus.equation.Equations;
import org.gradus.equation.GradientAt;
import org.gradus.equation.Index;
import org.gradus.equation.Line;
import org.gradus.equation.Symbol;

/**
 * Lines that define another gradient from that of the loss.
 *
 * @param gradient the symbol of the other gradient, such as {@code ḡ}
 * @param lines the lines, with the values of their constants
 */
record Treatment(String gradient, Equations lines) {
    private static final Symbol LOSS_GRADIENT = new Symbol("g", new Index.Relative(-1));

    /**
     * The equations of a rule that is given the other gradient. Where they have ∇L(…) themselves, a line g_{t−1} = ∇L(…) comes first of all.
     */
    Equations before(Equations rule) {
        Set<Line> loss = new LinkedHashSet<>();
        List<Line> rest = new ArrayList<>();
        for (Line line : rule.lines()) {
            if (line.left().equals(LOSS_GRADIENT)) {
                loss.add(line);
            } else {
                rest.add(line.replace(leaf -> {
                    if (leaf instanceof GradientAt) {
                        loss.add(new Line(LOSS_GRADIENT, leaf, new Condition.Always()));
                        return LOSS_GRADIENT;
                    }
                    return leaf;
                }));
            }
        }
        if (loss.size() > 1) {
            throw new IllegalArgumentException(
                    "gradient: a rule can be given one other gradient, but this one takes that of the loss at several points:\n"
                            + rule);
        }
        List<Line> first = new ArrayList<>(loss);
        first.addAll(lines.lines());
        return new Equations(first, lines.constants(), lines.givens())
                .then(new Equations(rest, rule.constants(), rule.givens()).renamed("g", gradient));
    }
}
