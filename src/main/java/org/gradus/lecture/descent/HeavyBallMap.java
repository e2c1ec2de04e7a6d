package org.gradus.lecture.descent;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ScalarField;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 38: the heavy ball, SGDM, on the parabola ½ h θ². Two numbers, θ and m, are multiplied by the same matrix at each step; the larger of its
 * eigenvalues' sizes |σ| is what the distance shrinks by. It converges for 0 &lt; ηh &lt; 2 + 2λ, and where (1 − √λ)² &lt; ηh &lt; (1 + √λ)² the
 * eigenvalues are complex and |σ| = √λ, whatever η is.
 *
 * <p>Polyak 1964; Goh 2017, <a href="https://doi.org/10.23915/distill.00006">Why momentum really works</a>.
 *
 * @param field |σ| over ηh and λ; NaN where it is 1 or more
 */
public record HeavyBallMap(ScalarField field) implements Figure {
    private static final double WIDEST = 4.4;
    private static final double USUAL = 0.9;

    /** {@return the figure} */
    static HeavyBallMap of() {
        return new HeavyBallMap(ScalarField.sample(
                        (etaH, lambda) -> etaH > 0 ? HeavyBall.contraction(etaH, lambda) : 1,
                        new Limits(0, WIDEST),
                        new Limits(0, 0.99),
                        221,
                        100)
                .map(size -> size < 1 ? size : Double.NaN));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Heavy ball, λ = 0.9: rates up to %s/h converge, %s of them by √λ = %s a step",
                "重球 λ = 0.9：學習率小於 %s/h 都收斂，其中 %s 每步縮為 √λ = %s 倍");
        return Panels.of(
                        title.formatted(
                                Numbers.fixed(2 + 2 * USUAL, 1),
                                Numbers.percent(HeavyBall.shareComplex(USUAL), 1),
                                Numbers.fixed(FastMath.sqrt(USUAL), 3)),
                        2,
                        map(language),
                        sections(language))
                .withSubtitle("L = ½ h θ²:  θₜ = (1 + λ − ηh) θₜ₋₁ − λ θₜ₋₂,  σ² − (1 + λ − ηh) σ + λ = 0");
    }

    private Chart map(Language language) {
        double[] lambda =
                IntStream.rangeClosed(0, 200).mapToDouble(i -> i / 200.0).toArray();
        Series low = line("ηh = (1 ± √λ)²", lambda, each -> HeavyBall.edge(each, -1));
        Series high = line("ηh = (1 ± √λ)²", lambda, each -> HeavyBall.edge(each, 1));
        return HeatMapChart.of(
                        language.of("Where it converges (empty: nowhere)", "收斂的範圍（空白處發散）"),
                        Axis.linear("ηh"),
                        Axis.linear("λ"),
                        field,
                        Axis.linear(language.of("|σ| per step", "每步 |σ|")).withLimits(0, 1))
                .withLines(
                        line("ηh = 2 + 2λ", lambda, each -> 2 + 2 * each),
                        low.withColor("complex").withStyle(LineStyle.DASHED),
                        high.withColor("complex").withStyle(LineStyle.DASHED))
                .withLegend(LegendPlace.OUTSIDE);
    }

    private static Series line(String name, double[] lambda, DoubleUnaryOperator place) {
        return Series.of(name, DoubleStream.of(lambda).map(place).toArray(), lambda);
    }

    private static Chart sections(Language language) {
        double[] etaH =
                IntStream.rangeClosed(1, 440).mapToDouble(i -> i / 100.0).toArray();
        Series[] lines = List.of(0.0, 0.5, USUAL).stream()
                .map(lambda -> Series.of(
                        "λ = " + Numbers.text(lambda),
                        etaH,
                        DoubleStream.of(etaH)
                                .map(each -> HeavyBall.contraction(each, lambda))
                                .toArray()))
                .toArray(Series[]::new);
        return LineChart.of(
                        language.of("Sections: flat at √λ", "剖面：平坦處為 √λ"),
                        Axis.linear("ηh"),
                        Axis.linear(language.of("|σ| per step", "每步 |σ|")).withLimits(0, 1),
                        lines)
                .withLegend(LegendPlace.OUTSIDE);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The matrix is read off SGDM itself, its eigenvalues from trace and determinant. Between the dashed lines they are complex, the ball oscillates, and |σ| = √λ: with λ = 0.9 nearly every rate that converges does so equally fast, so one rate serves curvatures whose ratio is %s. Plain descent (λ = 0) is faster at ηh = 1, and only there. Exact gradients on a parabola: noise and changing curvature are not in the picture.",
                        "矩陣直接從 SGDM 讀出，特徵值由跡和行列式算出。兩條虛線之間特徵值是複數，球會擺盪，而 |σ| = √λ：λ = 0.9 時，幾乎所有會收斂的學習率都一樣快，因此同一個學習率適用於比值達 %s 的各種曲率。普通梯度下降（λ = 0）只在 ηh = 1 附近比較快。這裡是拋物線上的精確梯度，沒有雜訊，曲率也不變。")
                .formatted(Numbers.fixed(HeavyBall.curvatures(USUAL), 0));
    }
}
