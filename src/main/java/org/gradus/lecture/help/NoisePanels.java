package org.gradus.lecture.help;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Mark;
import org.gradus.chart.Palette;
import org.gradus.chart.Series;
import org.gradus.lecture.Term;
import org.gradus.view.LandscapeChart;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/** The panels of the figure on gradient noise. */
record NoisePanels(NoiseEscape figure, Language language) {
    private static final String NOISY = Palette.others().get(1);
    private static final String QUIET = Palette.others().get(0);

    /** All of them, from left to right. */
    Chart[] all() {
        return new Chart[] {course(), map(), shares()};
    }

    private Chart course() {
        double[] t = IntStream.range(0, NoisyWalk.STEPS).asDoubleStream().toArray();
        return LineChart.of(
                        "σₜ = c / (1 + t)ᵞ",
                        Axis.linear(Term.UPDATE.in(language)),
                        Axis.log(language.of("deviation of the noise", "雜訊的標準差")),
                        Series.of("c = " + Numbers.text(figure.best()), t, NoiseEscape.sigma(figure.best()))
                                .withColor(NOISY),
                        Series.of("c = 1", t, NoiseEscape.sigma(1))
                                .withColor(Palette.others().get(2)),
                        Series.of("c = 0.3", t, NoiseEscape.sigma(0.3))
                                .withColor(Palette.others().get(3)),
                        Series.of("c = 0.01", t, NoiseEscape.sigma(0.01))
                                .withColor(Palette.others().get(4)))
                .withLegend(LegendPlace.LINE_ENDS);
    }

    private Chart map() {
        double[] start = NoisyWalk.CAMEL.start();
        double[] minimum = NoisyWalk.CAMEL.minima().get(0).point();
        String noise = language.of("noise, c = ", "有雜訊，c = ") + Numbers.text(figure.best());
        return LandscapeChart.of(NoisyWalk.CAMEL)
                .withPaths(
                        path(noise, figure.noisy()).withColor(NOISY),
                        path(language.of("no noise", "沒有雜訊"), figure.quiet())
                                .withStyle(LineStyle.DASHED)
                                .withColor(QUIET))
                .withMarks(
                        new Mark(Term.START.in(language), start[0], start[1], Mark.Symbol.RING),
                        new Mark(Term.MINIMUM.in(language), minimum[0], minimum[1], Mark.Symbol.STAR));
    }

    private static Series path(String name, NoisyWalk walk) {
        return Series.of(
                name,
                walk.path().stream().mapToDouble(point -> point[0]).toArray(),
                walk.path().stream().mapToDouble(point -> point[1]).toArray());
    }

    private Chart shares() {
        double[] c = NoiseEscape.C.stream().mapToDouble(x -> x).toArray();
        return LineChart.of(
                        language.of("%s walks for each c", "每個 c 各 %s 條路徑").formatted(figure.walks()),
                        Axis.log("c"),
                        Axis.linear(Term.SHARE.in(language)).withLimits(-0.02, 1.05),
                        Series.of(language.of("arrive", "到達"), c, numbers(figure.arrived()))
                                .withColor(NOISY),
                        Series.of(language.of("diverge", "發散"), c, numbers(figure.diverged()))
                                .withStyle(LineStyle.DASHED)
                                .withColor(QUIET))
                .withLegend(LegendPlace.LINE_ENDS);
    }

    private static double[] numbers(List<Double> shares) {
        return shares.stream().mapToDouble(share -> share).toArray();
    }
}
