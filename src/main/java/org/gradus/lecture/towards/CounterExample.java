package org.gradus.lecture.towards;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 13: the problem of Reddi et al. 2018, section 5, on which Adam goes to the worst point and AMSGrad to the best one.
 *
 * @param adam what Adam did, at updates at about equal ratios
 * @param amsGrad what AMSGrad did
 */
public record CounterExample(List<ReddiWalk.Seen> adam, List<ReddiWalk.Seen> amsGrad) implements Figure {
    private static final int CYCLE = ReddiWalk.CYCLE;

    /** {@return the figure: 10 100 updates at quick effort, 1 010 000 at full} */
    static CounterExample of(Workshop workshop) {
        int steps = workshop.count(100 * CYCLE, 10_000 * CYCLE);
        return new CounterExample(
                ReddiWalk.walk(new Adam(0.9, 0.99, 1e-8), steps), ReddiWalk.walk(new AmsGrad(0.9, 0.99, 1e-8), steps));
    }

    private static ReddiWalk.Seen last(List<ReddiWalk.Seen> seen) {
        return seen.get(seen.size() - 1);
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Adam goes to the worst point, x = %s, AMSGrad towards the best, x = %s",
                "Adam 走到最差的點 x = %s，AMSGrad 走向最好的點（x = %s）");
        Axis x = Axis.linear("x")
                .withLimits(-1.08, 1.08)
                .withLines(
                        ReferenceLine.of(1, language.of("worst", "最差")),
                        ReferenceLine.of(-1, language.of("best", "最好")));
        Axis regret = Axis.log(language.of("average regret", "平均遺憾（regret）") + " R / t")
                .withLines(ReferenceLine.of(20.0 / CYCLE, "20/101"));
        return Panels.of(
                        title.formatted(
                                number(last(adam).x()), number(last(amsGrad).x())),
                        2,
                        panel(language.of("Where they are", "走到哪裡"), language, x, ReddiWalk.Seen::x),
                        panel(language.of("What it costs", "付出的代價"), language, regret, ReddiWalk.Seen::regret))
                .withSubtitle("f(x) = 1010x if t mod 101 = 1, else −10x; β₁ = 0.9, β₂ = 0.99, ηₜ = 0.5 / √t");
    }

    private static String number(double x) {
        return Numbers.typeset(Numbers.fixed(x, 3));
    }

    private Chart panel(String title, Language language, Axis y, ToDoubleFunction<ReddiWalk.Seen> value) {
        return LineChart.of(
                        title,
                        Axis.log(Term.UPDATE.in(language)),
                        y,
                        line("adam", adam, value),
                        line("amsgrad", amsGrad, value))
                .withLegend(LegendPlace.LINE_ENDS);
    }

    private static Series line(String rule, List<ReddiWalk.Seen> seen, ToDoubleFunction<ReddiWalk.Seen> value) {
        return RuleLine.of(
                rule,
                seen.stream().mapToDouble(ReddiWalk.Seen::t).toArray(),
                seen.stream().mapToDouble(value).toArray());
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Reddi et al. 2018: one gradient of 1010 in %s pushes to the left, the others, −10, to the right; over a cycle the left is right. Adam divides the large one away and pays 20/101 per update for ever; AMSGrad does not forget it, and its average regret vanishes, slowly: after %s updates it is %s, at x = %s. Shown at the end of each cycle; the learning rate is ours, the paper gives none.",
                        "Reddi 等人（2018）：每 %s 次更新中，只有一次梯度是 1010，把 x 推向左邊，其餘都是 −10，推向右邊；整個週期加起來，往左才對。Adam 把大梯度除掉，每次更新永遠付出 20/101 的代價；AMSGrad 不會忘記它，平均遺憾會趨近 0，但很慢：更新 %s 次後是 %s，x = %s。圖中是每個週期結束時的值；學習率是我們選的，論文沒有給。")
                .formatted(
                        CYCLE,
                        last(amsGrad).t(),
                        Numbers.fixed(last(amsGrad).regret(), 3),
                        number(last(amsGrad).x()));
    }
}
