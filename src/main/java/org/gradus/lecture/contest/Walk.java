package org.gradus.lecture.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Series;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.optim.Rules;
import org.gradus.optim.State;
import org.gradus.optim.rule.Swats;
import org.gradus.train.Evaluation;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;

/**
 * A training, looked into.
 *
 * @param spec the run
 * @param losses the loss on all training data after every tenth step, from 0 on
 * @param gamma γ_k of each step of Adam, of SWATS only
 * @param mean λ_k / (1 − β2^k)
 * @param found the switch
 */
record Walk(RunSpec spec, List<Double> losses, List<Double> gamma, List<Double> mean, Optional<Swats.Switch> found) {
    /** After how many steps the loss is measured. */
    static final int EVERY = 10;

    private static final double BETA2 = 0.999;

    static Walk of(RunSpec spec, boolean untilSwitch, DataShelf shelf) {
        Training training = new RunRecipe(spec, shelf).training();
        TrainingRun run = training.start();
        List<Double> losses = new ArrayList<>();
        List<Double> gamma = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        Optional<Swats.Switch> found = Optional.empty();
        double before = 0;
        for (long t = 0; t < training.updates() && !(untilSwitch && found.isPresent()); t++) {
            if (t % EVERY == 0 && !untilSwitch) {
                losses.add(Evaluation.of(training.model(), training.data().training())
                        .loss());
            }
            run.step();
            State state = training.optimizer().state();
            if (spec.toString().contains("swats") && found.isEmpty()) {
                double lambda = state.scalar("λ");
                gamma.add((lambda - BETA2 * before) / (1 - BETA2));
                mean.add(lambda / (1 - FastMath.pow(BETA2, (double) (t + 1))));
                before = lambda;
                found = new Swats().switched(state);
            }
        }
        return new Walk(spec, losses, gamma, mean, found);
    }

    double end() {
        return losses.get(losses.size() - 1);
    }

    /** The losses, in a rule's name and color. */
    Series line(String rule) {
        double[] t =
                IntStream.range(0, losses.size()).mapToDouble(i -> EVERY * i).toArray();
        return Series.of(Rules.written(rule), t, ContestStudy.numbers(losses, loss -> loss))
                .withColor(Rules.color(rule));
    }
}
