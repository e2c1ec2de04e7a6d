package org.gradus.view.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.equation.Line;
import org.gradus.equation.RuleNames;
import org.gradus.landscape.Ackley;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Reddi;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.Rules;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.dialect.Dialect;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.junit.jupiter.api.Named;

/** Traces to present. */
final class Traces {
    private Traces() {}

    /** Every rule but the dialects, whose lines have the same forms, where no map is drawn, some with more than one phase, one that diverges, and one on a problem with a feasible set. */
    static Stream<Named<Trace>> all() {
        Stream<Trace> rules = RuleNames.ofVectors()
                .map(Rules::named)
                .filter(rule -> !(rule instanceof Dialect))
                .map(Traces::trace);
        Stream<Trace> others = Stream.of(
                trace(new RAdam()),
                trace(new Lookahead(new Sgdm(), 3, 0.8, Pullback.RESET)),
                switching(),
                diverging(),
                projected());
        return Stream.concat(rules, others).map(Traces::named);
    }

    private static Trace trace(UpdateRule rule) {
        return Trace.of(rule, 0.02, new IllConditioned(3, 10), 12);
    }

    private static Named<Trace> named(Trace trace) {
        return Named.of(trace.rule().name() + " on " + trace.landscape().name(), trace);
    }

    /** Steps so long that the landscape brings θ back at each. */
    static Trace projected() {
        return Trace.of(new Sgd(), 0.5, new Reddi(), 4);
    }

    /** SWATS with a tolerance so wide that it switches at step 2. */
    static Trace switching() {
        return Trace.of(new Swats(0.9, 0.999, 1e-9, 0.01), 0.1, new IllConditioned(3, 10), 6);
    }

    /** It passes the largest double at once. */
    static Trace diverging() {
        return Trace.of(new Sgd(), 1e200, new IllConditioned(3, 10), 4);
    }

    static Trace tenDimensional() {
        return Trace.of(new Adam(), 0.05, new Ackley(10), 3);
    }

    /** A trace of a rule that divides at some steps, with numbers chosen by hand. */
    static Trace written() {
        WrittenRule rule = new WrittenRule("by-hand");
        List<Line> lines = rule.equations().lines();
        Map<String, double[]> first = new LinkedHashMap<>();
        first.put("η", new double[] {0.5});
        first.put("m̂_t", new double[] {-12.25, 1e-7});
        first.put("u_t", new double[] {0});
        first.put("θ_t", new double[] {1, 2.5});
        Map<String, double[]> second = new LinkedHashMap<>();
        second.put("η", new double[] {0.5});
        second.put("m̂_t", new double[] {3, Double.NaN});
        second.put("θ_t", new double[] {Double.POSITIVE_INFINITY, -1.0 / 3});
        second.put("u_t", new double[] {1, 2});
        second.put("γ_t", new double[] {123456789});
        return new Trace(
                rule,
                new Constant(0.5),
                new Rosenbrock(),
                List.of(-1.5, 2.0),
                List.of(
                        new TraceStep(1, 10, first, Map.of("m̂_t", List.of(lines.get(1))), Optional.empty()),
                        new TraceStep(2, 0.125, second, Map.of("θ_t", List.of(lines.get(2))), Optional.empty())));
    }
}
