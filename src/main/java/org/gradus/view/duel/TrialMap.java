package org.gradus.view.duel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradus.chart.Axis;
import org.gradus.chart.HeatMapChart;
import org.gradus.experiment.Settings;
import org.gradus.experiment.duel.Duel;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.plan.SearchSpace;
import org.gradus.view.NumberScale;
import org.gradus.view.Picture;
import org.gradus.view.PointMap;

/** The trials over the learning rate and a second number that was tuned, as a map: each place has the color of the nearest trial. */
final class TrialMap {

    private TrialMap() {}

    /** The map of a side that tuned two numbers of which one is the rate, else nothing. */
    static Optional<Picture> of(Tuned side, Duel duel) {
        List<String> others = side.contender().space().knobs().keySet().stream()
                .filter(knob -> !knob.equals(Settings.LEARNING_RATE.name()))
                .toList();
        if (others.size() != 1 || !side.triesRates()) {
            return Optional.empty();
        }
        String other = others.get(0);
        List<Trial> trials = side.trials();
        double[] ys = Sides.numbers(trials, trial -> value(trial, other));
        if (Arrays.stream(ys).anyMatch(Double::isNaN)
                || Arrays.stream(ys).distinct().count() < 2) {
            return Optional.empty();
        }
        NumberScale x = NumberScale.of("learning rate η", Sides.numbers(trials, Trial::learningRate));
        NumberScale y = NumberScale.of(other.replace("rule:", ""), ys);
        List<PointMap.Measured> points =
                trials.stream().map(trial -> point(trial, other, duel)).toList();
        String words = duel.judgesAccuracy() ? "validation accuracy" : "validation loss";
        HeatMapChart chart = new PointMap(x, y, points)
                .chart(
                        "%s: %s over η and %s".formatted(side.contender().name(), words, y.label()),
                        Axis.linear(words),
                        List.of(point(side.best(), other, duel)))
                .withSubtitle("%s trials; each place has the color of the nearest, a ring marks the best"
                        .formatted(trials.size()));
        return Optional.of(
                new Picture(
                        "map-" + side.contender().name().replaceAll("[^A-Za-z0-9.=]+", "-"),
                        chart,
                        "The trials over both numbers that were tuned, means over the tuning seeds; no color where a run diverged."));
    }

    private static PointMap.Measured point(Trial trial, String knob, Duel duel) {
        return new PointMap.Measured(trial.learningRate(), value(trial, knob), duel.score(trial));
    }

    private static double value(Trial trial, String knob) {
        return SearchSpace.number(trial.runs().get(0).spec(), knob).orElse(Double.NaN);
    }
}
