package org.gradus.lecture.after;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.chart.Series;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.Listener;
import org.gradus.train.Training;

/**
 * Runs of several seeds, judged at the rule's point for it, and the validation losses where the model stands while it learns; for most rules that is the
 * same point.
 *
 * @param group the runs, as they are judged
 * @param learning the losses where the model learns, by epoch
 */
record Averaged(RunGroup group, List<Quartiles> learning) {
    /** How many epochs the runs have. */
    static final int EPOCHS = 12;

    private static final RunSpec BASE = RunSpec.of("data=digits batch-size=16 evaluate-training=no");

    /** The runs with the rate, of some, whose validation loss is least in the end. */
    static Averaged tuned(Workshop workshop, String rule, List<Double> rates) {
        return workshop.choose(rates.subList(1, 2), rates).stream()
                .map(eta -> of(workshop, BASE.with(rule).with(Settings.LEARNING_RATE, eta)))
                .min(Comparator.comparingDouble(Averaged::last))
                .orElseThrow();
    }

    private static Averaged of(Workshop workshop, RunSpec spec) {
        List<RunResult> results = new ArrayList<>();
        List<double[]> learning = new ArrayList<>();
        for (long seed = 1; seed <= workshop.count(3, 5); seed++) {
            RunRecipe recipe =
                    new RunRecipe(spec.with(Settings.EPOCHS, EPOCHS).with(Settings.SEED, seed), workshop.shelf());
            Training training = recipe.training();
            double[] losses = new double[EPOCHS + 1];
            Listener whereItLearns = new Listener() {
                @Override
                public void onEpoch(EpochMetrics epoch) {
                    losses[epoch.epoch()] = Evaluation.of(
                                    training.model(), training.data().validation())
                            .loss();
                }
            };
            results.add(RunResult.of(recipe, training, training.run(whereItLearns), 0));
            learning.add(losses);
        }
        return new Averaged(new RunGroup(Map.of(), results), byEpoch(learning));
    }

    private static List<Quartiles> byEpoch(List<double[]> losses) {
        List<Quartiles> quartiles = new ArrayList<>();
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            int of = epoch;
            quartiles.add(
                    Quartiles.of(losses.stream().mapToDouble(run -> run[of]).toArray()));
        }
        return quartiles;
    }

    /** The median validation loss after an epoch, as it is judged. */
    double loss(int epoch) {
        return group.byEpoch(each -> each.validation().loss()).get(epoch).median();
    }

    private double last() {
        return loss(EPOCHS);
    }

    /** The line of what is judged, without its quartiles. */
    Series median(String name) {
        List<Quartiles> losses = group.byEpoch(each -> each.validation().loss());
        return line(name, losses.stream().mapToDouble(Quartiles::median).toArray());
    }

    /** The line of what is judged. */
    Series quartiles(String name) {
        return Bands.byEpoch(name, group, each -> each.validation().loss()).withColor(color());
    }

    /** The line of where the model learns. */
    Series where(String name) {
        return line(name, learning.stream().mapToDouble(Quartiles::median).toArray());
    }

    private Series line(String name, double[] losses) {
        return Series.of(name, IntStream.rangeClosed(0, EPOCHS).asDoubleStream().toArray(), losses)
                .withColor(color());
    }

    private String color() {
        return Rules.color(group.runs().get(0).spec().get(Settings.RULE).name());
    }

    double rate() {
        return group.runs().get(0).spec().get(Settings.LEARNING_RATE);
    }
}
