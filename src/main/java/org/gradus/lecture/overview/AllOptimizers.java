package org.gradus.lecture.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.Panels;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunGroup;
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
 * @param rates the rates that each rule was tried at, the lowest first
 * @param rows the rules, the lowest median test loss first
 */
public record AllOptimizers(List<String> rates, List<Tuned> rows) implements Figure {
    private static final List<String> RULES = List.of(
            "sgd",
            "sgdm",
            "nag",
            "adagrad",
            "rmsprop",
            "adam",
            "swats",
            "amsgrad",
            "adabound",
            "radam",
            "nadam",
            "sgdwm",
            "adamw",
            "lookahead(sgdm)",
            "lookahead(adam)");

    /** Half a decade from one to the next: as many for one rule as for another. */
    private static final List<String> RATES = List.of("0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1");

    private static final List<String> COARSE_RATES = List.of("0.01", "0.1", "1");

    private static final List<Long> TUNING_SEEDS = List.of(101L, 102L, 103L);

    /**
     * A rule at its best rate.
     *
     * @param rule its name
     * @param rate the rate with the best validation loss
     * @param runs what came out with fresh seeds
     */
    record Tuned(String rule, String rate, List<RunResult> runs) {
        double[] testLosses() {
            return runs.stream()
                    .mapToDouble(run -> run.test().map(test -> test.loss()).orElse(Double.POSITIVE_INFINITY))
                    .toArray();
        }

        double[] trainingLosses() {
            return runs.stream()
                    .mapToDouble(run -> run.history().last().onTraining().loss())
                    .toArray();
        }

        Quartiles test() {
            return Quartiles.of(testLosses());
        }
    }

    /** Keeps a copy of the list, which nobody can change. */
    public AllOptimizers {
        rates = List.copyOf(rates);
        rows = List.copyOf(rows);
    }

    /**
     * {@return the figure}
     *
     * @param workshop how many epochs and seeds
     * @throws InterruptedException if somebody asked to stop
     */
    static AllOptimizers of(Workshop workshop) throws InterruptedException {
        int epochs = workshop.count(2, 8);
        RunSpec base = RunSpec.of("data=digits hidden=32 test-seed=1")
                .with(Settings.EPOCHS, epochs)
                .with(Settings.EVALUATE_EVERY, epochs);
        List<String> rates = workshop.count(0, 1) == 0 ? COARSE_RATES : RATES;
        Map<String, String> best = tune(base.with("evaluate-training=no"), rates, workshop);
        List<String> changes = new ArrayList<>();
        best.forEach((rule, rate) -> changes.add(change(rule, rate)));
        List<RunGroup> judged = workshop.run(
                        Plan.of(base).overEach(changes).over(Settings.SEED, seeds(workshop.count(3, 8))))
                .by(Settings.RULE);
        return new AllOptimizers(
                rates,
                judged.stream()
                        .map(group -> group.values().get(Settings.RULE))
                        .map(rule -> new Tuned(rule, best.get(rule), ofRule(judged, rule)))
                        .sorted(Comparator.comparingDouble(row -> row.test().median()))
                        .toList());
    }

    private static String change(String rule, String rate) {
        return "rule=" + rule + " learning-rate=" + rate;
    }

