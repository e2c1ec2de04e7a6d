package org.gradus.optim.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.gradus.equation.Equations;
import org.gradus.equation.Index;
import org.gradus.equation.Line;
import org.gradus.equation.Symbol;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.TensorRule;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/**
 * A rule whose momentum λ, or β1, follows a schedule, as the 1cycle policy has it: it falls while η rises, and the other way. Around SGDM:
 *
 * <pre>
 * a = p T − 1
 * s_t = min(t − 1, T − 1)
 * λ_t = λ′_0 + (λ_{max} − λ′_0) (min(s_t, 2 a − s_t) / a), if s_t ≤ 2 a
 * λ_t = λ′_0 + (λ_{end} − λ′_0) ((s_t − 2 a) / (T − 1 − 2 a))
 * m_0 = 0
 * m_t = λ_t m_{t−1} + η g_{t−1}
 * θ_t = θ_{t−1} − m_t
 * </pre>
 *
 * <p>The schedule counts the updates of the whole run: a run that is forked goes on with it, as it does with η. Where the rule corrects for
 * starting at 0, as Adam does with 1 − β1^t, it does so with the present value, as PyTorch's {@code OneCycleLR} makes it.
 *
 * <p><b>State:</b> the rule's. <b>Defaults:</b> none; Smith and Topin go from 0.95 to 0.85 and back. <b>Example:</b>
 * {@code new Cycled("λ", new OneCycle(0.95, 0.85, 0.95, 1000, 0.45), Sgdm::new)}
 *
 * <p><b>Reference:</b> Smith 2018, A disciplined approach to neural network hyper-parameters, <a
 * href="https://arxiv.org/abs/1803.09820">arXiv 1803.09820</a>, section 4.2. <b>Differs from the paper in</b> nothing.
 *
 * @param symbol the symbol that follows the schedule, λ or β1
 * @param course its value at each update
 * @param rule makes the rule from one value
 */
public record Cycled(String symbol, Schedule course, DoubleFunction<UpdateRule> rule) implements UpdateRule {
    /**
     * Checks that the rule has such a symbol.
     *
     * @throws IllegalArgumentException if it has not, computes something a step ahead, or the schedule's first value lies outside its domain
     */
    public Cycled {
        UpdateRule first = TensorRule.vectorRule(rule.apply(course.at(0)), "cycled");
        if (!first.equations().constants().containsKey(symbol)) {
            throw new IllegalArgumentException("cycled: %s has no %s to follow a schedule, only %s"
                    .formatted(
                            first.name(), symbol, first.equations().constants().keySet()));
        }
        boolean standsAhead = first.equations().takeGradientElsewhere()
                && !first.equations().names().contains("g");
        if (standsAhead) {
            throw new IllegalArgumentException(
                    "cycled: %s has the model stand where the next gradient is wanted, when %s may have another value by then; use another rule, such as nag"
                            .formatted(first.name(), symbol));
        }
        for (Line line : first.equations().lines()) {
            if (line.left().index() instanceof Index.Relative index && index.offset() > 0) {
                throw new IllegalArgumentException(
                        "cycled: %s computes %s a step ahead, when %s may have another value by then; use another rule"
                                .formatted(first.name(), line.left().text(), symbol));
            }
        }
    }

    private UpdateRule at(long update) {
        return rule.apply(course.at(update - 1));
    }

    @Override
    public String name() {
        return "cycled(" + at(1).name() + ")";
    }

    @Override
    public Equations equations() {
        Equations still = at(1).equations();
        Map<String, Double> constants = new LinkedHashMap<>(still.constants());
        constants.remove(symbol);
        Symbol constant = new Symbol(symbol, new Index.None());
        Symbol moving = new Symbol(symbol, new Index.Relative(0));
        Equations around = new Equations(
                still.lines().stream()
                        .map((Line line) -> line.replace(leaf -> leaf.equals(constant) ? moving : leaf))
                        .toList(),
                constants,
                still.givens());
        return followed().apartFrom(around).then(around);
    }

    /** The schedule's lines, which are about η and whose t = 0 is the first update, about the symbol and t = 1. */
    private Equations followed() {
        Equations followed = course.equations().later(1);
        for (String name : followed.names()) {
            if (name.equals("η") || name.startsWith("η_")) {
                followed = followed.renamed(name, symbol + name.substring(1));
            }
        }
        return followed;
    }

    @Override
    public String judged() {
        return at(1).judged();
    }

    @Override
    public void check(Step step) {
        at(step.update()).check(step);
    }

    @Override
    public State init(int size) {
        return State.of(this, size).around(at(1).init(size), Set.of());
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        at(step.update()).update(theta, next, g, state.inner(), step);
    }

    /** What follows what, as in {@code sgdm whose λ follows OneCycle[…]}. */
    @Override
    public String toString() {
        return "%s whose %s follows %s".formatted(at(1).name(), symbol, course);
    }
}
