package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.log.EpochLines;
import org.gradus.train.log.Stopwatch;
import org.junit.jupiter.api.Test;

/** When a run is measured, what it tells of itself, and how much of it is known beforehand. */
@InEveryLocale
class JudgingTest {
    private static Training plain() {
        return Recipes.plain(new Adam(), 0.01);
    }

    private static List<Integer> measured(History history) {
        return history.epochs().stream().map(EpochMetrics::epoch).toList();
    }

    @Test
    void theModelIsJudgedWhereThatIsAskedFor() {
        History history = plain().withEpochs(5).withEvaluation(2, false).run();
        assertThat(measured(history)).containsExactly(0, 2, 4, 5);
        assertThat(history.epochs()).allMatch(epoch -> epoch.training().isEmpty());
        assertThatThrownBy(() -> history.last().accuracyGap())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "epoch 5: nothing was measured on the training data; ask for it by Training.withEvaluation(1, true)");
        assertThat(history.steps()).isEqualTo(plain().withEpochs(5).run().steps());
        assertThatThrownBy(() -> plain().withEvaluation(0, false))
                .hasMessage("epochs from one evaluation to the next: must be at least 1, found 0");
    }

    /** The evaluation after the last epoch is for the record: a run that goes on from there is as one that was longer from the start. */
    @Test
    void aRunThatGoesOnForMoreEpochsIsAsOneThatWasLonger() {
        Training shorter = plain().withEpochs(5).withEvaluation(2, true).withPatience(3);
        TrainingRun first = shorter.start();
        first.finish();
        TrainingRun second =
                plain().withEpochs(9).withEvaluation(2, true).withPatience(3).start();
        second.resume(first.save());
        TrainingRun whole =
                plain().withEpochs(9).withEvaluation(2, true).withPatience(3).start();
        assertThat(second.finish()).isEqualTo(whole.finish());
        assertThat(Recipes.bits(second.save())).isEqualTo(Recipes.bits(whole.save()));
    }

    @Test
    void theBestEpochIsTheFirstWithTheLeastValidationLoss() {
        List<EpochMetrics> epochs = new ArrayList<>();
        for (double loss : new double[] {2, Double.NaN, 1, 1, 3}) {
            epochs.add(new EpochMetrics(epochs.size(), new Evaluation(0, 0), new Evaluation(loss, 0.5)));
        }
        assertThat(new History(List.of(), epochs, new Outcome.Completed()).best())
                .isSameAs(epochs.get(2));
        History none = new History(List.of(), List.of(), new Outcome.Unfinished());
        assertThatThrownBy(none::best).hasMessage("history: nothing was measured yet; take a step first");
        assertThatThrownBy(none::last).hasMessage("history: nothing was measured yet; take a step first");
    }

    /** Of a billion epochs; a loop over them would take a minute. */
    @Test
    void howManyStepsThereAreIsAFormula() {
        Training training = plain().withEpochs(1_000_000_000);
        assertThat(training.steps(training.epochs())).isEqualTo(5_000_000_000L);
        assertThat(training.updates()).isEqualTo(5_000_000_000L);
        Training rising =
                training.withCurriculum(Curriculum.of(epoch -> Math.min(1, epoch / 1e9), Recipes.difficulty(training)));
        long slow = 0; // the same sum over the numbers of examples, of which each has a stretch of epochs
        for (int examples = 1; examples <= 160; examples++) {
            long from = examples == 1 ? 0 : (long) Math.ceil((examples - 0.5) / 160 * 1e9) - 1;
            long to = examples == 160 ? 1_000_000_000 : (long) Math.ceil((examples + 0.5) / 160 * 1e9) - 1;
            slow += (to - from) * rising.batches().perEpoch(examples);
        }
        assertThat(rising.steps(1_000_000_000)).isEqualTo(slow);
    }

    @Test
    void whatIsLargerThanTheRunIsRefusedOrSaid() {
        Training training = plain();
        Training accumulating = training.withOptimizer(
                new Optimizer(new Sgd(), 0.1, training.model().trainable()).accumulating(1_000_000));
        assertThatThrownBy(accumulating::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mini-batches to an update: must be at most 5, which is what an epoch has, found 1000000");
        Curriculum slow = Curriculum.of(epoch -> Math.min(1, epoch / 1e9), Recipes.difficulty(training));
        assertThat(training.withCurriculum(slow).warnings())
                .containsExactly(
                        "the curriculum is longer than the run: the last of 4 epochs has only 1 of 160 examples; "
                                + "train for more epochs, or make it shorter");
        assertThat(training.warnings()).isEmpty();
        Curriculum falling = Curriculum.of(epoch -> 1.0 / epoch, Recipes.difficulty(training));
        assertThatThrownBy(() -> training.withCurriculum(falling).updates())
                .hasMessageContaining("the share must not fall");
    }

    @Test
    void onlyTheNumberOfEpochsMayDifferAndTheSettingThatDiffersIsNamed() {
        TrainingRun run = plain().withIdentity("rule=adam\nepochs=4").start();
        Checkpoint checkpoint = run.save();
        Training other = plain().withIdentity("rule=sgdm\nepochs=4");
        assertThatThrownBy(() -> other.start().resume(checkpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("checkpoint: it is one of another training: it has rule=adam, here it is rule=sgdm");
        assertThatThrownBy(() -> plain().start().resume(checkpoint))
                .hasMessageContaining("another training: it has rule=adam, here");
        assertThatThrownBy(() -> plain().withIdentity("rule=adam\nepochs=4")
                        .withEvaluation(2, true)
                        .start()
                        .resume(checkpoint))
                .hasMessageContaining("epochs from one evaluation to the next is 1 there, 2 here");
        TrainingRun longer =
                plain().withIdentity("rule=adam\nepochs=4").withEpochs(6).start();
        longer.resume(checkpoint);
        assertThat(longer.finish().outcome()).isEqualTo(new Outcome.Completed());
    }

    /** SGD's step is −η g: what a probe sees before, in between and after must say so. */
    @Test
    void aProbeSeesGradientsWeightsAndState() {
        List<Probe.Inside> seen = new ArrayList<>();
        Probe probe = new Probe() {
            @Override
            public boolean wants(long step) {
                return step <= 2;
            }

            @Override
            public void onProbe(Inside inside) {
                seen.add(inside);
            }
        };
        History probed = Recipes.plain(new Sgd(), 0.1).run(probe);
        assertThat(probed).isEqualTo(Recipes.plain(new Sgd(), 0.1).run());
        assertThat(seen).hasSize(2);
        Probe.Inside second = seen.get(1);
        assertThat(second.step()).isEqualTo(probed.steps().get(1));
        assertThat(second.gradients().keySet())
                .isEqualTo(Mlp.of(new RandomStream(1), 64, 12, 10).trainable().keySet());
        second.gradients()
                .forEach((path, gradient) -> assertThat(
                                second.after().weights().get(path).toArray())
                        .isEqualTo(second.before()
                                .weights()
                                .get(path)
                                .sub(gradient.mul(0.1))
                                .toArray()));
        assertThat(second.before().weights().get("0.weight").toArray())
                .isEqualTo(seen.get(0).after().weights().get("0.weight").toArray());
        List<Probe.Inside> adams = new ArrayList<>();
        plain().run((Probe) adams::add);
        Map<String, Tensor> before = adams.get(0).before().optimizer().get(0).values();
        Map<String, Tensor> after = adams.get(0).after().optimizer().get(0).values();
        assertThat(before.get("m").toArray()).containsOnly(0);
        assertThat(after.get("m").toArray()).isNotEqualTo(before.get("m").toArray());
    }

    @Test
    void linesSayWhatTheirLossIs() {
        StringBuilder out = new StringBuilder();
        Stopwatch stopwatch = new Stopwatch();
        History history = plain().withEpochs(2).run(new EpochLines(out, 2), stopwatch);
        double mean = history.steps().subList(5, 10).stream()
                .mapToDouble(StepMetrics::loss)
                .average()
                .orElseThrow();
        assertThat(out.toString().lines())
                .containsExactly(
                        "before training: validation " + history.epochs().get(0).validation(),
                        line(
                                1,
                                history.steps().subList(0, 5).stream()
                                        .mapToDouble(StepMetrics::loss)
                                        .average()
                                        .orElseThrow(),
                                history),
                        line(2, mean, history),
                        "completed");
        assertThat(out).endsWith(System.lineSeparator());
        assertThat(stopwatch.secondsByEpoch()).containsOnlyKeys(0, 1, 2);
        assertThat(stopwatch.seconds())
                .isGreaterThanOrEqualTo(stopwatch.secondsByEpoch().get(2))
                .isPositive();
    }

    private static String line(int epoch, double mean, History history) {
        return "epoch %s of 2: mean loss of its mini-batches %s, validation %s, learning rate 0.0100"
                .formatted(
                        epoch,
                        String.format(Locale.ROOT, "%.4g", mean),
                        history.epochs().get(epoch).validation());
    }
}
