package org.gradus.view.duel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.duel.Answer;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Estimate;
import org.gradus.experiment.statistics.Interval;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.experiment.statistics.PerformanceProfile;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.EpochMetrics;
import org.gradus.view.Picture;

/** The pictures of a duel: differences, curves, what tuning found, and how reliably each side does how well. */
record DuelPictures(DuelResult result) {
    private static final double LEVEL = 0.95;
    private static final int PLACES = 200;

    private boolean hasLabels() {
        return result.duel().judgesAccuracy();
    }

    private String first() {
        return result.duel().first().name();
    }

    private String second() {
        return result.duel().second().name();
    }

    List<Picture> all() {
        List<Picture> pictures = new ArrayList<>();
        differences().ifPresent(pictures::add);
        pictures.addAll(curves());
        pictures.addAll(new TuningPictures(result).all());
        pictures.add(profile());
        return pictures;
    }

    /** One panel for each question, because each has a unit of its own. */
    private Optional<Picture> differences() {
        List<Chart> panels = new ArrayList<>();
        for (Answer answer : result.answers()) {
            Pairs pairs = answer.pairs();
            Estimate median = answer.verdict().medianDifference();
            Interval interval = median.interval();
            boolean equal = Arrays.stream(pairs.differences()).allMatch(difference -> difference == 0);
            boolean finite = DoubleStream.of(median.value(), interval.lower(), interval.upper())
                    .allMatch(Double::isFinite);
            if (finite && !equal) {
                String better = pairs.question().lowerIsBetter() ? "← " : "";
                String name = pairs.question().differenceUnit();
                Axis x = Axis.linear("%s%s%s".formatted(better, first() + " better", better.isEmpty() ? " →" : ""))
                        .withLines(ReferenceLine.of(0, ""));
                IntervalChart.Row row = IntervalChart.Row.of(
                        name.isEmpty() ? "Δ" : name,
                        median.value(),
                        interval.lower(),
                        interval.upper(),
                        pairs.differences());
                panels.add(IntervalChart.of(pairs.question().name(), x, row));
            }
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        Panels chart = Panels.of(
                        "%s − %s, seed by seed".formatted(first(), second()),
                        Math.min(2, panels.size()),
                        panels.toArray(Chart[]::new))
                .withSubtitle("small dots: pairs; large dot: their median, with its 95 % interval");
        return Optional.of(
                new Picture(
                        "differences",
                        chart,
                        "Where the interval contains 0, the difference is not decided. Pairs of which a run diverged are not drawn, but count in the median."));
    }

    private List<Picture> curves() {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new Picture(
                "loss",
                curve("Loss", Axis.log("loss"), m -> m.onTraining().loss(), m -> testLoss(m)),
                "Training data dashed, test data solid, after each epoch; nothing was chosen by the test curves."));
        if (hasLabels()) {
            pictures.add(
                    new Picture(
                            "accuracy",
                            curve(
                                    "Accuracy",
                                    Axis.linear("accuracy").withLimits(lowestAccuracy(), 1.005),
                                    m -> m.onTraining().accuracy(),
                                    m -> m.test().map(test -> test.accuracy()).orElse(Double.NaN)),
                            "Training data dashed, test data solid, after each epoch; what lies between is the generalization gap."));
        }
        return pictures;
    }

    private static double testLoss(EpochMetrics epoch) {
        return epoch.test().map(test -> test.loss()).orElse(Double.NaN);
    }

    /** A tenth that shows every epoch but the first, which is chance. */
    private double lowestAccuracy() {
        return result.judging().runs().stream()
                .flatMap(run -> run.history().epochs().stream().skip(1))
                .flatMap(epoch -> epoch.parts().values().stream())
                .mapToDouble(part -> Math.floor(part.accuracy() * 10) / 10)
                .min()
                .orElse(0);
    }

    private LineChart curve(
            String title, Axis y, ToDoubleFunction<EpochMetrics> training, ToDoubleFunction<EpochMetrics> test) {
        List<Series> lines = new ArrayList<>();
        for (Tuned side : Sides.of(result)) {
            List<RunResult> runs = side == result.tuning().first() ? result.firstRuns() : result.secondRuns();
            lines.add(curve(side, runs, test).withRole("test", LineStyle.SOLID));
            lines.add(curve(side, runs, training).withRole("training", LineStyle.DASHED));
        }
        return LineChart.of(title, Axis.linear("epoch"), y, lines.toArray(Series[]::new))
                .withSubtitle("%s; median and quartiles over %s seeds"
                        .formatted(result.conditions(), result.duel().seeds()))
                .withLegend(LegendPlace.LINE_ENDS);
    }

    private Series curve(Tuned side, List<RunResult> runs, ToDoubleFunction<EpochMetrics> measure) {
        RunGroup group = new RunGroup(Map.of(), runs);
        List<Quartiles> byEpoch = group.byEpoch(measure);
        return Series.of(
                        side.contender().name(),
                        group.epochs().stream().mapToDouble(epoch -> epoch).toArray(),
                        Sides.numbers(byEpoch, Quartiles::median))
                .withBand(Sides.numbers(byEpoch, Quartiles::lower), Sides.numbers(byEpoch, Quartiles::upper))
                .withColor(Sides.color(side, result));
    }

    /** How many of the runs are at least so good. */
    private Picture profile() {
        Pairs quality = result.answer(Aspect.TEST).pairs();
        double[] thresholds = thresholds(quality);
        Map<Tuned, double[]> values = new LinkedHashMap<>();
        values.put(result.tuning().first(), quality.first());
        values.put(result.tuning().second(), quality.second());
        List<Series> lines = new ArrayList<>();
        values.forEach((side, numbers) -> {
            List<Estimate> shares =
                    PerformanceProfile.of(numbers, quality.question().lowerIsBetter(), thresholds, LEVEL);
            lines.add(Series.of(side.contender().name(), thresholds, Sides.numbers(shares, Estimate::value))
                    .withBand(
                            Sides.numbers(shares, share -> share.interval().lower()),
                            Sides.numbers(shares, share -> share.interval().upper()))
                    .withColor(Sides.color(side, result)));
        });
        String name = quality.question().name();
        String unit = quality.question().unit();
        String than = quality.question().lowerIsBetter() ? "at most τ" : "at least τ";
        LineChart chart = LineChart.of(
                        "Performance profile",
                        Axis.linear("τ: " + name + (unit.isEmpty() ? "" : " in " + unit)),
                        Axis.linear("share of runs with " + than).withLimits(0, 1.02),
                        lines.toArray(Series[]::new))
                .withSubtitle("%s runs each; bands: 95 %% intervals of each share".formatted(quality.size()));
        return new Picture(
                "profile",
                chart,
                "A line that is higher everywhere belongs to the better side; lines that cross say: it depends.");
    }

    /** From the worst finite number to the best, and a little beyond. */
    private static double[] thresholds(Pairs quality) {
        DoubleSummaryStatistics finite = Stream.of(quality.first(), quality.second())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
        double low = finite.getCount() == 0 ? 0 : finite.getMin();
        double high = finite.getCount() == 0 ? 1 : finite.getMax();
        double margin = Math.max((high - low) * 0.05, 1e-9);
        return DoubleStream.iterate(0, i -> i + 1)
                .limit(PLACES)
                .map(i -> low - margin + i * (high - low + 2 * margin) / (PLACES - 1))
                .toArray();
    }
}
