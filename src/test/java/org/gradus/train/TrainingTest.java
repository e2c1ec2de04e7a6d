package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.data.synthetic.Synthetic;
import org.gradus.nn.Layer;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InEveryLocale
class TrainingTest {
    private final Split data = Split.of(Digits.load().range(0, 300), 0.2, new RandomStream(0));

    private Training training(UpdateRule rule, double eta, int epochs) {
        Layer model = Mlp.withBatchNorm(new RandomStream(1), 64, 16, 10);
        return Training.of(model, new Optimizer(rule, eta, model.parameters()), data, new RandomStream(2))
                .withBatchSize(32)
                .withEpochs(epochs)
                .withEvaluation(1, true);
    }

    @Test
    void everyTrainingCurveDecreasesAndTheNetworkLearns() {
        History history = training(new Adam(), 0.01, 8).run();
        List<Double> losses =
                history.epochs().stream().map(e -> e.onTraining().loss()).toList();
        for (int i = 1; i < losses.size(); i++) {
            assertThat(losses.get(i)).isLessThan(losses.get(i - 1));
        }
        assertThat(history.last().validation().accuracy()).isGreaterThan(0.8);
        assertThat(history.outcome()).isEqualTo(new Outcome.Completed());
    }

    @Test
    void theHistoryHasEveryStepAndEveryEpochWithTheOneBeforeTraining() {
        History history = training(new Sgd(), 0.1, 3).run();
        assertThat(history.steps())
                .hasSize(3 * 8)
                .extracting(StepMetrics::step)
                .startsWith(1L, 2L)
                .endsWith(24L);
        assertThat(history.steps()).extracting(StepMetrics::epoch).startsWith(1).endsWith(3);
        assertThat(history.steps()).allMatch(step -> step.learningRate() == 0.1 && step.gradientNorm() > 0);
        assertThat(history.epochs()).extracting(EpochMetrics::epoch).containsExactly(0, 1, 2, 3);
        assertThat(history.steps().get(0).loss()).isCloseTo(Math.log(10), within(1.5));
    }

    @Test
    void divergenceIsAnOutcomeNotAnException() {
        History history = training(new Sgd(), 1e200, 3).run();
        assertThat(history.outcome()).isInstanceOfSatisfying(Outcome.Diverged.class, diverged -> {
            assertThat(diverged.step()).isEqualTo(history.steps().size());
            assertThat(diverged.reason()).isEqualTo("the loss is NaN");
        });
        assertThat(history.steps().size()).isLessThan(24);
    }

    /** The loss is finite, and so is the gradient, but beyond 10¹⁵⁰, where squares overflow: the optimizer refuses the step. */
    @Test
    void aGradientTooLargeForAStepIsADivergenceAlsoAfterACheckpoint(@TempDir Path folder) {
        TrainingRun run = explosive().start();
        Checkpoint before = run.save();
        for (Checkpoint now = before; run.step(); now = run.save()) {
            before = now;
        }
        History history = new Checkpoints(folder).finish(run, 1000);
        StepMetrics last = history.steps().get(history.steps().size() - 1);
        assertThat(last.gradientNorm()).isGreaterThan(1e150).isFinite();
        assertThat(run.steps()).as("one that was not taken does not count").isEqualTo(last.step() - 1);
        assertThat(history.epochs()).extracting(EpochMetrics::epoch).containsExactly(0, last.epoch());
        assertThat(history.outcome()).isInstanceOfSatisfying(Outcome.Diverged.class, diverged -> {
            assertThat(diverged.step()).isEqualTo(last.step());
            assertThat(diverged.reason())
                    .matches("the gradient of parameter \\S+ is -?\\d\\.\\d+E1[5-9]\\d at element \\d+");
        });

        TrainingRun ended = explosive().start();
        new Checkpoints(folder).resume(ended);
        assertThat(ended.step()).isFalse();
        assertThat(ended.finish()).isEqualTo(history);
        assertThat(Recipes.bits(ended.save())).isEqualTo(Recipes.bits(run.save()));
        TrainingRun again = explosive().start();
        again.resume(before);
        assertThat(again.finish()).isEqualTo(history);
    }

    /** Linear regression, at a rate at which the error grows a few hundred times at each step. */
    private static Training explosive() {
        Layer model = Mlp.of(new RandomStream(1), 3, 1);
        return Training.of(
                        model,
                        new Optimizer(new Sgd(), 100, model.trainable()),
                        Split.of(Synthetic.regression(40, 3, 0.1, new RandomStream(2)), 0.2, new RandomStream(3)),
                        new RandomStream(4))
                .withBatchSize(8)
                .withEpochs(50)
                .withEvaluation(50, false);
    }

    @Test
    void whatElseAnOptimizerRefusesIsAnError() {
        Training training = Recipes.plain(new RuleWithRate(new Sgd(), t -> t < 3 ? 0.1 : Double.NaN));
        assertThatThrownBy(training::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void listenersHearOfEveryStepEveryEpochAndTheEnd() {
        List<String> heard = new ArrayList<>();
        History history = training(new Sgd(), 0.1, 1).run(new Listener() {
            @Override
            public void onStep(StepMetrics step) {
                heard.add("step " + step.step());
            }

            @Override
            public void onEpoch(EpochMetrics epoch) {
                heard.add("epoch " + epoch.epoch());
            }

            @Override
            public void onEnd(History end) {
                heard.add("end after " + end.steps().size());
            }
        });
        assertThat(heard).startsWith("epoch 0", "step 1", "step 2").endsWith("step 8", "epoch 1", "end after 8");
        assertThat(history.steps()).hasSize(8);
    }

    @Test
    void evaluatingInPartsIsEvaluatingTheWhole() {
        Layer model = Mlp.of(new RandomStream(1), 64, 10);
        Evaluation whole = Evaluation.of(model, Digits.load()); // 1797 examples, more than one part
        Evaluation first = Evaluation.of(model, Digits.load().range(0, 1000));
        Evaluation second = Evaluation.of(model, Digits.load().range(1000, 1797));
        assertThat(whole.loss()).isCloseTo((1000 * first.loss() + 797 * second.loss()) / 1797, within(1e-12));
        assertThat(whole.accuracy())
                .isCloseTo((1000 * first.accuracy() + 797 * second.accuracy()) / 1797, within(1e-12));
    }

    @Test
    void thereIsAtLeastOneEpoch() {
        assertThatThrownBy(() -> training(new Sgd(), 0.1, 0)).hasMessage("epochs: must be at least 1, found 0");
    }
}
