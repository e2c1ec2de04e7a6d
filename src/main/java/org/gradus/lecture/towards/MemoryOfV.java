package org.gradus.lecture.towards;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Sgdm;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 12: v_t forgets within about 1/(1 − β2) = 1000 updates and divides by what it remembers, so a rare large gradient moves θ by at most
 * η/√(1 − β2).
 *
 * @param movements Adam's movements, β1 = 0, in units of η, on the lecture's table: gradients 1 and, after {@value RareGradient#BEFORE} of them, one of 100000
 * @param withMomentum the same with β1 = 0.9
 * @param paths by rule, θ_t from 1000 updates before an informative gradient on, which is as large as those 1000 together and against them
 */
public record MemoryOfV(List<Double> movements, List<Double> withMomentum, Map<String, List<Double>> paths)
        implements Figure {
    private static final int BEFORE = RareGradient.BEFORE;
    private static final int USELESS = RareGradient.USELESS;

    /** {@return the figure} */
    static MemoryOfV of() {
        Map<String, List<Double>> paths = new LinkedHashMap<>();
        paths.put("adam", RareGradient.path(new Adam(), 1));
        paths.put("amsgrad", RareGradient.path(new AmsGrad(), 1));
        paths.put("sgdm", RareGradient.path(new Sgdm(), 0.1)); // λ = 0.9: in the long run 1 for each gradient 1
        return new MemoryOfV(RareGradient.movements(0), RareGradient.movements(0.9), paths);
    }

    /** {@return how far Adam moves in the 1000 updates before the informative one, in units of η} */
    double uselessMovement() {
        return movements.subList(BEFORE - USELESS, BEFORE).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** {@return how many times as far the 1000 useless steps move Adam as the informative one} */
    double ratio() {
        return uselessMovement() / movements.get(BEFORE);
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "A thousand useless steps move Adam %s times as far as the one useful step",
                "一千步無用的更新，讓 Adam 移動的距離是唯一有用那一步的 %s 倍");
        return Panels.of(title.formatted(Numbers.fixed(ratio(), 0)), 2, table(language), walks(language))
                .withSubtitle("Adam, β₂ = 0.999; η = 1, SGDM η = 0.1, λ = 0.9");
    }

    private Chart table(Language language) {
        double[] t = IntStream.rangeClosed(-10, 10).asDoubleStream().toArray();
        double[] g = Arrays.stream(t).map(i -> i == 0 ? RareGradient.SPIKE : 1).toArray();
        double[] moved =
                Arrays.stream(t).map(i -> movements.get(BEFORE + (int) i)).toArray();
        Axis y = Axis.log(language.of("gradient; |Δθ| / η", "梯度；移動量／η"))
                .withLimits(1e-4, 1e6)
                .withLines(
                        ReferenceLine.of(movements.get(BEFORE - 1), "η").withStyle(LineStyle.FAINT),
                        ReferenceLine.of(movements.get(BEFORE), Numbers.fixed(movements.get(BEFORE), 1) + " η")
                                .withStyle(LineStyle.FAINT),
                        ReferenceLine.of(movements.get(BEFORE + 1), after()).withStyle(LineStyle.FAINT));
        return LineChart.of(
                language.of("The lecture's table (β₁ = 0)", "講義的表格（β1 = 0）"),
                time(language),
                y,
                Series.of(Term.GRADIENT.in(language), t, g).withStyle(LineStyle.DASHED),
                Series.of(language.of("Adam's movement", "Adam 的移動量"), t, moved).withColor(Rules.color("adam")));
    }

    private static Axis time(Language language) {
        return Axis.linear(language.of("update, from the informative one", "更新次數（從有用的那一步算起）"));
    }

    private String after() {
        return Numbers.fixed(1e4 * movements.get(BEFORE + 1), 2) + " · 10⁻⁴ η";
    }

    private Chart walks(Language language) {
        double[] t = IntStream.rangeClosed(-USELESS, RareGradient.AFTER)
                .asDoubleStream()
                .toArray();
        return LineChart.of(
                        language.of("1000 × (1 ± 0.3), then one of −1000", "一千個 1 ± 0.3，然後一個 −1000"),
                        time(language),
                        Axis.linear("θ"),
                        paths.entrySet().stream()
                                .map(path -> RuleLine.of(path.getKey(), t, path.getValue()))
                                .toArray(Series[]::new))
                .withLegend(LegendPlace.LINE_ENDS);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: in the final stage most gradients are small and non-informative, while some mini-batches provide large informative ones rarely. The informative step is %s η long, at most 1/√(1 − β₂); the next one, a useless one, has 1/%s of the length before. With β₁ = 0.9 the large gradient moves θ by %s η at once, then %s, %s, …: the slide's number is for β₁ = 0. On the right (β₁ = 0.9, seed %s) AMSGrad fares like Adam, since its maximum shrinks only the steps that follow; SGDM adds all gradients and is back.",
                        "投影片：訓練後期大多數梯度都很小而且沒有資訊，只有少數批次偶爾帶來有資訊的大梯度。有用的那一步長 %s η，不會超過 1/√(1 − β₂)；接下來無用的一步只有先前的 1/%s。若 β₁ = 0.9，大梯度當下只讓 θ 移動 %s η，之後是 %s、%s……：投影片的數字是 β₁ = 0 的情形。右圖（β₁ = 0.9，亂數種子 %s）中 AMSGrad 和 Adam 差不多，因為取最大值只會縮短之後的步伐；SGDM 把所有梯度相加，因此回到了原處。")
                .formatted(
                        Numbers.fixed(movements.get(BEFORE), 2),
                        Numbers.fixed(1 / movements.get(BEFORE + 1), 0),
                        Numbers.fixed(withMomentum.get(BEFORE), 2),
                        Numbers.fixed(withMomentum.get(BEFORE + 1), 2),
                        Numbers.fixed(withMomentum.get(BEFORE + 2), 2),
                        RareGradient.SEED);
    }
}
