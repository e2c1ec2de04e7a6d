package org.gradus.lecture.contest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.LinearRamp;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 10: Wilson's construction, on which all rules reach training error 0, and adaptive ones give every new negative example a positive score.
 *
 * @param scores the scores of a new positive and a new negative example at each step, by the name of the rule; at first both are 0
 */
public record FreshPoints(Map<String, double[][]> scores) implements Figure {
    private static final int STEPS = 300;
    private static final double NO_EPSILON = 1e-300; // far below √v̂, which swallows it

    /** {@return the figure: 6 positive and 4 negative examples, the squared error of all, from 0} */
    static FreshPoints of() {
        LinearRamp falling = new LinearRamp(0.01, 0, STEPS); // RMSProp and Adam come to rest only if the rate does
        List<RuleWithRate> rules = List.of(
                new RuleWithRate(new Sgd(), 0.01),
                new RuleWithRate(new Sgdm(), 0.002),
                new RuleWithRate(new Adagrad(), 0.1),
                new RuleWithRate(new RmsProp(), falling),
                new RuleWithRate(new Adam(0.9, 0.999, NO_EPSILON), falling));
        Map<String, double[][]> scores = new LinkedHashMap<>();
        rules.forEach(rule -> scores.put(rule.rule().name(), WilsonWalk.scores(rule, STEPS)));
        return new FreshPoints(scores);
    }

    /** {@return the score of a new positive example in the end} */
    double positive(String rule) {
        return scores.get(rule)[STEPS][0];
    }

    /** {@return the score of a new negative example in the end; it is misclassified if that is more than 0} */
    double negative(String rule) {
        return scores.get(rule)[STEPS][1];
    }

    /** {@return the rules that misclassify every new negative example, as written in titles} */
    List<String> wrong() {
        return scores.keySet().stream()
                .filter(rule -> negative(rule) > 0)
                .map(Rules::written)
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        List<String> right = scores.keySet().stream()
                .map(Rules::written)
                .filter(rule -> !wrong().contains(rule))
                .toList();
        String title = language.of("%s misclassify every new negative example; %s none", "%s 把新的負例全部分錯；%s 全部分對")
                .formatted(String.join(language.of(", ", "、"), wrong()), String.join(language.of(", ", "、"), right));
        return Panels.of(title, 2, bars(language), path(language))
                .withSubtitle(language.of(
                        "Wilson et al. 2017, 3.3: 6 positive and 4 negative examples, squared error, training error 0",
                        "Wilson 等人 2017，3.3：6 個正例與 4 個負例，平方誤差，訓練誤差 0"));
    }

    private Chart bars(Language language) {
        double[] positive = scores.keySet().stream().mapToDouble(this::positive).toArray();
        double[] negative = scores.keySet().stream().mapToDouble(this::negative).toArray();
        return BarChart.of(
                language.of("scores in the end: the sign decides", "最後的分數：由正負號決定類別"),
                scores.keySet().stream().map(Rules::written).toList(),
                Axis.linear(""),
                Series.ofValues(language.of("new positive", "新的正例"), positive),
                Series.ofValues(language.of("new negative", "新的負例"), negative));
    }

    private Chart path(Language language) {
        double[] t = IntStream.rangeClosed(0, STEPS).asDoubleStream().toArray();
        Series[] lines = scores.entrySet().stream()
                .map(entry -> Series.of(
                                Rules.written(entry.getKey()),
                                t,
                                Arrays.stream(entry.getValue())
                                        .mapToDouble(score -> score[1])
                                        .toArray())
                        .withStyle(negative(entry.getKey()) > 0 ? LineStyle.SOLID : LineStyle.DASHED)
                        .withColor(Rules.color(entry.getKey())))
                .toArray(Series[]::new);
        return LineChart.of(
                        language.of("score of a new negative example", "新負例的分數"),
                        Axis.linear(Term.UPDATE.in(language)),
                        Axis.linear("").withLines(ReferenceLine.of(0, "")),
                        lines)
                .withLegend(LegendPlace.LINE_ENDS);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Only the first feature, y itself, tells anything about new examples; the rest are the same for all or private to one. Adaptive methods move all weights alike, to ±1/4, and so score a new example (y + 2) / 4: %s even for a negative one. Gradient descent goes to the solution of least norm: %s. The construction is made for this, with ε = 0 and more positive than negative examples; it proves that it can happen, not that it does on real data.",
                        "只有第一個特徵（就是 y）能用來判斷新例；其餘特徵不是所有例子都一樣，就是某一例獨有。自適應方法讓所有權重走得一樣遠，到 ±1/4，所以新例的分數是 (y + 2)／4：負例也得到 %s。梯度下降走到範數最小的解：%s。這個例子是特意構造的（ε = 0，正例多於負例）；它證明可能發生，不表示真實資料會如此。")
                .formatted(Numbers.fixed(negative("adam"), 2), Numbers.typeset(Numbers.fixed(negative("sgd"), 2)));
    }
}