    private static List<Long> seeds(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static List<RunResult> ofRule(List<RunGroup> groups, String rule) {
        return groups.stream()
                .filter(group -> group.values().get(Settings.RULE).equals(rule))
                .findFirst()
                .orElseThrow()
                .runs();
    }

    /** The rate of each rule with the lowest mean validation loss over the tuning seeds. */
    private static Map<String, String> tune(RunSpec base, List<String> rates, Workshop workshop)
            throws InterruptedException {
        List<String> changes = RULES.stream()
                .flatMap(rule -> rates.stream().map(rate -> change(rule, rate)))
                .toList();
        Map<String, String> best = new LinkedHashMap<>();
        List<Long> seeds = TUNING_SEEDS.subList(0, workshop.count(1, 3));
        Plan plan = Plan.of(base).overEach(changes).over(Settings.SEED, seeds);
        Map<String, Double> losses = new LinkedHashMap<>();
        for (RunGroup group : workshop.run(plan).by(Settings.RULE, Settings.LEARNING_RATE)) {
            String rule = group.values().get(Settings.RULE);
            double loss = meanLoss(group.runs());
            if (loss < losses.getOrDefault(rule, Double.POSITIVE_INFINITY)) {
                losses.put(rule, loss);
                best.put(rule, group.values().get(Settings.LEARNING_RATE));
            }
        }
        return best;
    }

    /** On the validation data in the end; infinite if one of the runs diverged. */
    private static double meanLoss(List<RunResult> runs) {
        return runs.stream()
                .mapToDouble(run ->
                        run.isComparable() ? run.history().last().validation().loss() : Double.POSITIVE_INFINITY)
                .average()
                .orElseThrow();
    }

    /** {@return the rules whose middle half of the seeds reaches that of the best, which is one of them} */
    List<Tuned> asGoodAsTheBest() {
        return rows.stream()
                .filter(row -> row.test().lower() <= rows.get(0).test().upper())
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        Tuned last = rows.get(rows.size() - 1);
        String title = language.of(
                        "%s of %s tuned rules overlap with the best, %s; the last, %s, has %s times its loss",
                        "調整後，%s／%s 個方法與最佳的 %s 重疊；最後的 %s 損失是它的 %s 倍")
                .formatted(
                        asGoodAsTheBest().size(),
                        rows.size(),
                        Rules.written(rows.get(0).rule()),
                        Rules.written(last.rule()),
                        Numbers.fixed(last.test().median() / rows.get(0).test().median(), 1));
        return Panels.of(
                        title,
                        2,
                        panel(Term.TEST_LOSS, Tuned::testLosses, language),
                        panel(Term.TRAINING_LOSS, Tuned::trainingLosses, language))
                .withSharing(Panels.Sharing.Y)
                .withSubtitle(language.of(
                                "digits, 64 – 32 – 10, batches of 64, %s epochs; name, rate η; dots: seeds, bars: their middle half",
                                "digits，64 – 32 – 10，批次大小 64，%s 個週期；名稱，學習率 η；點：種子；橫線：中間一半")
                        .formatted(runs().get(0).get(Settings.EPOCHS)));
    }

    private Chart panel(Term measure, Function<Tuned, double[]> values, Language language) {
        return IntervalChart.of(
                measure.in(language),
                Axis.log(""),
                rows.stream().map(row -> row(row, values.apply(row))).toArray(IntervalChart.Row[]::new));
    }

    private static IntervalChart.Row row(Tuned tuned, double[] values) {
        Quartiles middle = Quartiles.of(values);
        return IntervalChart.Row.of(name(tuned), middle.median(), middle.lower(), middle.upper(), values)
                .withColor(Rules.color(tuned.rule()));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Each rule was tried at the same %s rates from %s to %s; the best on validation data was judged by %s fresh seeds on test data. Where the middle halves overlap, the order is that of the seeds and of the grid of rates; SWATS never switches with its usual tolerance of 1e-9, so it is Adam. Small network, short training: what holds here need not hold for yours.",
                        "每個方法都試過同樣的 %s 個學習率（從 %s 到 %s），驗證資料上最好的再用 %s 個新種子在測試資料上評比。橫線重疊時，名次取決於種子與學習率的格點；SWATS 用慣用的容許誤差 1e-9 時不會切換，因此就是 Adam。網路小、訓練短：在這裡成立的，換了問題不一定成立。")
                .formatted(
                        rates.size(),
                        rates.get(0),
                        rates.get(rates.size() - 1),
                        rows.get(0).runs().size());
    }

    @Override
    public List<RunSpec> runs() {
        return rows.stream()
                .flatMap(row -> row.runs().stream())
                .map(RunResult::spec)
                .toList();
    }

    /** The rule and its rate; short enough for the room beside the picture. */
    private static String name(Tuned tuned) {
        return Rules.written(tuned.rule()).replace(" (", "(") + ", " + tuned.rate();
    }
}
