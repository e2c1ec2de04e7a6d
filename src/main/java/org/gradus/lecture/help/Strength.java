package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Workshop;
import org.gradus.train.Training;

/**
 * Runs of one strength.
 *
 * @param group the runs
 * @param norm the length of all weights in the end
 */
record Strength(RunGroup group, Quartiles norm) {
    private static final RunSpec BASE = RunSpec.of(
            "data=digits validation-share=0.4 test-share=0.4 hidden=128 normalization=none rule=sgdm evaluate-every=4");

    static Strength of(Workshop workshop, String changes) {
        RunSpec spec = BASE.with("epochs=" + workshop.count(30, 40)).with(changes);
        List<Training> trained = new ArrayList<>();
        RunGroup group = Trials.of(workshop, spec, workshop.count(1, 3), training -> {
            trained.add(Trials.mislabeled(training));
            return trained.get(trained.size() - 1);
        });
        return new Strength(
                group, Quartiles.of(trained.stream().mapToDouble(Strength::norm).toArray()));
    }

    /** The validation loss in the end. */
    Quartiles loss() {
        return group.last(epoch -> epoch.validation().loss());
    }

    /** The validation accuracy in the end. */
    Quartiles accuracy() {
        return group.last(epoch -> epoch.validation().accuracy());
    }

    /** The validation loss after the epoch in which it was least. */
    Quartiles lossOfBest() {
        return Quartiles.of(group.runs().stream()
                .mapToDouble(run -> run.history().best().validation().loss())
                .toArray());
    }

    private static double norm(Training trained) {
        double squares = trained.model().trainable().values().stream()
                .mapToDouble(parameter ->
                        parameter.value().mul(parameter.value()).sum().item())
                .sum();
        return FastMath.sqrt(squares);
    }
}
