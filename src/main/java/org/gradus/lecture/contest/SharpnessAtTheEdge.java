package org.gradus.lecture.contest;

import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.train.curvature.EdgeOfStability;
import org.gradus.train.curvature.StabilityCurve;
import org.gradus.train.curvature.StabilityPoint;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 37: gradient descent at the edge of stability. With the gradient of all examples the largest eigenvalue of the Hessian rises to 2/η and
 * stays about there, while the loss goes on falling (Cohen et al. 2021, <a href="https://arxiv.org/abs/2103.00065">arXiv 2103.00065</a>).
 *
 * @param curves what was seen at each rate, the lowest first
 */
public record SharpnessAtTheEdge(List<StabilityCurve> curves) implements Figure {
    private static final List<Double> RATES = List.of(0.25, 0.3, 0.4);

    /**
     * {@return the figure: three rates from the same start}
     *
     * @param workshop how many steps to take
     */
    static SharpnessAtTheEdge of(Workshop workshop) {
        int steps = workshop.count(1000, 3000);
        return new SharpnessAtTheEdge(RATES.stream()
                .map(eta -> new EdgeOfStability(new Sgd(), eta, steps, steps / workshop.count(25, 60))
                        .run(SpiralFit.objective(), new RandomStream(2)))
                .toList());
    }

    /** Where the sharpness hovers in the last third, in units of 2/η. */
    double hovers(StabilityCurve curve) {
        List<StabilityPoint> points = curve.points();
        return curve.hoversFrom(2 * points.get(points.size() - 1).step() / 3);
    }

    /** How far from 2/η it hovers at most, as a share of that. */
    double farthest() {
        return curves.stream()
                .mapToDouble(curve -> Math.abs(hovers(curve) - 1))
                .max()
                .orElseThrow();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                        "The sharpness rises to 2/η and stays about there: within %s at all three rates",
                        "銳度升到 2/η 就停在附近：三個學習率的偏差都在 %s 以內")
                .formatted(Numbers.percent(farthest(), 1));
        return Panels.of(title, 2, sharpness(language), losses(language))
                .withSubtitle(language.of(
                        "gradient descent on all 90 points of a spiral, 2 – 20 – 20 – 3, tanh, squared error",
                        "對螺旋資料的全部 90 點做梯度下降，2 – 20 – 20 – 3，tanh，平方誤差"));
    }

    private Chart sharpness(Language language) {
        ReferenceLine[] edges = curves.stream()
                .map(curve -> ReferenceLine.of(curve.points().get(0).threshold(), "2/η = " + edge(curve))
                        .withColor(name(curve)))
                .toArray(ReferenceLine[]::new);
        return LineChart.of(
                language.of("largest eigenvalue of the Hessian", "Hessian 的最大特徵值"),
                Axis.linear(Term.UPDATE.in(language)),
                Axis.linear("").withLines(edges),
                lines(true));
    }

    private Chart losses(Language language) {
        return LineChart.of(
                Term.TRAINING_LOSS.in(language), Axis.linear(Term.UPDATE.in(language)), Axis.log(""), lines(false));
    }

    private Series[] lines(boolean sharpness) {
        List<Series> lines = new ArrayList<>();
        for (StabilityCurve curve : curves) {
            List<StabilityPoint> points = curve.points();
            lines.add(Series.of(
                            name(curve),
                            ContestStudy.numbers(points, StabilityPoint::step),
                            ContestStudy.numbers(points, sharpness ? StabilityPoint::sharpness : StabilityPoint::loss))
                    .withStyle(curve == curves.get(1) ? LineStyle.DASHED : LineStyle.SOLID));
        }
        return lines.toArray(Series[]::new);
    }

    private static String name(StabilityCurve curve) {
        return "η = " + Numbers.text(2 / curve.points().get(0).threshold());
    }

    private static String edge(StabilityCurve curve) {
        return Numbers.fixed(curve.points().get(0).threshold(), 1);
    }

    @Override
    public String caption(Language language) {
        StabilityCurve last = curves.get(curves.size() - 1);
        return language.of(
                        "A step of gradient descent is stable along a direction of curvature h if h < 2/η. Training sharpens the loss from %s until it is at that edge, whatever the rate; beyond it the steps swing, and the loss no longer falls at every step, yet on the whole: at η = %s from %s to %s. At a smaller rate it takes longer to get there; with cross-entropy, the paper says, the sharpness falls again in the end. One seed.",
                        "梯度下降的一步在曲率 h 的方向上穩定的條件是 h < 2/η。訓練使銳度從 %s 升到這個邊緣，任何學習率都一樣；超過之後步伐會擺盪，損失不再每步下降，但整體仍然下降：η = %s 時從 %s 降到 %s。學習率更小時，到達邊緣要更久；論文說若用交叉熵，最後銳度會再下降。只用一個種子。")
                .formatted(
                        Numbers.fixed(last.points().get(0).sharpness(), 1),
                        Numbers.text(RATES.get(RATES.size() - 1)),
                        Numbers.fixed(last.points().get(0).loss(), 2),
                        Numbers.fixed(
                                last.points().get(last.points().size() - 1).loss(), 3));
    }
}
