package org.gradus.lecture.contest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.duel.Contender;
import org.gradus.experiment.duel.Duel;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.duel.Tuning;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.GoodRates;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.experiment.statistics.Verdict;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.train.EpochMetrics;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Adam against SGDM, of which several figures show different sides: both rates tuned with the same budget, the best of each judged with fresh
 * seeds, on test data that tuning never saw.
 *
 * @param result what the duel found
 */
record ContestStudy(DuelResult result) {

    /**
     * One of the two.
     *
     * @param tuned what its tuning found
     * @param runs the runs it is judged by, in the order of the seeds
     */
    record Side(Tuned tuned, List<RunResult> runs) {
        String name() {
            return tuned.contender().name();
        }

        String color() {
            return Rules.color(tuned.contender().rule().name());
        }

        double bestRate() {
            return tuned.best().learningRate();
        }

        /** Medians with the middle half of the seeds around them; SGDM is dashed, for who sees no colors. */
        Series line(double[] x, List<Quartiles> y) {
            return Bands.of(name(), x, y)
                    .withStyle(tuned.contender().rule().name().equals("adam") ? LineStyle.SOLID : LineStyle.DASHED)
                    .withColor(color());
        }

        /** A level line from the lowest good rate to the highest. */
        Series bar(GoodRates good, double y) {
            return Series.of(name(), new double[] {good.lowest(), good.highest()}, new double[] {y, y})
                    .withColor(color());
        }

        /** The final validation losses of the trials, the lowest rate first; NaN where a run diverged. */
        List<Quartiles> losses() {
            return byRate().stream()
                    .map(trial -> new RunGroup(Map.of(), trial.runs())
                            .last(epoch -> epoch.validation().loss()))
                    .toList();
        }

        /** The trials, the lowest learning rate first. */
        List<Trial> byRate() {
            return tuned.trials().stream()
                    .sorted(Comparator.comparingDouble(Trial::learningRate))
                    .toList();
        }
    }

    static ContestStudy of(Workshop workshop) throws InterruptedException {
        RunSpec base = RunSpec.of("data=digits hidden=32 epochs=" + workshop.count(5, 15));
        Duel duel = Duel.of(base, Contender.of("adam"), Contender.of("sgdm"))
                .withTrials(workshop.count(5, Duel.USUAL_TRIALS))
                .withTuningSeeds(workshop.count(1, Duel.USUAL_TUNING_SEEDS))
                .withSeeds(workshop.count(8, Duel.USUAL_SEEDS));
        Tuning tuning = duel.tuned(workshop.run(duel.tuning(workshop.shelf())), workshop.shelf());
        return new ContestStudy(
                duel.result(tuning, workshop.run(duel.judging(tuning, workshop.shelf())), workshop.shelf()));
    }

    Side adam() {
        return new Side(result.tuning().first(), result.firstRuns());
    }

    Side sgdm() {
        return new Side(result.tuning().second(), result.secondRuns());
    }

    List<Side> sides() {
        return List.of(adam(), sgdm());
    }

    List<RunSpec> runs() {
        return result.judging().runs().stream().map(RunResult::spec).toList();
    }

    /** The verdict on a question in a few words, as in {@code Adam is faster}. */
    String verdict(Aspect aspect, Language language) {
        List<String> words = words(aspect);
        return result.answer(aspect)
                .verdict()
                .better()
                .map(better -> language.of(words.get(0), words.get(1)).formatted(better))
                .orElse(language.of(words.get(2) + ": not decided", words.get(3) + "未分勝負"));
    }

    private static List<String> words(Aspect aspect) {
        return switch (aspect) {
            case SPEED, TIME -> List.of("%s is faster", "%s 較快", "speed", "速度");
            case TRAINING -> List.of("%s has the lower training loss", "%s 的訓練損失較低", "training loss", "訓練損失");
            case TEST -> List.of("%s has the higher test accuracy", "%s 的測試準確率較高", "test accuracy", "測試準確率");
            case GAP -> List.of("%s has the smaller gap", "%s 的差距較小", "the gap", "差距");
            case SPREAD -> List.of("%s is steadier", "%s 較穩定", "spread over seeds", "種子間的離散程度");
            case FAILURES -> List.of("%s diverges less often", "%s 較少發散", "divergence", "發散次數");
        };
    }

    /** A question's number for both, the medians over the seeds. */
    double median(Aspect aspect, Side side) {
        Verdict verdict = result.answer(aspect).verdict();
        return (side.equals(adam()) ? verdict.first() : verdict.second()).median();
    }

    /** After how many epochs a side came to the target at its good rates, from the fastest to the slowest of them; ∞ if never. */
    String epochsAtGoodRates(Side side) {
        GoodRates good = result.goodRates(side.tuned()).orElseThrow();
        double[] epochs = side.byRate().stream()
                .filter(trial -> trial.learningRate() >= good.lowest() && trial.learningRate() <= good.highest())
                .mapToDouble(trial -> Quartiles.of(numbers(trial.runs(), this::epochsToTarget))
                        .median())
                .sorted()
                .toArray();
        return Numbers.text(epochs[0]) + "–" + Numbers.text(epochs[epochs.length - 1]);
    }

    private double epochsToTarget(RunResult run) {
        return run.history().epochs().stream()
                .filter(epoch -> epoch.validation().accuracy()
                        >= result.tuning().target().value())
                .mapToDouble(EpochMetrics::epoch)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** On what, and how the rates were found. */
    String conditions(Language language) {
        return language.of(
                        "digits, 64 – 32 – 10, batches of 64; tuned: Adam η = %s, SGDM η = %s; %s seeds",
                        "digits，64 – 32 – 10，批次大小 64；調整後：Adam η = %s，SGDM η = %s；%s 個亂數種子")
                .formatted(Numbers.text(adam().bestRate()), Numbers.text(sgdm().bestRate()), duel().seeds());
    }

    /** What has to be said of every picture of the duel. */
    String budget(Language language) {
        return language.of(
                        "Both rates are the best of %s on validation data (means over seeds: %s); the runs shown have other seeds, and test data that tuning never saw. Other data or networks may say otherwise.",
                        "兩者的學習率都是在驗證資料上從 %s 個值選出的最佳值（%s 個種子的平均）；圖中的執行用另外的種子，測試資料從未用於調整。換別的資料或網路，結論可能不同。")
                .formatted(duel().trials(), duel().tuningSeeds());
    }

    private Duel duel() {
        return result.duel();
    }

    static <T> double[] numbers(List<T> list, ToDoubleFunction<T> number) {
        return list.stream().mapToDouble(number).toArray();
    }
}
