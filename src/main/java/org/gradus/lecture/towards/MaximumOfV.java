package org.gradus.lecture.towards;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleWalk;
import org.gradus.lecture.Term;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.tensor.RandomStream;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 14: AMSGrad divides by the root of the largest v_t so far: after a rare large gradient its steps stay short, while those of a rule that
 * divides by the root of v_t itself grow back.
 *
 * @param v v_t after each update
 * @param max v̂_t, the largest so far
 */
public record MaximumOfV(List<Double> v, List<Double> max) implements Figure {
    static final int STEPS = 4000;
    static final int FIRST = 1000;
    static final int SECOND = 2000;
    private static final double LARGE = 100;
    private static final long SEED = 14;

    /** {@return the figure: gradients of standard deviation 1, but 100 at update 1000 and half of it at update 2000} */
    static MaximumOfV of() {
        RandomStream random = new RandomStream(SEED);
        RuleWalk walk = new RuleWalk(new AmsGrad(), 0);
        List<Double> v = new ArrayList<>();
        List<Double> max = new ArrayList<>();
        for (int t = 1; t <= STEPS; t++) {
            double usual = random.gaussian();
            walk.step(1, t == FIRST ? LARGE : t == SECOND ? LARGE / 2 : usual);
            v.add(walk.remembered("v")[0]);
            max.add(walk.remembered("v̂")[0]);
        }
        return new MaximumOfV(v, max);
    }

    /** {@return 1/√v: what the learning rate is multiplied by} */
    static List<Double> factors(List<Double> v) {
        return v.stream().map(each -> 1 / FastMath.sqrt(each)).toList();
    }

    /** {@return how many times as long the steps are in the end without the maximum as with it} */
    double longerWithout() {
        return FastMath.sqrt(max.get(STEPS - 1) / v.get(STEPS - 1));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "AMSGrad's max never forgets: %s updates later its steps still have 1/%s of their length",
                "AMSGrad 取最大值就不會忘記：%s 次更新之後，步長仍只有 1/%s");
        return Panels.of(
                        title.formatted(STEPS - FIRST, Numbers.fixed(longerWithout(), 1)),
                        2,
                        panel("vₜ,  v̂ₜ = max(v̂ₜ₋₁, vₜ)", language, Axis.linear("v"), max, v),
                        panel(
                                language.of("Factor of the learning rate", "學習率的倍率"),
                                language,
                                Axis.log("1 / √v").withLimits(0.2, 3),
                                factors(max),
                                factors(v)))
                .withSubtitle(language.of(
                        "β₂ = 0.999, gradients N(0, 1), but 100 at update 1000 and 50 at update 2000",
                        "β₂ = 0.999，梯度 N(0, 1)，但第 1000 次是 100，第 2000 次是 50"));
    }

    private static Chart panel(String title, Language language, Axis y, List<Double> max, List<Double> v) {
        double[] t = drawn(i -> i + 1);
        return LineChart.of(
                title,
                Axis.linear(Term.UPDATE.in(language)),
                y,
                Series.of(language.of("AMSGrad, the maximum", "AMSGrad：取最大值"), t, drawn(i -> max.get(i)))
                        .withColor(Rules.color("amsgrad")),
                Series.of(language.of("vₜ itself", "vₜ"), t, drawn(i -> v.get(i)))
                        .withStyle(LineStyle.DASHED)
                        .withColor(Rules.color("adam")));
    }

    /** Every tenth update, so that the files stay small. */
    private static double[] drawn(IntToDoubleFunction value) {
        return IntStream.range(0, STEPS)
                .filter(i -> i % 10 == 9)
                .mapToDouble(value)
                .toArray();
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: v̂ₜ = max(v̂ₜ₋₁, vₜ) reduces the influence of non-informative gradients and removes the de-biasing. A gradient of 100 raises vₜ to %s; %s updates later it is down to %s, and the steps have grown back, while the maximum stands. The second gradient, half as large, does not raise the maximum. What has to be admitted: the steps stay short for ever, as with Adagrad, if the large gradient was an accident. Seed %s.",
                        "投影片：v̂ₜ = max(v̂ₜ₋₁, vₜ) 降低沒有資訊的梯度的影響，並且不再做偏差修正。一個 100 的梯度把 vₜ 抬高到 %s；%s 次更新之後又降到 %s，步長恢復了，最大值卻不變。第二個大梯度只有一半大，沒有再抬高最大值。必須承認：如果大梯度只是意外，步長也會永遠這麼短，和 Adagrad 一樣。亂數種子 %s。")
                .formatted(Numbers.fixed(v.get(FIRST - 1), 1), STEPS - FIRST, Numbers.fixed(v.get(STEPS - 1), 1), SEED);
    }
}
