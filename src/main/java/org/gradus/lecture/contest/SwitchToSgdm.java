package org.gradus.lecture.contest;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Swats;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 11: SWATS, which begins as Adam and ends as SGDM. Where it switches, what it does before and after, and the projected rate γ_k with its
 * mean λ_k / (1 − β2^k), whose value at the switch is SGDM's rate Λ.
 *
 * @param swats SWATS from the first seed
 * @param adam Adam from the same start, with the same rate
 * @param sgdm SGDM from the same start, with the rate that SWATS has found
 * @param steps at which step SWATS switches, from several seeds; without those from which it has not
 */
public record SwitchToSgdm(Walk swats, Walk adam, Walk sgdm, List<Long> steps) implements Figure {
    private static final String ETA = "0.001";
    private static final String DELTA = "1e-4";
    private static final double BETA1 = 0.9;

    /**
     * {@return the figure}
     *
     * @param workshop how many epochs and seeds
     */
    static SwitchToSgdm of(Workshop workshop) {
        RunSpec base = RunSpec.of("data=digits hidden=32 normalization=none evaluate-every=1000 evaluate-training=no")
                .with("epochs=" + workshop.count(15, 40));
        RunSpec swats = base.with("rule=swats:delta=" + DELTA + " learning-rate=" + ETA);
        Walk walk = Walk.of(swats, false, workshop.shelf());
        double rate = (1 - BETA1) * walk.found().orElseThrow().rate();
        List<Long> steps = IntStream.rangeClosed(1, workshop.count(4, 10))
                .mapToObj(seed -> Walk.of(swats.with("seed=" + seed), true, workshop.shelf()))
                .flatMap(other -> other.found().map(Swats.Switch::step).stream())
                .toList();
        return new SwitchToSgdm(
                walk,
                Walk.of(base.with("rule=adam learning-rate=" + ETA), false, workshop.shelf()),
                Walk.of(base.with("rule=sgdm learning-rate=" + rate), false, workshop.shelf()),
                steps);
    }

    Swats.Switch found() {
        return swats.found().orElseThrow();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                        "SWATS leaves Adam at step %s with Λ = %s; over %s seeds at steps %s to %s",
                        "SWATS 在第 %s 步離開 Adam，Λ = %s；%s 個種子則在第 %s 到 %s 步")
                .formatted(
                        found().step(),
                        Numbers.fixed(found().rate(), 3),
                        steps.size(),
                        steps.stream().min(Long::compare).orElseThrow(),
                        steps.stream().max(Long::compare).orElseThrow());
        return Panels.of(title, 2, losses(language), rates(language))
                .withSubtitle(language.of(
                        "digits, 64 – 32 – 10, batches of 64, η = 0.001; switch where |λₖ/(1 − β₂ᵏ) − γₖ| < 10⁻⁴",
                        "digits，64 – 32 – 10，批次大小 64，η = 0.001；切換條件的容許誤差 ε = 0.0001"));
    }

    private Chart losses(Language language) {
        return LineChart.of(
                Term.TRAINING_LOSS.in(language),
                Axis.linear(Term.UPDATE.in(language))
                        .withLines(ReferenceLine.of(found().step(), language.of("switch", "切換"))
                                .withColor(Rules.color("swats"))),
                Axis.log(""),
                adam.line("adam").withStyle(LineStyle.DASHED),
                sgdm.line("sgdm").withStyle(LineStyle.DASHED),
                swats.line("swats"));
    }

    private Chart rates(Language language) {
        double[] k =
                IntStream.rangeClosed(1, swats.gamma().size()).asDoubleStream().toArray();
        return LineChart.of(
                language.of("the rate with which SGD would go as far", "SGD 走同樣遠所需的學習率"),
                Axis.linear(Term.UPDATE.in(language)),
                Axis.linear("").withLines(ReferenceLine.of(found().rate(), "Λ")),
                Series.of("γₖ", k, ContestStudy.numbers(swats.gamma(), gamma -> gamma))
                        .withStyle(LineStyle.FAINT)
                        .withColor(Rules.color("swats")),
                Series.of("λₖ/(1 − β₂ᵏ)", k, ContestStudy.numbers(swats.mean(), mean -> mean))
                        .withColor(Rules.color("swats")));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: begin with Adam, which is fast, end with SGDM, which is stable; switch by some criterion. The paper's is that the projected rate γ agrees with its mean; with mini-batches that is luck, and with its ε of 1e-9 it does not come here. In the end the losses are %s (SWATS), %s (Adam, the same η) and %s (SGDM with (1 − β1)Λ = %s from the start). One network; the curves are those of seed 1.",
                        "投影片：先用快的 Adam，再用穩的 SGDM，依某個條件切換。論文的條件是投影學習率 γ 與其平均一致；用小批次時這要靠運氣，而論文的 ε = 1e-9 在這裡等不到。最後的損失是 %s（SWATS）、%s（Adam，相同的 η）與 %s（SGDM，從頭就用 (1 − β1)Λ = %s）。只有一個網路；曲線取自種子 1。")
                .formatted(
                        Numbers.fixed(swats.end(), 3),
                        Numbers.fixed(adam.end(), 3),
                        Numbers.fixed(sgdm.end(), 3),
                        Numbers.fixed((1 - BETA1) * found().rate(), 4));
    }

    @Override
    public List<RunSpec> runs() {
        return List.of(swats.spec(), adam.spec(), sgdm.spec());
    }
}
