package org.gradus.lecture.help;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.lecture.help.Transfer.Begin;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 31: what weights from another task are worth when there are few examples. It depends on the task: a network that knows which digits are
 * even learns faster to tell all of them apart; one that knows 0 to 4 does not learn 5 to 9 any faster than one that knows nothing.
 *
 * @param seeds how many runs there are of each
 * @param examples how many examples there are of each class
 * @param otherDigits the test accuracy for each number of examples after learning 0 to 4, by the weights to begin with
 * @param parity the same after learning which digits are even
 */
public record FineTuning(
        int seeds, List<Integer> examples, Map<Begin, List<Quartiles>> otherDigits, Map<Begin, List<Quartiles>> parity)
        implements Figure {
    /** How many examples of each class the title tells of. */
    static final int FEW = 2;

    /** {@return the figure: SGDM with its usual rate} */
    static FineTuning of(Workshop workshop) {
        int seeds = workshop.count(3, 7);
        List<Integer> examples = List.of(1, 2, 5, 10, 20).subList(0, workshop.count(2, 5));
        return new FineTuning(
                seeds,
                examples,
                accuracies(seeds, examples, Transfer::fromOtherDigits),
                accuracies(seeds, examples, Transfer::fromParity));
    }

    private static Map<Begin, List<Quartiles>> accuracies(
            int seeds, List<Integer> examples, LongFunction<Transfer> transfer) {
        List<Transfer> transfers =
                LongStream.rangeClosed(1, seeds).mapToObj(transfer).toList();
        Map<Begin, List<Quartiles>> accuracies = new LinkedHashMap<>();
        for (Begin begin : Begin.values()) {
            accuracies.put(
                    begin,
                    examples.stream()
                            .map(few -> Quartiles.of(transfers.stream()
                                    .mapToDouble(each -> each.accuracy(begin, few))
                                    .toArray()))
                            .toList());
        }
        return accuracies;
    }

    /** {@return the test accuracies with two examples of each class}
     *
     * @param accuracies those of the one or the other task
     * @param begin the weights to begin with
     */
    Quartiles withFew(Map<Begin, List<Quartiles>> accuracies, Begin begin) {
        return accuracies.get(begin).get(examples.indexOf(FEW));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Pre-trained on the same digits: %s from %s of each class; fresh weights: %s",
                "用相同數字預訓練後，每類只要 %2$s 個樣本，準確率 %1$s；全新權重：%3$s");
        return Panels.of(
                        title.formatted(percent(parity, Begin.PRE_TRAINED), FEW, percent(parity, Begin.FRESH)),
                        2,
                        panel(language.of("first 0 to 4, then 5 to 9", "先學 0 到 4，再學 5 到 9"), language, otherDigits),
                        panel(language.of("first even or odd, then 0 to 9", "先學奇數或偶數，再學 0 到 9"), language, parity))
                .withSharing(Panels.Sharing.BOTH)
                .withSubtitle(language.of(
                                "digits, one hidden layer of 64, SGDM; median and quartiles over seeds 1 to %s",
                                "digits 資料集，一層 64 個隱藏單元，SGDM；亂數種子 1 到 %s 的中位數與四分位數")
                        .formatted(seeds));
    }

    private String percent(Map<Begin, List<Quartiles>> accuracies, Begin begin) {
        return Numbers.percent(withFew(accuracies, begin).median(), 0);
    }

    private Chart panel(String title, Language language, Map<Begin, List<Quartiles>> accuracies) {
        double[] x = examples.stream().mapToDouble(count -> count).toArray();
        return LineChart.of(
                title,
                Axis.log(language.of("training examples of each class", "每個類別的訓練樣本數")),
                Axis.linear(Term.TEST_ACCURACY.in(language)),
                Bands.of(language.of("pre-trained", "預訓練權重"), x, accuracies.get(Begin.PRE_TRAINED)),
                Bands.of(
                                language.of("pre-trained, only the head learns", "預訓練權重，只訓練輸出層"),
                                x,
                                accuracies.get(Begin.FROZEN))
                        .withStyle(LineStyle.DASHED),
                Bands.of(language.of("fresh weights", "全新權重"), x, accuracies.get(Begin.FRESH)));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: begin with weights that were trained on something else. Where the first task had the same digits (right), it is worth a few points as long as examples are few; this task was picked from seven that we tried, most of which helped little or not at all. Where it had others (left), it is worth nothing: %s against %s from %s of each class, so the slide's claim does not show there. Freezing the hidden layer costs more than it saves. The head is always new; %s epochs with the usual rate for all, tested on images that nothing was learned from.",
                        "投影片：從別的任務訓練好的權重開始。先前的任務若看過相同的數字（右），樣本少時準確率能高幾個百分點（這是我們試過的七個任務中挑出的一個，其餘大多幫助很小或沒有）；若看的是別的數字（左），就沒有幫助：每類 %3$s 個樣本時是 %1$s 對 %2$s，投影片的說法在這裡看不出來。凍結隱藏層得不償失。輸出層都是新的，一律以常用學習率訓練 %4$s 個週期，並用沒有學過的圖片測試。")
                .formatted(
                        percent(otherDigits, Begin.PRE_TRAINED),
                        percent(otherDigits, Begin.FRESH),
                        FEW,
                        Transfer.EPOCHS);
    }
}
