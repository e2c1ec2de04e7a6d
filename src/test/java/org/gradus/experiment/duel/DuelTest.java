package org.gradus.experiment.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.plan.Runner;
import org.gradus.experiment.plan.Workers;
import org.gradus.experiment.statistics.SampleSize;
import org.gradus.experiment.statistics.Verdict;
import org.gradus.optim.Rules;
import org.gradus.train.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuelTest {
    private static final RunSpec BASE = RunSpec.of("data=iris hidden=8 epochs=3 batch-size=16 seed=5");
    private static final RunListener NOBODY = new RunListener() {};

    private final DataShelf shelf = new DataShelf();

    private static Duel duel(String first, String second) {
        return Duel.of(BASE, Contender.of(first), Contender.of(second))
                .withTrials(3)
                .withTuningSeeds(2)
                .withSeeds(8);
    }

    private Results run(Plan plan, int threads) {
        try (Workers workers = Workers.here(shelf, threads)) {
            return new Runner(shelf, workers).run(plan, NOBODY);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private DuelResult fight(Duel duel, int threads) {
        Tuning tuning = duel.tuned(run(duel.tuning(shelf), threads), shelf);
        return duel.result(tuning, run(duel.judging(tuning, shelf), threads), shelf);
    }

    @Test
    void tuningAndJudgingHaveSeedsOfTheirOwnAndOneTestPart() {
        Duel duel = duel("adam", "sgdm");
        Plan tuning = duel.tuning(shelf);
        assertThat(tuning.size()).isEqualTo(2 * 3 * 2);
        Tuning found = duel.tuned(run(tuning, 2), shelf);
        Plan judging = duel.judging(found, shelf);
        assertThat(judging.size()).isEqualTo(2 * 8);
        assertThat(duel.judgingSeeds()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(duel.seedsOfTuning()).containsExactly(13L, 14L);
        assertThat(tuning.runs()).extracting(run -> run.get(Settings.SEED)).containsOnly(13L, 14L);
        assertThat(judging.runs()).extracting(run -> run.get(Settings.SEED)).hasSameElementsAs(duel.judgingSeeds());
        assertThat(Stream.concat(tuning.runs().stream(), judging.runs().stream())
                        .map(run -> shelf.open(run).split().test().fingerprint())
                        .distinct())
                .hasSize(1);
        assertThat(tuning.runs().stream()
                        .map(run -> shelf.open(run).split().validation().fingerprint())
                        .distinct())
                .hasSize(2);
    }

    /** As far into the one space as into the other: the rates differ by the factor by which the spaces do. */
    @Test
    void bothAreTriedAtTheSamePlaces() {
        Duel duel = Duel.of(
                BASE,
                Contender.of("adam").with("learning-rate=1e-4..0.1"),
                Contender.of("sgdm").with("learning-rate=1e-3..1"));
        double[] first = rates(duel, "adam");
        double[] second = rates(duel, "sgdm");
        assertThat(first).hasSize(Duel.USUAL_TRIALS);
        for (int i = 0; i < first.length; i++) {
            assertThat(second[i] / first[i]).isCloseTo(10, Percentage.withPercentage(1));
        }
    }

    private double[] rates(Duel duel, String rule) {
        return duel.tuning(shelf).runs().stream()
                .filter(run -> run.get(Settings.RULE).name().equals(rule))
                .mapToDouble(run -> run.get(Settings.LEARNING_RATE))
                .distinct()
                .toArray();
    }

    /** Whatever the test says, and in whatever order results come, the choice is that of the validation data. */
    @Test
    void tuningChoosesByValidationAlone() {
        Duel duel = duel("adam", "sgdm");
        Results results = run(duel.tuning(shelf), 2);
        Tuning honest = duel.tuned(results, shelf);
        Trial best = honest.first().best();
        assertThat(honest.first().trials())
                .allSatisfy(trial -> assertThat(mean(trial)).isLessThanOrEqualTo(mean(best)));
        List<RunResult> lying = results.runs().stream()
                .map(run -> withTest(run, new Evaluation(0, run.spec().get(Settings.LEARNING_RATE) / 10)))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        assertThat(duel.tuned(new Results(lying), shelf).first().best().changes())
                .isEqualTo(best.changes());
        assertThat(duel.tuned(new Results(lying), shelf).target()).isEqualTo(honest.target());
    }

    private static double mean(Trial trial) {
        return trial.runs().stream()
                .mapToDouble(run -> run.history().last().validation().accuracy())
                .average()
                .orElseThrow();
    }

    private static RunResult withTest(RunResult run, Evaluation test) {
        return new RunResult(
                run.spec(),
                run.id(),
                run.data(),
                run.history(),
                Optional.of(test),
                run.failure(),
                run.fingerprint(),
                run.seconds(),
                run.environment());
    }

    @Test
    void aRuleAgainstItselfIsNotDecided() {
        DuelResult result = fight(duel("adam", "adam"), 2);
        assertThat(result.duel().second().name()).isEqualTo("Adam again");
        assertThat(result.judging().runs())
                .as("the same runs are not run twice")
                .hasSize(8);
        assertThat(result.verdicts())
                .hasSize(6)
                .allSatisfy(verdict -> assertThat(verdict.better()).isEmpty());
    }

    /** Both try the same rates; a run of the one that drops out is none of the other's. */
    @Test
    void ofTwoContendersWithOneRuleEachHasItsOwnRuns() {
        Duel duel = Duel.of(
                        BASE,
                        Contender.of("adam"),
                        Contender.of("adam").with("dropout=0.5").named("Adam with dropout"))
                .withTrials(3)
                .withTuningSeeds(2)
                .withSeeds(2);
        DuelResult result = fight(duel, 2);
        assertThat(result.tuning().first().trials())
                .flatExtracting(Trial::runs)
                .extracting(run -> run.spec().get(Settings.DROPOUT))
                .containsOnly(0.0);
        assertThat(result.tuning().second().trials())
                .flatExtracting(Trial::runs)
                .extracting(run -> run.spec().get(Settings.DROPOUT))
                .containsOnly(0.5);
        assertThat(result.firstRuns())
                .extracting(run -> run.spec().get(Settings.DROPOUT))
                .containsOnly(0.0);
    }

    /** Without dropout the second is the first: such a run is made once, and stands for both. */
    @Test
    void whatBothTryIsRunOnce() {
        Duel duel = Duel.of(
                        BASE,
                        Contender.of("adam").with("learning-rate=0.01"),
                        Contender.of("adam")
                                .with("learning-rate=0.01")
                                .with("dropout=0,0.5")
                                .named("either"))
                .withTrials(1)
                .withTuningSeeds(1)
                .withSeeds(2);
        Plan both = new Duel(
                        BASE,
                        Contender.of("adam").with("learning-rate=0.01,0.02"),
                        Contender.of("adam")
                                .with("learning-rate=0.01,0.02")
                                .with("dropout=0")
                                .named("the same"),
                        2,
                        1,
                        2,
                        0.05,
                        Optional.empty())
                .tuning(shelf);
        assertThat(both.size()).isEqualTo(2);
        assertThat(fight(duel, 2).judging().runs()).hasSizeBetween(2, 4);
    }

    @Test
    void howManyPairsItTakesDependsOnAlpha() {
        Duel strict = new Duel(
                BASE,
                Contender.of("adam").with("learning-rate=0.01"),
                Contender.of("sgdm").with("learning-rate=0.01"),
                1,
                1,
                2,
                0.01,
                Optional.empty());
        assertThat(fight(strict, 2).warnings())
                .containsExactly(
                        "2 pairs can decide nothing: with 6 questions it takes 11, and about %s to settle a P of 0.75"
                                .formatted(SampleSize.noether(0.75, 0.01, 0.99)));
    }

    @Test
    void neitherThreadsNorTimeCount() {
        DuelResult one = fight(duel("adam", "sgdm"), 1);
        DuelResult two = fight(duel("adam", "sgdm"), 2);
        assertThat(one.fingerprint()).isEqualTo(two.fingerprint());
        assertThat(one.verdicts()).isEqualTo(two.verdicts());
        assertThat(fight(
                                Duel.of(BASE.with("seed=6"), Contender.of("adam"), Contender.of("sgdm"))
                                        .withTrials(3)
                                        .withTuningSeeds(2)
                                        .withSeeds(8),
                                2)
                        .fingerprint())
                .isNotEqualTo(one.fingerprint());
    }

    /** A rate of 1e-9 learns nothing in three epochs. */
    @Test
    void aDifferenceThatIsThereIsFound() {
        Duel duel = Duel.of(
                        BASE,
                        Contender.of("adam").with("learning-rate=0.05"),
                        Contender.of("sgdm").with("learning-rate=1e-9"))
                .withTrials(1)
                .withTuningSeeds(1)
                .withSeeds(10)
                .withTarget(Target.parse("loss=0.9"));
        DuelResult result = fight(duel, 2);
        Map<String, Optional<String>> better = new LinkedHashMap<>();
        for (Verdict verdict : result.verdicts()) {
            better.put(verdict.question().name(), verdict.better());
        }
        assertThat(better.get("steps to a loss of 0.9")).contains("Adam");
        assertThat(better.get("final training loss")).contains("Adam");
        assertThat(better.get("diverged runs")).isEmpty();
        assertThat(result.verdicts().get(0).sentence())
                .contains("0 of Adam and 10 of SGDM diverged or never got there");
        assertThat(result.warnings()).isEmpty();
        assertThat(result.goodRates(result.tuning().first())).isEmpty();
    }

    @Test
    void edgesAndFewSeedsAreSaid() {
        Duel duel = Duel.of(
                        BASE,
                        Contender.of("adam").with("learning-rate=1e-6..1e-5"),
                        Contender.of("sgdm").with("learning-rate=1e-7,1e-6"))
                .withTrials(2)
                .withTuningSeeds(1)
                .withSeeds(2);
        List<String> warnings = fight(duel, 2).warnings();
        assertThat(warnings.get(0))
                .isEqualTo(
                        "2 pairs can decide nothing: with 6 questions it takes 8, and about 29 to settle a P of 0.75");
        assertThat(warnings.get(1))
                .matches(
                        "the best learning rate of Adam, \\S+e-6, is the (lowest|highest) of its trials: a better one may lie beyond; look there with --tune adam:learning-rate=1e-[67]..(1e-5|0.0001)");
        assertThat(warnings.get(2)).startsWith("the best learning rate of SGDM").endsWith("may lie beyond");
    }

    @Test
    void aContenderWithoutASoundTrialIsRefused() {
        Duel duel = Duel.of(
                        BASE,
                        Contender.of("adam").with("learning-rate=0.01"),
                        Contender.of("sgd").with("learning-rate=1e99"))
                .withTrials(1)
                .withTuningSeeds(1)
                .withSeeds(2);
        Results results = run(duel.tuning(shelf), 2);
        assertThatThrownBy(() -> duel.tuned(results, shelf))
                .hasMessageStartingWith(
                        "duel: no trial of SGD came to an end with every seed (rule=sgd learning-rate=1e99: diverged at step ")
                .hasMessageEndingWith("); give it lower learning rates, or more trials");
        assertThatThrownBy(() -> duel.tuned(new Results(results.runs().subList(0, 1)), shelf))
                .hasMessageStartingWith("duel: the results lack the run '");
    }

    @Test
    void regressionIsJudgedByItsLoss() {
        Duel duel = Duel.of(
                        RunSpec.of("data=regression task=regression hidden=4 epochs=2"),
                        Contender.of("adam"),
                        Contender.of("sgdm"))
                .withTrials(2)
                .withTuningSeeds(1)
                .withSeeds(2);
        DuelResult result = fight(duel, 2);
        assertThat(result.verdicts())
                .extracting(verdict -> verdict.question().name())
                .element(2)
                .isEqualTo("test loss");
        assertThat(result.tuning().target().isAccuracy()).isFalse();
        assertThatThrownBy(() -> duel.withTarget(new Target(true, 0.9)))
                .hasMessage("duel: the target is an accuracy, but task=regression has none; give a loss");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule=adam | duel: the rules are the contenders, and their learning rates are tuned; ",
                "learning-rate=0.1 | duel: the rules are the contenders, and their learning rates are tuned; ",
                "test-share=0 | duel: test-share=0 leaves nothing to be judged by that tuning has not seen; give it a value, such as 0.2",
                "evaluate-training=no | duel: evaluate-training=no leaves out the training loss, which is one of its questions; leave it out",
            })
    void aRunThatSaysWhatTheDuelIsToFindOutIsRefused(String settings, String message) {
        assertThatThrownBy(() -> Duel.of(RunSpec.of(settings), Contender.of("adam"), Contender.of("sgdm")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message.strip());
    }

    @Test
    void whatCannotBeDecidedIsNotAskedFor() {
        Duel duel = duel("adam", "sgdm");
        assertThatThrownBy(() -> duel.withSeeds(1))
                .hasMessage("duel: one pair of runs shows nothing; take at least 2 seeds, better 8");
        assertThatThrownBy(() -> duel.withSeeds(8).withAlpha(0.01))
                .hasMessage(
                        "signed-rank test: asked for p < 0.01 with Holm's correction over 6 questions, but the least p of 8 pairs is 0.00781; take at least 11 seeds");
        assertThatThrownBy(() -> duel.withTrials(0)).hasMessageContaining("trials");
        assertThatThrownBy(() -> Contender.of("adam").with("rule=sgd,sgdm"))
                .hasMessage(
                        "rule=sgd,sgdm: the rule is what is compared; tune its numbers, as in rule:epsilon=1e-8..1");
    }

    /** With ε large and the rate in proportion Adam is SGDM; theory and tuning can then be held against one another. */
    @Test
    void aRuleThatIncludesTheOtherCannotTrulyBeWorse() {
        Duel duel = Duel.of(
                        BASE,
                        Contender.of("adam").with("learning-rate=1e-8,1e-7").with("rule:epsilon=1e-8..1"),
                        Contender.of("sgdm").with("learning-rate=0.01,0.1"))
                .withTrials(2)
                .withTuningSeeds(2)
                .withSeeds(2);
        assertThat(fight(duel, 2).warnings())
                .anyMatch(warning ->
                        warning.startsWith("Adam includes SGDM, which it becomes at an end of rule:epsilon"));
        Duel other = Duel.of(
                        BASE,
                        Contender.of("adam").with("learning-rate=0.01,0.02").with("rule:epsilon=1e-8,1e-7"),
                        Contender.of("sgdm").with("learning-rate=1e-8,1e-7"))
                .withTrials(2)
                .withTuningSeeds(2)
                .withSeeds(2);
        assertThat(fight(other, 2).warnings()).noneMatch(warning -> warning.contains("includes"));
    }

    @Test
    void everyRuleThatIncludesAnotherHasTheNumber() {
        assertThat(Inclusion.ALL).allSatisfy(each -> {
            assertThat(Rules.names()).contains(each.general(), each.special());
            assertThat(Rules.hyperparameters(each.general()))
                    .containsKey(each.knob().substring(5));
        });
    }
}
