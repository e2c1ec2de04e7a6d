package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.loss.Losses;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Cycled;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class TimelineTest {
    private static final Function<RuleWithRate, Training> RECIPE = Recipes::plain;

    /** Two epochs with one optimizer and two with another, as one would type it. */
    @Test
    void beginsWithAdamAndEndsWithSgdm() {
        Training byHand = Recipes.plain(new Adam(), 0.01);
        Layer model = byHand.model();
        Batches batches = new Batches(byHand.data().training(), 32, new RandomStream(2));
        for (RuleWithRate rule : List.of(new RuleWithRate(new Adam(), 0.01), new RuleWithRate(new Sgdm(), 0.05))) {
            Optimizer optimizer = rule.optimizer(model.trainable());
            for (int epoch = 1; epoch <= 2; epoch++) {
                for (Dataset batch : batches.nextEpoch()) {
                    optimizer.step(Losses.crossEntropy(model.forward(batch.features(), Mode.TRAINING), batch.labels())
                            .backward());
                }
            }
        }
        TrainingRun run = new Timeline(RECIPE, new RuleWithRate(new Adam(), 0.01))
                .forkAfterEpoch(2)
                .with(new RuleWithRate(new Sgdm(), 0.05));
        History history = run.finish();
        assertThat(history.last().validation())
                .isEqualTo(Evaluation.of(model, byHand.data().validation()));
        assertThat(Recipes.bits(run.save()).get("tensor model.2.weight"))
                .isEqualTo(Recipes.bits(model).get("2.weight"));
        assertThat(history.steps()).hasSize(20);
        assertThat(history.steps())
                .extracting(StepMetrics::learningRate)
                .startsWith(0.01)
                .endsWith(0.05);
    }

    @Test
    void switchingFromSgdmToAdamStartsAdamsClockAnew() {
        TrainingRun run = new Timeline(RECIPE, new RuleWithRate(new Sgdm(), 0.05))
                .forkAt(7)
                .with(new RuleWithRate(new Adam(), 0.01));
        assertThat(run.save().optimizer().get(0).steps()).isZero();
        History history = run.finish();
        assertThat(run.save().optimizer().get(0).steps()).isEqualTo(20 - 7);
        assertThat(history.outcome()).isEqualTo(new Outcome.Completed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 13, 20})
    void aForkThatChangesNothingIsTheRunItself(int step) {
        Function<RuleWithRate, Training> recipe = Recipes::withEverything;
        RuleWithRate rule = new RuleWithRate(new Sgdm(), t -> 0.2 / (t + 4));
        Training undisturbed = recipe.apply(rule).withPatience(0);
        TrainingRun run = undisturbed.start();
        History history = run.finish();
        int existing = (int) Math.min(step, run.steps());
        TrainingRun future = new Timeline(r -> recipe.apply(r).withPatience(0), rule)
                .forkAt(existing)
                .with(rule);
        assertThat(future.finish()).isEqualTo(history);
        assertThat(Recipes.bits(future.save())).isEqualTo(Recipes.bits(run.save()));
    }

    @Test
    void futuresShareThePastAndNothingElse() {
        Timeline timeline = new Timeline(RECIPE, new RuleWithRate(new Adam(), 0.01));
        Fork fork = timeline.forkAt(8);
        TrainingRun slow = fork.with(new RuleWithRate(new Adam(), 0.001));
        TrainingRun fast = fork.with(new RuleWithRate(new Adam(), 0.1));
        while (slow.step() | fast.step()) { // side by side: neither may disturb the other
            assertThat(slow.steps()).isEqualTo(fast.steps());
        }
        History trunk = RECIPE.apply(new RuleWithRate(new Adam(), 0.01)).run();
        for (TrainingRun future : List.of(slow, fast)) {
            History history = future.finish();
            assertThat(history.steps().subList(0, 8)).isEqualTo(trunk.steps().subList(0, 8));
            assertThat(history.epochs().subList(0, 2)).isEqualTo(trunk.epochs().subList(0, 2));
            assertThat(history.steps()).hasSize(20);
        }
        assertThat(slow.finish().last()).isNotEqualTo(fast.finish().last());
        assertThat(fork.with(new RuleWithRate(new Adam(), 0.1)).finish()).isEqualTo(fast.finish());
    }

    @Test
    void theStateGoesOnWithAnotherScheduleOfTheSameRuleAndTheScheduleWithTheStep() {
        Timeline timeline = new Timeline(RECIPE, new RuleWithRate(new Sgdm(), 0.1));
        TrainingRun future = timeline.forkAt(10).with(new RuleWithRate(new Sgdm(), t -> 1.0 / (t + 1)));
        assertThat(future.save().optimizer().get(0).values().get("m").toArray())
                .containsExactly(timeline.forkAt(10)
                        .checkpoint()
                        .optimizer()
                        .get(0)
                        .values()
                        .get("m")
                        .toArray());
        assertThat(future.finish().steps().get(10).learningRate()).isEqualTo(1.0 / 11);
    }

    /** λ is 0.1 in the first ten updates of the run and 0.9 then: a rule that takes over after ten knows only 0.9. */
    @Test
    void theMomentumOfACycleGoesOnWithTheRun() {
        Fork fork = new Timeline(RECIPE, new RuleWithRate(new Sgd(), 0.1)).forkAt(10);
        TrainingRun cycled = fork.with(new RuleWithRate(new Cycled("λ", t -> t < 10 ? 0.1 : 0.9, Sgdm::new), 0.05));
        TrainingRun plain = fork.with(new RuleWithRate(new Sgdm(0.9), 0.05));
        assertThat(cycled.finish()).isEqualTo(plain.finish());
        assertThat(cycled.save().weights().get("0.weight").toArray())
                .containsExactly(plain.save().weights().get("0.weight").toArray());
    }

    /** σ = c / t^γ with γ = 1000 is c at the first update of the run and 0 at all others. */
    @Test
    void gradientNoiseGoesOnFallingWithTheRun() {
        Checkpoint tenth = new Timeline(RECIPE, new RuleWithRate(new Sgd(), 0.1))
                .forkAt(10)
                .checkpoint();
        TrainingRun noisy = noisy(new GradientNoise(1, 1000, 7));
        noisy.fork(tenth);
        TrainingRun plain = RECIPE.apply(new RuleWithRate(new Adam(), 0.01)).start();
        plain.fork(tenth);
        assertThat(noisy.finish()).isEqualTo(plain.finish());
        assertThat(noisy(new GradientNoise(1, 1000, 7)).finish())
                .isNotEqualTo(RECIPE.apply(new RuleWithRate(new Adam(), 0.01)).run());
    }

    private static TrainingRun noisy(GradientNoise noise) {
        Training training = RECIPE.apply(new RuleWithRate(new Adam(), 0.01));
        training.optimizer().with(noise);
        return training.start();
    }

    /** A later fork goes on from an earlier one; so the trunk is not computed again, and an earlier one still can be had. */
    @Test
    void forksMayBeAskedForInAnyOrder() {
        List<Long> steps = new ArrayList<>();
        Timeline timeline = new Timeline(
                rule -> Recipes.of(new CountingLayer(Recipes.plain(rule).model(), steps), rule),
                new RuleWithRate(new Sgd(), 0.1));
        Fork ten = timeline.forkAt(10);
        assertThat(steps).hasSize(10);
        timeline.forkAt(12);
        assertThat(steps).hasSize(12);
        assertThat(timeline.forkAt(10)).isEqualTo(ten);
        assertThat(timeline.forkAt(3).checkpoint().step()).isEqualTo(3);
        assertThat(steps).hasSize(15);
    }

    private record CountingLayer(Layer layer, List<Long> steps) implements Layer {
        @Override
        public Tensor forward(Tensor x, Mode mode) {
            if (mode == Mode.TRAINING) {
                steps.add(1L);
            }
            return layer.forward(x, mode);
        }

        @Override
        public Map<String, Parameter> parameters() {
            return layer.parameters();
        }
    }

    @Test
    void aRunCannotBeForkedAfterItsEnd() {
        assertThatThrownBy(() -> new Timeline(RECIPE, new RuleWithRate(new Adam(), 0.01)).forkAt(21))
                .hasMessage("timeline: it cannot be forked after step 21: the run ended after step 20, completed");
        assertThatThrownBy(() -> new Timeline(RECIPE, new RuleWithRate(new Sgd(), 1e200)).forkAfterEpoch(1))
                .hasMessage("timeline: it cannot be forked after step 5: the run ended after step 1, "
                        + "diverged at step 2: the loss is NaN");
        assertThatThrownBy(() -> new Timeline(RECIPE, new RuleWithRate(new Sgd(), 0.1)).forkAt(-1))
                .hasMessage("timeline: it can be forked after step 0 or a later one, not -1");
    }

    @Test
    void aidsMayChangeAtAFork() {
        Checkpoint trunk = new Timeline(RECIPE, new RuleWithRate(new Adam(), 0.01))
                .forkAt(7)
                .checkpoint();
        TrainingRun averaged = RECIPE.apply(new RuleWithRate(new Adam(), 0.01))
                .withAveraging(0.5)
                .withPatience(2)
                .withSmoothing(0.1)
                .start();
        averaged.fork(trunk);
        assertThat(averaged.save().average().get("0.weight").toArray())
                .containsExactly(trunk.weights().get("0.weight").toArray());
        assertThat(averaged.finish().steps()).hasSize(20);
    }

    @Test
    void inTheMiddleOfAnEpochTheBatchesMustBeTheSame() {
        Timeline timeline = new Timeline(RECIPE, new RuleWithRate(new Adam(), 0.01));
        TrainingRun other = RECIPE.apply(new RuleWithRate(new Adam(), 0.01))
                .withBatchSize(16)
                .start();
        Checkpoint middle = timeline.forkAt(7).checkpoint();
        assertThatThrownBy(() -> other.fork(middle))
                .hasMessage("checkpoint: it is one of another training: batch size is 32 there, 16 here");
        other.fork(timeline.forkAfterEpoch(1).checkpoint());
        assertThat(other.finish().steps()).hasSize(5 + 3 * 10);
    }
}
