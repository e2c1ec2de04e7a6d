package org.gradus.lecture.descent;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Arrow;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.Mark;
import org.gradus.chart.Panels;
import org.gradus.landscape.IllConditioned;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.view.LandscapeChart;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 3: one step of SGDM and of both forms of NAG. SGDM adds the gradient at θ to the momentum's jump, NAG the one where the jump leads; the
 * second form of NAG does the same without leaving its place, θ′ = θ − λm.
 *
 * @param sgdm a step of SGDM
 * @param original NAG's from the same θ and m, as in 1983
 * @param substituted NAG's from the same θ and m, in θ′
 */
public record NagArrows(OneStep sgdm, OneStep original, OneStep substituted) implements Figure {
    private static final IllConditioned BOWL = new IllConditioned(2, 4);

    /** {@return the figure: after three steps of SGDM on a bowl whose curvatures are 1 and 4} */
    static NagArrows of() {
        OneStep before = OneStep.ofSgdm(BOWL, new double[] {-1.4, 0.6}, new double[2]);
        for (int t = 2; t <= 3; t++) {
            before = OneStep.ofSgdm(BOWL, before.end(), before.nextM());
        }
        double[] theta = before.end();
        double[] m = before.nextM();
        return new NagArrows(
                OneStep.ofSgdm(BOWL, theta, m), OneStep.ofNagOriginal(BOWL, theta, m), OneStep.ofNag(BOWL, theta, m));
    }

    /** {@return the loss at a point} */
    static double loss(double[] point) {
        return BOWL.value(point, 1);
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "NAG looks where the jump leads: loss %s after the step instead of SGDM's %s",
                "NAG 先看動量會跳到哪裡：這一步之後損失是 %s，SGDM 是 %s");
        Arrow[] sgdmArrows = {momentum(sgdm.theta(), sgdm.m()), gradient(after(sgdm.theta(), sgdm.m()), sgdm)};
        Arrow[] originalArrows = {momentum(original.theta(), original.m()), gradient(original.asked(), original)};
        Arrow[] substitutedArrows = {
            gradient(substituted.asked(), substituted),
            momentum(end(gradient(substituted.asked(), substituted)), substituted.nextM())
        };
        return Panels.of(
                        title.formatted(Numbers.fixed(loss(original.end()), 2), Numbers.fixed(loss(sgdm.end()), 2)),
                        3,
                        map("SGDM:  − λ mₜ₋₁ − η ∇L(θₜ₋₁)", "sgdm", sgdm.theta(), sgdm.end(), language)
                                .withArrows(sgdmArrows),
                        map("NAG:  − λ mₜ₋₁ − η ∇L(θₜ₋₁ − λ mₜ₋₁)", "nag", original.theta(), original.end(), language)
                                .withArrows(originalArrows),
                        map("NAG in θ′:  − λ mₜ − η ∇L(θ′ₜ₋₁)", "nag", substituted.asked(), substituted.end(), language)
                                .withArrows(substitutedArrows))
                .withSharing(Panels.Sharing.Y)
                .withSubtitle("λ = 0.9, η = 0.1;  θ′ₜ = θₜ − λ mₜ");
    }

    private static double[] after(double[] point, double[] m) {
        return new double[] {point[0] - OneStep.LAMBDA * m[0], point[1] - OneStep.LAMBDA * m[1]};
    }

    private static Arrow momentum(double[] from, double[] m) {
        double[] to = after(from, m);
        return Arrow.of("− λ m", from[0], from[1], to[0], to[1]).withColor("jump");
    }

    private static Arrow gradient(double[] from, OneStep step) {
        double[] g = BOWL.gradient(step.asked(), 1);
        double[] to = {from[0] - OneStep.ETA * g[0], from[1] - OneStep.ETA * g[1]};
        return Arrow.of("− η ∇L", from[0], from[1], to[0], to[1]).withColor("slope");
    }

    private static double[] end(Arrow arrow) {
        return new double[] {arrow.to().x(), arrow.to().y()};
    }

    private static ContourChart map(String title, String rule, double[] from, double[] to, Language language) {
        ContourChart map = LandscapeChart.of(BOWL, new Limits(-0.85, 0.15), new Limits(-1.1, 0.3));
        return ContourChart.of(title, map.x(), map.y(), map.field(), map.levels())
                .withPaths(RuleLine.of(rule, List.of(from, to)))
                .withMarks(
                        new Mark(Term.MINIMUM.in(language), 0, 0, Mark.Symbol.STAR),
                        new Mark(language.of("before the step", "更新之前"), from[0], from[1], Mark.Symbol.RING))
                .withLegend(LegendPlace.OUTSIDE);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: with momentum we know in part where we shall be, so look there. From the same θ and m SGDM's jump overshoots the valley, and the gradient at θ hardly knows; NAG's, after the jump, is %s times as long and turns back more. The third map is the same step written in θ′ = θ − λm, without a second copy of the parameters: it begins where the second one's jump ends, and θ′ₜ is θₜ − λmₜ. One step, chosen to show the overshoot: on a straight slope the two rules are the same.",
                        "投影片：有了動量，就大概知道下一步會到哪裡，不如先去那裡看看。從同樣的 θ 和 m 出發，SGDM 的跳躍越過了谷底，而原處的梯度幾乎看不出來；NAG 跳躍之後的梯度是它的 %s 倍長，把方向拉回更多。第三張圖是同一步改用 θ′ = θ − λm 來寫，不必多存一份參數：它從第二張圖跳躍的終點出發。這一步是為了呈現越過谷底而選的：在筆直的斜坡上，兩種規則完全相同。")
                .formatted(Numbers.fixed(longer(), 1));
    }

    /** {@return how many times as long NAG's gradient is as SGDM's} */
    double longer() {
        return length(BOWL.gradient(original.asked(), 1)) / length(BOWL.gradient(sgdm.asked(), 1));
    }

    private static double length(double[] vector) {
        return FastMath.sqrt(vector[0] * vector[0] + vector[1] * vector[1]);
    }
}
