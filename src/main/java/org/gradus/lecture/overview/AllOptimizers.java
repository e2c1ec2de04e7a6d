package org.gradus.lecture.overview;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.Panels;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 35: all rules of the lecture on one problem. Each is tried at the same rates; the one with the best validation loss is judged by fresh seeds
 * on test data that tuning never saw.
 *
 * @param tournament what came out
 */
public record AllOptimizers(Tournament tournament) implements Figure {

    /**
     * {@return the figure}
     *
     * @param workshop how many epochs and seeds
     * @throws InterruptedException if somebody asked to stop
     */
    static AllOptimizers of(Workshop workshop) throws InterruptedException {
        return new AllOptimizers(Tournament.of(workshop));
    }

    List<Tournament.Entrant> rows() {
        return tournament.rows();
    }

    /** How many times the best rule's test loss the last one has; medians over the seeds. */
    double factor() {
        return rows().get(rows().size() - 1).test().median()
                / rows().get(0).test().median();
    }

    /** The place in the order of test losses, from 1, of the rule with the lowest training loss. */
    int placeOfBestTrained() {
        Tournament.Entrant best = rows().stream()
                .min(Comparator.comparingDouble(
                        row -> Quartiles.of(row.trainingLosses()).median()))
                .orElseThrow();
        return rows().indexOf(best) + 1;
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                        "Tuned alike, %s rules end within a factor of %s in test loss: %s first, %s last",
                        "同樣調整後，%s 個方法的測試損失相差在 %s 倍以內：%s 第一，%s 最後")
                .formatted(
                        rows().size(),
                        Numbers.fixed(Math.ceil(10 * factor()) / 10, 1),
                        Rules.written(rows().get(0).rule()),
                        Rules.written(rows().get(rows().size() - 1).rule()));
        return Panels.of(
                        title,
                        2,
                        panel(Term.TEST_LOSS, Tournament.Entrant::testLosses, language),
                        panel(Term.TRAINING_LOSS, Tournament.Entrant::trainingLosses, language))
                .withSharing(Panels.Sharing.Y)
                .withSubtitle(language.of(
                                "digits, 64 – 32 – 10, batches of 64, %s epochs; name, rate η; dots: seeds, bars: their middle half",
                                "digits，64 – 32 – 10，批次大小 64，%s 個週期；名稱，學習率 η；點：種子；橫線：中間一半")
                        .formatted(runs().get(0).get(Settings.EPOCHS)));
    }

    private Chart panel(Term measure, Function<Tournament.Entrant, double[]> values, Language language) {
        return IntervalChart.of(
                measure.in(language),
                Axis.log(""),
                rows().stream().map(row -> row(row, values.apply(row))).toArray(IntervalChart.Row[]::new));
    }

    private static IntervalChart.Row row(Tournament.Entrant tuned, double[] values) {
        Quartiles middle = Quartiles.of(values);
        return IntervalChart.Row.of(name(tuned), middle.median(), middle.lower(), middle.upper(), values)
                .withColor(Rules.color(tuned.rule()));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Each rule was tried at the same %s rates from %s to %s; the best on validation data was judged by %s fresh seeds on test data. Where bars overlap, the order is that of the seeds and of the grid of rates; the lowest training loss has %s, which is number %s in test loss. SWATS never switches with its usual tolerance of 1e-9, so it is Adam. Small network, short training: what holds here need not hold for yours.",
                        "每個方法都試過同樣的 %s 個學習率（從 %s 到 %s），驗證資料上最好的再用 %s 個新種子在測試資料上評比。橫線重疊時，名次取決於種子與學習率的格點；訓練損失最低的是 %s，它的測試損失排第 %s。SWATS 用慣用的容許誤差 1e-9 時不會切換，因此就是 Adam。網路小、訓練短：在這裡成立的，換了問題不一定成立。")
                .formatted(
                        tournament.rates().size(),
                        tournament.rates().get(0),
                        tournament.rates().get(tournament.rates().size() - 1),
                        rows().get(0).runs().size(),
                        Rules.written(rows().get(placeOfBestTrained() - 1).rule()),
                        placeOfBestTrained());
    }

    @Override
    public List<RunSpec> runs() {
        return rows().stream()
                .flatMap(row -> row.runs().stream())
                .map(RunResult::spec)
                .toList();
    }

    /** The rule and its rate; short enough for the room beside the picture. */
    private static String name(Tournament.Entrant tuned) {
        return Rules.written(tuned.rule()).replace(" (", "(") + ", " + tuned.rate();
    }
}
