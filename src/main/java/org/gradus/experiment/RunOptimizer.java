package org.gradus.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.catalog.Choice;
import org.gradus.nn.Sequential;
import org.gradus.optim.Group;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.Treatment;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Parameter;

/**
 * The optimizer of a described run.
 *
 * @param spec the run
 * @param updates how many updates the training has: what a schedule is as long as
 */
record RunOptimizer(RunSpec spec, long updates) {
    private static final double NOISE_EXPONENT = 0.55; // Neelakantan et al. 2015
    private static final String DECAY = "gamma";

    /** One group of parameters for each learning rate and each decay that are asked for. */
    Optimizer of(Sequential model) {
        double bodyRate = spec.get(Settings.BODY_RATE);
        boolean sparing = spec.get(Settings.DECAY_WEIGHTS_ONLY);
        Map<String, RuleWithRate> rules = new LinkedHashMap<>();
        Map<String, Map<String, Parameter>> parameters = new LinkedHashMap<>();
        model.trainable().forEach((path, parameter) -> {
            double factor = path.startsWith(head(model)) ? 1 : bodyRate;
            boolean spared = sparing && parameter.shape().rank() < 2;
            if (factor > 0) {
                String kind = factor + " " + spared;
                rules.computeIfAbsent(kind, each -> new RuleWithRate(rule(spared), eta(factor)));
                parameters.computeIfAbsent(kind, each -> new LinkedHashMap<>()).put(path, parameter);
            }
        });
        List<Group> list = new ArrayList<>();
        rules.forEach((kind, rule) -> list.add(new Group(rule.rule(), rule.eta(), parameters.get(kind))));
        return new Optimizer(list)
                .with(treatments())
                .leaving(model.parameters().values())
                .accumulating(spec.get(Settings.ACCUMULATE));
    }

    /** Where the paths of the last layer begin. */
    static String head(Sequential model) {
        return model.layers().size() - 1 + ".";
    }

    private Schedule eta(double factor) {
        return spec.get(Settings.SCHEDULE).schedule(factor * spec.get(Settings.LEARNING_RATE), updates);
    }

    private UpdateRule rule(boolean spared) {
        Choice choice = Defaults.rule(spec.get(Settings.RULE), updates);
        Map<String, Double> options = new LinkedHashMap<>(choice.options());
        if (spared) {
            options.put(DECAY, 0.0);
        }
        return Rules.named(choice.name(), options);
    }

    /** What is done to the gradients, first to last. */
    private Treatment[] treatments() {
        List<Treatment> treatments = new ArrayList<>();
        if (spec.get(Settings.CLIP_NORM) != 0) {
            treatments.add(new ClipNorm(spec.get(Settings.CLIP_NORM)));
        }
        if (spec.get(Settings.CLIP_VALUE) != 0) {
            treatments.add(new ClipValue(spec.get(Settings.CLIP_VALUE)));
        }
        if (spec.get(Settings.GRADIENT_NOISE) != 0) {
            treatments.add(
                    new GradientNoise(spec.get(Settings.GRADIENT_NOISE), NOISE_EXPONENT, spec.get(Settings.SEED)));
        }
        return treatments.toArray(Treatment[]::new);
    }
}
