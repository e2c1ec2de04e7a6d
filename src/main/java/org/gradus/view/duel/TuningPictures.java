package org.gradus.view.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.Settings;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.BestOfK;
import org.gradus.experiment.statistics.Bootstrap;
import org.gradus.experiment.statistics.Estimate;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.tensor.RandomStream;
import org.gradus.train.EpochMetrics;
import org.gradus.view.Picture;

/** The pictures of the tuning: what the rate forgives, and what a budget buys. */
record TuningPictures(DuelResult result) {
    private static final double LEVEL = 0.95;
    private static final int RESAMPLES = 2000;

    private boolean hasLabels() {
        return result.duel().judgesAccuracy();
    }

    List<Picture> all() {
        List<Picture> pictures = new ArrayList<>();
        if (Sides.of(result).stream().allMatch(Tuned::triesRates)) {
            pictures.add(sensitivity(
                    "sensitivity-loss",
                    "Validation loss over the learning rate",
                    Axis.log("validation loss"),
                    epoch -> epoch.validation().loss()));
            if (hasLabels()) {
                pictures.add(sensitivity(
                        "sensitivity-accuracy",
                        "Validation accuracy over the learning rate",
                        Axis.linear("validation accuracy"),
                        epoch -> epoch.validation().accuracy()));
            }
        }
        Sides.of(result).forEach(side -> TrialMap.of(side, result.duel()).ifPresent(pictures::add));
        pictures.add(bestOfK());
        return pictures;
    }

    private Picture sensitivity(String file, String title, Axis y, ToDoubleFunction<EpochMetrics> measure) {
        List<Series> lines = new ArrayList<>();
        List<ReferenceLine> best = new ArrayList<>();
        for (Tuned side : Sides.of(result)) {
            List<Trial> trials = Sides.byRate(side);
            List<Quartiles> range = trials.stream()
                    .map(trial -> new RunGroup(Map.of(), trial.runs()).last(measure))
                    .toList();
            lines.add(Series.of(
                            side.contender().name(),
                            Sides.numbers(trials, Trial::learningRate),
                            Sides.numbers(range, Quartiles::median))
                    .withBand(Sides.numbers(range, Quartiles::lower), Sides.numbers(range, Quartiles::upper))
                    .withColor(Sides.color(side, result)));
            best.add(ReferenceLine.of(side.best().learningRate(), "best").withColor(Sides.color(side, result)));
        }
        LineChart chart = LineChart.of(
                        title,
                        Axis.log("learning rate η").withLines(best.toArray(ReferenceLine[]::new)),
                        y,
                        lines.toArray(Series[]::new))
                .withSubtitle("%s trials each; median and quartiles over the seeds of the tuning"
                        .formatted(result.duel().trials()));
        return new Picture(
                file, chart, "How much the choice of the rate forgives. A line has a gap where a run diverged.");
    }

    /** What the tuning budget buys. */
    private Picture bestOfK() {
        boolean lower = !hasLabels();
        RandomStream random = new RandomStream(result.duel().base().get(Settings.SEED)).split("best of k");
        List<Series> lines = new ArrayList<>();
        for (Tuned side : Sides.of(result)) {
            double[] scores = Sides.numbers(side.trials(), result.duel()::score);
            List<Estimate> curve = BestOfK.of(
                    scores,
                    lower,
                    new Bootstrap(RESAMPLES, LEVEL),
                    random.split(side.contender().name()));
            double[] k =
                    DoubleStream.iterate(1, i -> i + 1).limit(scores.length).toArray();
            lines.add(Series.of(side.contender().name(), k, Sides.numbers(curve, TuningPictures::finite))
                    .withBand(
                            Sides.numbers(
                                    curve, each -> finiteOr(each.interval().lower(), finite(each))),
                            Sides.numbers(
                                    curve, each -> finiteOr(each.interval().upper(), finite(each))))
                    .withColor(Sides.color(side, result)));
        }
        String measure = hasLabels() ? "validation accuracy" : "validation loss";
        LineChart chart = LineChart.of(
                        "What a tuning budget buys",
                        Axis.linear("trials k"),
                        Axis.linear("expected best " + measure + " of k"),
                        lines.toArray(Series[]::new))
                .withSubtitle("over all choices of k of the trials; bands: 95 % of bootstrap draws of the trials");
        return new Picture(
                "best-of-k",
                chart,
                "The steeper a line, the more that side needs to be tuned. A trial that diverged counts as infinitely bad.");
    }

    private static double finite(Estimate estimate) {
        return Double.isFinite(estimate.value()) ? estimate.value() : Double.NaN;
    }

    private static double finiteOr(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }
}
