package org.gradus.experiment;

import java.util.List;
import org.gradus.optim.Rules;
import org.gradus.optim.TensorRule;
import org.gradus.optim.UpdateRule;
import org.gradus.tensor.Shape;
import org.gradus.train.Task;

/** Settings that do not go together: an option which the others make do nothing is refused, not ignored. */
final class Contradictions {
    private static final List<Setting<?>> OF_HIDDEN_LAYERS =
            List.of(Settings.ACTIVATION, Settings.NORMALIZATION, Settings.DROPOUT, Settings.BODY_RATE);

    private static final List<Setting<?>> OF_CLASSES =
            List.of(Settings.CURRICULUM, Settings.LABEL_SMOOTHING, Settings.STRATIFY);

    /** What makes groups of parameters, or one step of several batches. */
    private static final List<Setting<?>> OF_SEVERAL_GRADIENTS =
            List.of(Settings.BODY_RATE, Settings.DECAY_WEIGHTS_ONLY, Settings.ACCUMULATE);

    private Contradictions() {}

    /**
     * Refuses a description whose values contradict one another, whatever the data.
     *
     * @throws IllegalArgumentException if one would do nothing; the message says which, why, and what to do
     */
    static void check(RunSpec spec) {
        data(spec);
        model(spec);
        rule(spec);
        training(spec);
    }

    private static void refuse(RunSpec spec, Setting<?> setting, String why, String remedy) {
        throw new IllegalArgumentException(
                "%s=%s does nothing here: %s; %s".formatted(setting.name(), spec.text(setting), why, remedy));
    }

    private static void data(RunSpec spec) {
        String source = spec.get(Settings.DATA);
        String name = DataSources.name(source);
        if (spec.sets(Settings.LABEL) && !name.equals("csv")) {
            refuse(
                    spec,
                    Settings.LABEL,
                    "data=%s has no columns by name".formatted(source),
                    "leave it out, or take data=csv:FILE");
        }
        if (spec.sets(Settings.TEST_SHARE) && DataSources.isPublished(source)) {
            refuse(spec, Settings.TEST_SHARE, name + " comes with a test part of its own", "leave it out");
        }
        if (spec.get(Settings.EVALUATE_TEST) && spec.get(Settings.TEST_SHARE) == 0) {
            refuse(spec, Settings.EVALUATE_TEST, "there is no test part", "leave it out, or give test-share a value");
        }
        if (spec.sets(Settings.TEST_SEED) && (DataSources.isPublished(source) || spec.get(Settings.TEST_SHARE) == 0)) {
            refuse(spec, Settings.TEST_SEED, "no test part is cut from the examples", "leave it out");
        }
        double aside = spec.get(Settings.VALIDATION_SHARE) + spec.get(Settings.TEST_SHARE);
        if (aside >= 1) {
            throw new IllegalArgumentException(
                    "validation-share=%s and test-share=%s leave nothing to learn from; together they must be less than 1"
                            .formatted(spec.text(Settings.VALIDATION_SHARE), spec.text(Settings.TEST_SHARE)));
        }
    }

    private static void model(RunSpec spec) {
        boolean shallow = spec.get(Settings.HIDDEN).widths().isEmpty();
        String normalization = spec.get(Settings.NORMALIZATION);
        for (Setting<?> setting : OF_HIDDEN_LAYERS) {
            boolean none = setting == Settings.NORMALIZATION && normalization.equals(Networks.NONE);
            if (shallow && !none && spec.sets(setting)) {
                refuse(spec, setting, "there is no hidden layer", "leave it out, or give hidden a width");
            }
        }
        if (!shallow && normalization.equals("batch") && spec.get(Settings.BATCH_SIZE) == 1) {
            throw new IllegalArgumentException(
                    "batch-size=1 and normalization=batch: one example has no variance to normalize by; take 2 examples or more, or normalization=layer");
        }
    }

    private static void rule(RunSpec spec) {
        String rule = spec.get(Settings.RULE).name();
        if (spec.get(Settings.DECAY_WEIGHTS_ONLY)
                && !Rules.hyperparameters(rule).containsKey("gamma")) {
            refuse(
                    spec,
                    Settings.DECAY_WEIGHTS_ONLY,
                    "%s has no decay γ".formatted(rule),
                    "leave it out, or take a rule that decays, such as adamw");
        }
        UpdateRule made = Rules.named(rule);
        if (made instanceof TensorRule ofTensors && !ofTensors.moves(Shape.of(1))) {
            throw new IllegalArgumentException(
                    "rule=%s: it moves matrices, and a network has biases too; take muon-aux-adam, which moves them by AdamW"
                            .formatted(rule));
        }
        for (Setting<?> setting : OF_SEVERAL_GRADIENTS) {
            if (asksAgain(made) && spec.sets(setting)) {
                throw new IllegalArgumentException(
                        "%s=%s and rule=%s: it needs a second gradient of the same batch, of all parameters together; leave one of the two out"
                                .formatted(setting.name(), spec.text(setting), rule));
            }
        }
    }

    /** Whether the rule takes a second gradient beside g. */
    private static boolean asksAgain(UpdateRule rule) {
        return rule.equations().takeGradientElsewhere()
                && rule.equations().names().contains("g");
    }

    private static void training(RunSpec spec) {
        if (!Task.parse(spec.get(Settings.TASK)).hasLabels()) {
            for (Setting<?> setting : OF_CLASSES) {
                if (spec.sets(setting)) {
                    refuse(
                            spec,
                            setting,
                            "task=%s has no classes".formatted(spec.get(Settings.TASK)),
                            "leave it out, or take task=classification");
                }
            }
        }
        int curriculum = spec.get(Settings.CURRICULUM);
        if (curriculum > spec.get(Settings.EPOCHS)) {
            throw new IllegalArgumentException(
                    "curriculum=%s: the training has only epochs=%s, so that most examples would never be seen; take at most so many"
                            .formatted(curriculum, spec.get(Settings.EPOCHS)));
        }
    }
}
