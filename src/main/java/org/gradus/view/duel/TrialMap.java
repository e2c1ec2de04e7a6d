package org.gradus.view.duel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Limits;
import org.gradus.chart.ScalarField;
import org.gradus.experiment.Settings;
import org.gradus.experiment.duel.Duel;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.view.Picture;

/** The trials over the learning rate and a second number that was tuned, as a map: each place has the color of the nearest trial. */
final class TrialMap {
    private static final int GRID = 120;
    private static final double MARGIN = 0.05;

    private TrialMap() {}

    /** The map of a side that tuned two numbers of which one is the rate, both more than 0; else nothing. */
    static Optional<Picture> of(Tuned side, Duel duel) {
        List<String> others = side.contender().space().knobs().keySet().stream()
                .filter(knob -> !knob.equals(Settings.LEARNING_RATE.name()))
                .toList();
        if (others.size() != 1 || !side.triesRates()) {
            return Optional.empty();
        }
        String other = others.get(0);
        List<Trial> trials = side.trials();
        double[] x = Sides.numbers(trials, trial -> FastMath.log10(trial.learningRate()));
        double[] y = Sides.numbers(trials, trial -> FastMath.log10(value(trial, other)));
        double[] z = Sides.numbers(trials, trial -> reached(trial, duel));
        if (Arrays.stream(y).anyMatch(value -> !Double.isFinite(value))
                || Arrays.stream(y).distinct().count() < 2) {
            return Optional.empty();
        }
        ScalarField field = ScalarField.sample((a, b) -> z[nearest(a, b, x, y)], limits(x), limits(y), GRID, GRID);
        String words = duel.judgesAccuracy() ? "validation accuracy" : "validation loss";
        String name = other.replace("rule:", "");
        HeatMapChart chart = HeatMapChart.of(
                        "%s: %s over η and %s".formatted(side.contender().name(), words, name),
                        Axis.linear("log₁₀ η"),
                        Axis.linear("log₁₀ " + name),
                        field,
                        Axis.linear(words))
                .withSubtitle("%s trials; each place has the color of the nearest".formatted(trials.size()));
        return Optional.of(
                new Picture(
                        "map-" + side.contender().name().replaceAll("[^A-Za-z0-9.=]+", "-"),
                        chart,
                        "The trials over both numbers that were tuned, median over the tuning seeds; no color where a run diverged."));
    }

    private static double reached(Trial trial, Duel duel) {
        return new RunGroup(Map.of(), trial.runs())
                .last(epoch -> duel.judgesAccuracy()
                        ? epoch.validation().accuracy()
                        : epoch.validation().loss())
                .median();
    }

    private static double value(Trial trial, String knob) {
        if (knob.startsWith("rule:")) {
            return trial.runs().get(0).spec().get(Settings.RULE).options().getOrDefault(knob.substring(5), Double.NaN);
        }
        try {
            return Double.parseDouble(trial.changes().get(knob));
        } catch (NumberFormatException e) {
            return Double.NaN; // a list of names
        }
    }

    private static Limits limits(double... values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(1);
        double margin = MARGIN * (most - least);
        return new Limits(least - margin, most + margin);
    }

    private static int nearest(double a, double b, double[] x, double[] y) {
        double width = limits(x).upper() - limits(x).lower();
        double height = limits(y).upper() - limits(y).lower();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double distance = FastMath.hypot((a - x[i]) / width, (b - y[i]) / height);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
