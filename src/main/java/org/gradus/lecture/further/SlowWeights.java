package org.gradus.lecture.further;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Landscape;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.lecture.descent.Maps;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.Sgdm;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 24: Lookahead on a contour: k fast steps of SGDM, then the slow weights go a part of the way, and the fast ones begin there anew.
 *
 * @param alone SGDM alone
 * @param lookahead Lookahead around SGDM with the same rate, k = 5, α = 0.5
 */
public record SlowWeights(Trace alone, Trace lookahead) implements Figure {
    static final int STEPS = 100;
    static final int K = 5;
    static final double ALPHA = 0.5;
    static final double ETA = 0.05; // SGDM's best there for 100 steps, see figure 1
    private static final int DRAWN = 25;
    private static final String NAME = "lookahead(sgdm)";

    /** {@return the figure, on a bowl of condition number 20} */
    static SlowWeights of() {
        return new SlowWeights(trace(new Sgdm()), trace(new Lookahead(new Sgdm(), K, ALPHA, Pullback.NONE)));
    }

    private static Trace trace(UpdateRule rule) {
        return Trace.from(Maps.offDiagonal(), new RuleWithRate(rule, ETA), landscape(), STEPS);
    }

    private static Landscape landscape() {
        return new IllConditioned(2, 20);
    }

    /** {@return φ_0, φ_k, φ_2k, …, as far as it is drawn} */
    List<double[]> slow() {
        List<double[]> slow = new ArrayList<>(List.of(Maps.offDiagonal()));
        lookahead.steps().stream()
                .limit(DRAWN)
                .filter(step -> step.t() % K == 0)
                .forEach(step -> slow.add(step.value("φ_t")));
        return slow;
    }

    /** {@return the fast weights before each step back, and where they begin anew} */
    List<double[]> fast() {
        List<double[]> fast = new ArrayList<>(List.of(Maps.offDiagonal()));
        for (TraceStep step : lookahead.steps().subList(0, DRAWN)) {
            fast.add(step.value("θ̃_t"));
            if (step.t() % K == 0) {
                fast.add(step.value("φ_t"));
            }
        }
        return fast;
    }

    static double[] losses(Trace trace) {
        return trace.steps().stream().mapToDouble(TraceStep::loss).toArray();
    }

    /** {@return how many times less loss Lookahead has in the end} */
    double ratio() {
        return losses(alone)[STEPS - 1] / losses(lookahead)[STEPS - 1];
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Slow weights damp the swing: after %s steps Lookahead has %s times less loss",
                "慢權重抑制擺盪：%s 步之後，Lookahead 的損失只有 SGDM 的 1/%s");
        Series slow = RuleLine.of(NAME, slow()).withRole(language.of("slow weights φ", "慢權重 φ"), LineStyle.SOLID);
        Series fast = RuleLine.of("sgdm", fast()).withRole(language.of("fast weights θ", "快權重 θ"), LineStyle.DASHED);
        return Panels.of(
                        title.formatted(STEPS, Numbers.fixed(ratio(), 0)),
                        3,
                        map("Lookahead", language).withPaths(fast, slow),
                        map(language.of("SGDM alone", "只用 SGDM"), language)
                                .withPaths(RuleLine.of("sgdm", alone.path().subList(0, DRAWN + 1))),
                        losses(language))
                .withSubtitle(language.of(
                        "k = 5, α = 0.5, η = 0.05, λ = 0.9; the maps show the first 25 steps",
                        "k = 5，α = 0.5，η = 0.05，λ = 0.9；等高線圖畫出前 25 步"));
    }

    private static ContourChart map(String title, Language language) {
        return Maps.of(title, landscape(), new Limits(-1.5, 1), new Limits(-0.8, 0.9), Maps.offDiagonal(), language);
    }

    private Chart losses(Language language) {
        double[] t = IntStream.rangeClosed(1, STEPS).asDoubleStream().toArray();
        return LineChart.of(
                language.of("How the loss falls", "損失下降的情形"),
                Axis.linear(Term.UPDATE.in(language)),
                Axis.log(Term.LOSS.in(language)),
                RuleLine.of("sgdm", t, losses(alone)),
                RuleLine.of(NAME, t, losses(lookahead)));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                "The slide: k steps forward, 1 step back; a wrapper around any optimizer that is more stable. Each step back ends on the line from the old φ to the fast weights, which averages the swings across the valley. SGDM has the one of 15 rates that is best for it here, so the comparison favors it; with α = 0.8, the default of the authors' code, the gain is far smaller. A bowl with exact gradients; on networks the paper claims less.",
                "投影片：向前 k 步，退後 1 步；任何最佳化方法都能包在裡面，而且更穩定。每次退後都落在舊的 φ 和快權重的連線上，把橫越山谷的擺盪平均掉。SGDM 用的是 15 個學習率中對它最好的一個，因此比較對它有利；若 α = 0.8（作者程式的預設值），好處小得多。這是梯度精確的碗形地形；在神經網路上，論文的主張沒有這麼大。");
    }
}
