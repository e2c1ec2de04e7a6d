package org.gradus.lecture.after;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.landscape.IllConditioned;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.lecture.descent.Descent;
import org.gradus.lecture.descent.Maps;
import org.gradus.optim.after.Lion;
import org.gradus.optim.after.Signum;
import org.gradus.optim.rule.Adam;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 39: rules of signs against Adam. Signum and Lion keep of the gradient only which way it points: every step has length η along every axis,
 * however near the minimum is.
 *
 * @param ways of Adam, Signum and Lion at the same rate
 */
public record Signs(List<Descent> ways) implements Figure {
    private static final IllConditioned BOWL = new IllConditioned(2, 20);
    private static final double ETA =
            0.06; // of which neither coordinate of the start is a multiple: on the lattice of η a rule of signs may
    // meet 0
    private static final int STEPS = 100;

    /** {@return the figure: 100 steps on a bowl whose curvatures are 1 and 20} */
    static Signs of() {
        return new Signs(List.of(new Adam(), new Signum(), new Lion()).stream()
                .map(rule -> Descent.of(rule, BOWL, Maps.offDiagonal(), ETA, STEPS))
                .toList());
    }

    /** {@return the lengths of a rule's steps along an axis, in units of η} */
    static double[] steps(Descent way, int axis) {
        return IntStream.range(1, way.path().size())
                .mapToDouble(t -> Math.abs(way.path().get(t)[axis] - way.path().get(t - 1)[axis]) / ETA)
                .toArray();
    }

    /** {@return the mean length of Adam's last ten steps along the shallow axis, in units of η} */
    double adamsLastSteps() {
        return IntStream.range(STEPS - 10, STEPS)
                .mapToDouble(t -> steps(ways.get(0), 0)[t])
                .average()
                .orElseThrow();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Signum's and Lion's steps are η long along each axis to the end, Adam's shrink to %s η",
                "Signum 與 Lion 的步長在各座標上始終是 η，Adam 則縮短到 %s η");
        Series[] paths = ways.stream()
                .map(way -> RuleLine.of(way.rule().name(), way.path()))
                .toArray(Series[]::new);
        return Panels.of(
                        title.formatted(Numbers.fixed(adamsLastSteps(), 3)),
                        3,
                        Maps.of(
                                        "½ (x² + 20 y²)",
                                        BOWL,
                                        new Limits(-1.5, 0.8),
                                        new Limits(-0.5, 0.9),
                                        Maps.offDiagonal(),
                                        language)
                                .withPaths(paths),
                        LineChart.of(
                                        language.of("steps along x, in η", "x 方向的步長，以 η 為單位"),
                                        Axis.linear(Term.UPDATE.in(language)),
                                        Axis.linear("|Δx| / η").withLimits(0, 1.3),
                                        ways.stream()
                                                .map(way -> line(way, steps(way, 0)))
                                                .toArray(Series[]::new))
                                .withLegend(LegendPlace.OUTSIDE),
                        LineChart.of(
                                        Term.LOSS.in(language),
                                        Axis.linear(Term.UPDATE.in(language)),
                                        Axis.log(""),
                                        ways.stream()
                                                .map(way -> line(way, losses(way)))
                                                .toArray(Series[]::new))
                                .withLegend(LegendPlace.OUTSIDE))
                .withSubtitle("θₜ = θₜ₋₁ − η sign(…), η = " + Numbers.text(ETA));
    }

    private static Series line(Descent way, double[] values) {
        double[] t = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
        return RuleLine.of(way.rule().name(), t, values);
    }

    private static double[] losses(Descent way) {
        return way.path().stream()
                .skip(1)
                .mapToDouble(point -> way.landscape().value(point, 1))
                .toArray();
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Of the gradient Signum and Lion keep only the signs of an average, so every parameter moves by η at every step: no memory of squares is needed, one number per parameter instead of Adam's two. Their first step is Adam's, but they cannot come to rest: after %s steps the loss is %s with Signum and %s with Lion, %s with Adam. Only a rate that falls brings them nearer. Exact gradients on a bowl; where gradients are noisy Adam does not come to rest either.",
                        "Signum 與 Lion 只保留梯度平均的正負號，因此每個參數每一步都移動 η：不必記住平方，每個參數只存一個數，Adam 要兩個。第一步與 Adam 相同，但停不下來：%s 步之後，Signum 的損失是 %s，Lion 是 %s，Adam 是 %s。要更靠近，只能讓學習率下降。這裡是碗形地形上的精確梯度；梯度有雜訊時，Adam 也停不下來。")
                .formatted(STEPS, loss(1), loss(2), loss(0));
    }

    private String loss(int place) {
        return Numbers.text(ways.get(place).loss());
    }
}
