package org.gradus.lecture.towards;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 15: AdaBound's bounds close in on f = 0.1, and the rates of the weights between them.
 *
 * @param moments some of the updates of a softmax classifier of the digits
 */
public record BoundedRates(List<BoundedTraining.Moment> moments) implements Figure {
    private static final int SHOWN = 24;

    /** {@return the figure: 300 updates at quick effort, 5000 at full} */
    static BoundedRates of(Workshop workshop) {
        return new BoundedRates(BoundedTraining.moments(workshop.count(300, 5000)));
    }

    /** {@return the share of the weights that move whose rate is that of a bound, at one of the moments} */
    double shareAtBound(BoundedTraining.Moment moment) {
        List<Double> moving =
                moment.rates().stream().filter(rate -> !rate.isNaN()).toList();
        return moving.stream().filter(moment::isAtBound).count() / (double) moving.size();
    }

    BoundedTraining.Moment last() {
        return moments.get(moments.size() - 1);
    }

    /** The places of weights that move at all moments, a few of them, evenly chosen. */
    private int[] shown() {
        int[] moving = IntStream.range(0, last().rates().size())
                .filter(i -> moments.stream()
                        .noneMatch(moment -> moment.rates().get(i).isNaN()))
                .toArray();
        return IntStream.range(0, SHOWN)
                .map(i -> moving[i * moving.length / SHOWN])
                .toArray();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "AdaBound's bounds close in: at update %s all rates lie between %s and %s",
                "AdaBound 的上下界逐漸收攏：第 %s 次更新時，所有學習率都在 %s 和 %s 之間");
        Stream<Series> rates = IntStream.of(shown())
                .mapToObj(i -> line(
                                language.of("single weights", "個別權重"),
                                moment -> moment.rates().get(i))
                        .withColor(Rules.color("adabound"))
                        .withStyle(LineStyle.FAINT));
        Stream<Series> bounds = Stream.of(
                line(language.of("upper bound uₜ", "上界"), BoundedTraining.Moment::upper)
                        .withColor("bound"),
                line(language.of("lower bound lₜ", "下界"), BoundedTraining.Moment::lower)
                        .withColor("bound")
                        .withStyle(LineStyle.DASHED));
        return LineChart.of(
                        title.formatted(last().t(), Numbers.fixed(last().lower(), 3), Numbers.fixed(last().upper(), 3)),
                        Axis.log(Term.UPDATE.in(language)),
                        Axis.log(language.of("rate of a weight", "權重的學習率") + " η̂ₜ"),
                        Stream.concat(rates, bounds).toArray(Series[]::new))
                .withSubtitle("lₜ = 0.1 − 0.1 / ((1 − β₂) t + 1),  uₜ = 0.1 + 0.1 / ((1 − β₂) t),  β₂ = 0.999");
    }

    private Series line(String name, ToDoubleFunction<BoundedTraining.Moment> value) {
        return Series.of(
                name,
                moments.stream().mapToDouble(BoundedTraining.Moment::t).toArray(),
                moments.stream().mapToDouble(value).toArray());
    }

    @Override
    public String caption(Language language) {
        BoundedTraining.Moment middle = moments.get(moments.size() / 2);
        return language.of(
                        "The slide: Clip(η / (√v̂ₜ + ε)) between bounds that begin at nearly 0 and nearly ∞ and end at 0.1, so Adam at first and SGDM in the end. Here a softmax classifier of the digits learns with η = 0.001 in batches of %s; %s of its 650 weights are drawn, seed %s. At update %s the bounds decide the rate of %s of the weights that move, at the last one of %s. The bounds do not look at the loss: 0.1 is too long where SGD with 0.1 diverges.",
                        "投影片：Clip(η / (√v̂ₜ + ε)) 的上下界一開始接近 0 和 ∞，最後都趨近 0.1，因此先像 Adam，後像 SGDM。這裡用 softmax 分類器學手寫數字，η = 0.001，批次大小 %s；650 個權重中畫出 %s 個，亂數種子 %s。第 %s 次更新時，會移動的權重有 %s 由上下界決定學習率，最後一次是 %s。上下界不看損失：若 SGD 用 0.1 會發散，0.1 在這裡也太大。")
                .formatted(
                        BoundedTraining.BATCH,
                        SHOWN,
                        BoundedTraining.SEED,
                        middle.t(),
                        Numbers.percent(shareAtBound(middle), 0),
                        Numbers.percent(shareAtBound(last()), 0));
    }
}
