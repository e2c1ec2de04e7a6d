package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.History;
import org.gradus.train.StepMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {
    private static final RunListener NOBODY = new RunListener() {};
    private static final RunSpec SMALL = RunSpec.of("data=iris hidden=8 batch-size=32 epochs=2");
    private static final Plan ADAM_AND_SGDM = Plan.of(SMALL)
            .overEach(List.of("rule=adam learning-rate=0.01", "rule=sgdm learning-rate=0.05"))
            .over(Settings.SEED, 1L, 2L, 3L);

    private static Results run(Plan plan) throws InterruptedException {
        return new Runner(new DataShelf(), 2).keepingSteps().run(plan, NOBODY);
    }

    /**
     * The fingerprint is our own output, pinned on JDK 17 and x86-64; the same bits on JDK 25 and with any number of threads are what it
     * guards. A change of an equation, of the order of a sum, of a random stream or of the split changes it, and must be meant.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theSameBitsWithAnyNumberOfThreads(int threads) throws InterruptedException {
        assertThat(new Runner(new DataShelf(), threads)
                        .run(ADAM_AND_SGDM, NOBODY)
                        .fingerprint())
                .isEqualTo("d74b10ff40d76098");
    }

    @Test
    void aRunOfAPlanIsTheRunAlone() throws InterruptedException {
        Results results = run(ADAM_AND_SGDM);
        for (RunResult result : results.runs()) {
            History alone =
                    new RunRecipe(result.spec(), new DataShelf()).training().run();
            assertThat(result.history()).isEqualTo(alone);
        }
    }

    @Test
    void everyRuleStartsFromTheSameWeightsAndSeesTheSameFirstBatch() throws InterruptedException {
        List<RunGroup> rules = run(ADAM_AND_SGDM).by(Settings.RULE);
        assertThat(rules).extracting(RunGroup::name).containsExactly("adam", "sgdm");
        for (int seed = 0; seed < 3; seed++) {
            RunResult adam = rules.get(0).runs().get(seed);
            RunResult sgdm = rules.get(1).runs().get(seed);
            assertThat(adam.spec().get(Settings.SEED)).isEqualTo(sgdm.spec().get(Settings.SEED));
            assertThat(adam.history().epochs().get(0))
                    .isEqualTo(sgdm.history().epochs().get(0));
            assertThat(adam.history().steps().get(0).loss())
                    .isEqualTo(sgdm.history().steps().get(0).loss());
            assertThat(adam.history().last()).isNotEqualTo(sgdm.history().last());
        }
        assertThat(rules.get(0).runs().get(0).history().steps().get(0))
                .isNotEqualTo(rules.get(0).runs().get(1).history().steps().get(0));
    }

    @Test
    void theFingerprintSeesASingleBitAndNoSeconds() throws InterruptedException {
        Plan plan = Plan.of(SMALL.with("rule=sgd learning-rate=0.1"));
        String one = run(plan).fingerprint();
        assertThat(one).matches("[0-9a-f]{16}").isEqualTo(run(plan).fingerprint());
        Plan next = Plan.of(SMALL.with("rule=sgd").with(Settings.LEARNING_RATE, Math.nextUp(0.1)));
        assertThat(run(next).fingerprint()).isNotEqualTo(one);
    }

    @Test
    void linesEndWhereTheFirstRunDiverges() throws InterruptedException {
        RunGroup group = run(Plan.of(SMALL.with("rule=sgd learning-rate=1e100")).over(Settings.SEED, 1L, 2L))
                .by()
                .get(0);
        List<Quartiles> losses = group.byEpoch(epoch -> epoch.onTraining().loss());
        assertThat(losses.get(0).median()).isFinite();
        assertThat(losses.get(losses.size() - 1).median()).isNaN();
        assertThat(group.last(epoch -> epoch.onTraining().loss()).median()).isNaN();
    }

    @Test
    void listenersHearOfEveryRunAndStep() throws InterruptedException {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        new Runner(new DataShelf(), 2).run(ADAM_AND_SGDM, new RunListener() {
            @Override
            public void onStep(RunSpec spec, StepMetrics step) {
                heard.add(spec.text(Settings.RULE) + spec.get(Settings.SEED) + " " + step.step());
            }

            @Override
            public void onRun(RunResult result) {
                heard.add(result.spec().text(Settings.RULE) + result.spec().get(Settings.SEED));
            }
        });
        int steps =
                new RunRecipe(SMALL, new DataShelf()).training().run().steps().size();
        assertThat(heard).hasSize(6 + 6 * steps).contains("adam1", "sgdm3 " + steps);
    }

    @Test
    void aRunThatFailsSaysWhyAndTheOthersGoOn() throws InterruptedException {
        Results results = run(Plan.of(SMALL)
                .overEach(List.of("rule=adam", "data=csv:nowhere.csv", "hidden=1000000,1000000", "accumulate=100")));
        assertThat(results.failed()).hasSize(3);
        assertThat(results.runs().get(0).failure()).isEmpty();
        assertThat(results.runs().get(0).history().last().epoch()).isEqualTo(2);
        assertThat(results.runs().get(1).ending())
                .isEqualTo("failed: nowhere.csv cannot be read: there is no such file");
        assertThat(results.runs().get(2).ending())
                .startsWith("failed: hidden=1000000,1000000: makes 1000009000003 parameters, which take ")
                .contains("lower hidden, or start Java with more, as by -Xmx");
        assertThat(results.runs().get(3).ending())
                .matches(
                        "failed: accumulate=100: an epoch has only \\d mini-batches of 32; take at most so many, or smaller batches");
    }

    @Test
    void anInterruptEndsIt() {
        AtomicInteger runs = new AtomicInteger();
        Thread here = Thread.currentThread();
        Runner runner = new Runner(new DataShelf(), 1);
        Plan plan = Plan.of(SMALL).over(Settings.SEED, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThatThrownBy(() -> runner.run(plan, new RunListener() {
                    @Override
                    public void onRun(RunResult result) {
                        runs.incrementAndGet();
                        here.interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(runs.get()).isBetween(1, 7);
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new Runner(new DataShelf(), 0))
                .hasMessage("runner: threads must be a whole number, at least 1, found 0");
    }
}
