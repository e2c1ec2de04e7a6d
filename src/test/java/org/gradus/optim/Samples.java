package org.gradus.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gradus.optim.after.Sam;
import org.gradus.optim.rule.Cycled;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.schedule.OneCycle;

/** The subjects of the tests that hold for every rule, from the catalog: each with its defaults, and at the corners of its domains. */
final class Samples {
    private static final double[] CANDIDATES = {0, 1e-300, 0.5, Math.nextDown(1.0), 1, 1e6};

    private Samples() {}

    /** Every rule of the catalog with its defaults. */
    static Stream<UpdateRule> usual() {
        return Rules.names().stream().map(Rules::named);
    }

    /** Every rule of the catalog with its defaults, with one hyper-parameter at a time at a corner, and with all of them there. */
    static Stream<UpdateRule> all() {
        return Rules.names().stream()
                .flatMap(name -> corners(name).stream()
                        .map(set -> Rules.named(name, set))
                        .distinct());
    }

    /** Every rule with its defaults, and with all hyper-parameters as low and as high as can be. */
    static Stream<UpdateRule> few() {
        return Rules.names().stream()
                .flatMap(name -> Stream.of(Map.<String, Double>of(), extreme(name, true), extreme(name, false))
                        .distinct()
                        .map(set -> Rules.named(name, set)));
    }

    private static Set<Map<String, Double>> corners(String name) {
        Set<Map<String, Double>> corners = new LinkedHashSet<>();
        corners.add(Map.of());
        Set<String> keys = Rules.hyperparameters(name).keySet();
        keys.forEach(key -> {
            List<Double> values = accepted(name, key);
            corners.add(Map.of(key, values.get(0)));
            corners.add(Map.of(key, values.get(values.size() - 1)));
        });
        corners.add(extreme(name, true));
        corners.add(extreme(name, false));
        Map<String, Double> noMemory = new LinkedHashMap<>();
        keys.stream().filter(key -> key.startsWith("beta")).forEach(key -> noMemory.put(key, 0.0));
        keys.stream().filter(key -> key.startsWith("epsilon")).forEach(key -> noMemory.put(key, 1e-300));
        corners.add(Map.copyOf(noMemory));
        noMemory.replace("beta1", 0.9); // m remembers a spike that v has forgotten
        corners.add(Map.copyOf(noMemory));
        return corners;
    }

    private static Map<String, Double> extreme(String name, boolean lowest) {
        Map<String, Double> extreme = new LinkedHashMap<>();
        for (String key : Rules.hyperparameters(name).keySet()) {
            List<Double> values = accepted(name, key);
            extreme.put(key, values.get(lowest ? 0 : values.size() - 1));
        }
        return extreme;
    }

    /** The candidates that lie in a hyper-parameter's domain. */
    private static List<Double> accepted(String name, String key) {
        return DoubleStream.of(CANDIDATES)
                .filter(value -> isAccepted(name, key, value))
                .boxed()
                .toList();
    }

    private static boolean isAccepted(String name, String key, double value) {
        try {
            Rules.named(name, Map.of(key, value));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The rules around a rule, in all ways there are. */
    static List<UpdateRule> around(UpdateRule rule) {
        if (rule instanceof TensorRule) {
            return List.of(); // which none around others can be
        }
        List<UpdateRule> around = lookaheads(rule);
        Set<String> constants = rule.equations().constants().keySet();
        boolean elsewhere = rule.equations().text().contains("∇L"); // which they refuse
        boolean ahead = elsewhere || rule.equations().text().contains("_{t+1} = ");
        if (!elsewhere) {
            around.add(new Sam(rule, 0.3));
        }
        if (!ahead && (constants.contains("β1") || constants.contains("λ"))) {
            around.add(cycled(rule, constants.contains("β1") ? "beta1" : "lambda"));
        }
        return around;
    }

    /** Lookahead around a rule in all ways there are. */
    static List<UpdateRule> lookaheads(UpdateRule rule) {
        List<UpdateRule> lookaheads = new ArrayList<>();
        if (rule instanceof TensorRule) {
            return lookaheads;
        }
        Set<String> remembered = rule.init(1).names();
        boolean elsewhere = !rule.judged().equals(rule.equations().moved());
        if (!remembered.contains("θ") && !elsewhere) {
            lookaheads.add(new Lookahead(rule, 3, 0.3, Pullback.NONE));
            if (remembered.contains("m")) {
                lookaheads.add(new Lookahead(rule, 4, 1, Pullback.RESET));
            }
        }
        return lookaheads;
    }

    private static Cycled cycled(UpdateRule rule, String key) {
        Map<String, Double> set = new LinkedHashMap<>(Rules.hyperparameters(rule));
        OneCycle course = new OneCycle(0.95, 0, 0.5, 40, 0.3);
        return new Cycled(key.equals("beta1") ? "β1" : "λ", course, value -> {
            set.put(key, value);
            return Rules.named(rule.name(), Map.copyOf(set));
        });
    }
}
