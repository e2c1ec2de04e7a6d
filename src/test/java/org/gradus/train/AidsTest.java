package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.nn.Activation;
import org.gradus.nn.Dropout;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Softmax;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each aid of a training does, and that it does nothing when it is off. */
class AidsTest {
    private static Training plain() {
        return Recipes.plain(new Sgd(), 0.1);
    }

    /** The loop of the README. */
    @Test
    void aTrainingWithoutAidsIsThePlainLoop() {
        Layer byHand = plain().model();
        Optimizer optimizer = new Optimizer(new Sgd(), 0.1, byHand.trainable());
        Batches batches = new Batches(plain().data().training(), 32, new RandomStream(2));
        for (int epoch = 1; epoch <= 4; epoch++) {
            for (Dataset batch : batches.nextEpoch()) {
                Tensor logits = byHand.forward(batch.features(), Mode.TRAINING);
                optimizer.step(Losses.crossEntropy(logits, batch.labels()).backward());
            }
        }
        Training training = plain();
        training.run();
        assertThat(Recipes.bits(training.model())).isEqualTo(Recipes.bits(byHand));
    }

    static Stream<Named<UnaryOperator<Training>>> switchedOff() {
        return Stream.of(
                Named.of("smoothing", training -> training.withSmoothing(0)),
                Named.of("averaging", training -> training.withAveraging(0)),
                Named.of("patience", training -> training.withPatience(0)),
                Named.of(
                        "curriculum",
                        training -> training.withCurriculum(Curriculum.of(epoch -> 1, Recipes.difficulty(training)))));
    }

    @ParameterizedTest
    @MethodSource("switchedOff")
    void anAidThatIsOffChangesNoBit(UnaryOperator<Training> off) {
        Training plain = plain();
        Training switched = off.apply(plain());
        assertThat(switched.run()).isEqualTo(plain.run());
        assertThat(Recipes.bits(switched.model())).isEqualTo(Recipes.bits(plain.model()));
    }

    /** −Σ p ln q with p = 0.9 for the label and 0.1 spread evenly, computed from the probabilities q themselves. */
    @Test
    void smoothedLabelsAskForLessThanCertainty() {
        Training training = plain().withSmoothing(0.1);
        Dataset batch = training.batches().nextEpoch().get(0);
        double[] q = Softmax.softmax(training.model().forward(batch.features(), Mode.TRAINING), 1)
                .toArray();
        double expected = 0;
        for (int i = 0; i < batch.size(); i++) {
            for (int c = 0; c < 10; c++) {
                double p = 0.1 / 10 + (c == batch.labels()[i] ? 0.9 : 0);
                expected -= p * Math.log(q[i * 10 + c]) / batch.size();
            }
        }
        // The stream of the order has moved on; so a training made anew has the same first batch.
        History history = plain().withSmoothing(0.1).run();
        assertThat(history.steps().get(0).loss()).isCloseTo(expected, within(1e-12));
        Layer model = plain().model();
        Evaluation before = Evaluation.of(model, training.data().validation());
        assertThat(history.epochs().get(0).validation())
                .as("judged without smoothing")
                .isEqualTo(before);
    }

    @Test
    void theAverageFollowsTheWeights() {
        Training training = plain().withAveraging(0.8);
        TrainingRun run = training.start();
        double[] phi = weight(run.save().weights());
        while (run.step()) {
            double[] theta = weight(run.save().weights());
            Arrays.setAll(phi, i -> 0.8 * phi[i] + (1 - 0.8) * theta[i]);
            assertThat(weight(run.save().average())).containsExactly(phi);
        }
        Training raw = plain();
        raw.run();
        assertThat(weight(run.save().weights()))
                .as("it does not change the course")
                .containsExactly(
                        raw.model().parameters().get("0.weight").value().toArray());
        History history = run.finish();
        assertThat(training.model().parameters().get("0.weight").value().toArray())
                .containsExactly(phi);
        assertThat(Evaluation.of(training.model(), training.data().validation()))
                .as("what was judged is what the model has in the end")
                .isEqualTo(history.last().validation());
        assertThat(history.last().validation()).isNotEqualTo(raw.run().last().validation());
    }

    private static double[] weight(Map<String, Tensor> weights) {
        return weights.get("0.weight").toArray();
    }

    @Test
    void patienceEndsATrainingThatGetsNoBetterAndTakesTheBestWeights() {
        Training training = Recipes.plain(new Adam(), 0.5).withEpochs(50).withPatience(3);
        History history = training.run();
        List<Double> losses = history.epochs().stream()
                .map(epoch -> epoch.validation().loss())
                .toList();
        int best = IntStream.range(0, losses.size())
                .boxed()
                .min(Comparator.comparing(losses::get))
                .orElseThrow();
        assertThat(history.outcome()).isEqualTo(new Outcome.Stopped(best + 3, best));
        assertThat(history.epochs()).hasSize(best + 4);
        assertThat(Evaluation.of(training.model(), training.data().validation()))
                .isEqualTo(history.epochs().get(best).validation())
                .isNotEqualTo(history.last().validation());
        assertThat(Recipes.plain(new Adam(), 0.5).withEpochs(50).run().outcome())
                .isEqualTo(new Outcome.Completed());
    }

    @Test
    void aTrainingThatEndsOtherwiseTakesTheBestWeightsToo() {
        Training training = Recipes.plain(new Adam(), 0.5).withEpochs(6).withPatience(6);
        History history = training.run();
        double least = history.epochs().stream()
                .mapToDouble(epoch -> epoch.validation().loss())
                .min()
                .orElseThrow();
        assertThat(history.outcome()).isEqualTo(new Outcome.Completed());
        assertThat(Evaluation.of(training.model(), training.data().validation()).loss())
                .isEqualTo(least)
                .isLessThan(history.last().validation().loss());
    }

    /** Digits in the order of their classes: without shuffling a batch knows only one or two of them, and each forgets the others. */
    @Test
    void withoutShufflingSortedDataAreLearnedWorse() {
        Split digits = Recipes.digits(600);
        int[] labels = digits.training().labels();
        int[] byClass = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparing(i -> labels[i]))
                .mapToInt(i -> i)
                .toArray();
        Split sorted = new Split(digits.training().select(byClass), digits.validation());
        double shuffled = accuracy(sorted(sorted));
        double inOrder = accuracy(sorted(sorted).withoutShuffling());
        assertThat(shuffled).isGreaterThan(0.8);
        assertThat(inOrder).isLessThan(shuffled - 0.3);
    }

    private static Training sorted(Split data) {
        Layer model = Mlp.of(new RandomStream(1), 64, 12, 10);
        return Training.of(model, new Optimizer(new Sgd(), 0.5, model.trainable()), data, new RandomStream(2))
                .withBatchSize(32)
                .withEpochs(5);
    }

    private static double accuracy(Training training) {
        return training.run().last().validation().accuracy();
    }

    @Test
    void dropoutIsForTrainingOnly() {
        assertThat(withDropout(0).run()).isEqualTo(withDropout(0).run());
        Layer without = Sequential.of(
                new Linear(64, 40, new RandomStream(1)), Activation.RELU, new Linear(40, 10, new RandomStream(3)));
        History plain = Recipes.of(without, new Adam(), 0.01).withEpochs(8).run();
        assertThat(withDropout(0).run()).isEqualTo(plain);
        History dropped = withDropout(0.5).run();
        double lastSteps = dropped.steps().subList(35, 40).stream()
                .mapToDouble(StepMetrics::loss)
                .average()
                .orElseThrow();
        assertThat(lastSteps)
                .as("half the units are missing")
                .isGreaterThan(1.2 * dropped.last().onTraining().loss());
    }

    private static Training withDropout(double p) {
        Layer model = Sequential.of(
                new Linear(64, 40, new RandomStream(1)),
                Activation.RELU,
                new Dropout(p, new RandomStream(2)),
                new Linear(40, 10, new RandomStream(3)));
        return Recipes.of(model, new Adam(), 0.01).withEpochs(8);
    }

    @Test
    void settingsOutsideTheirDomainAreRefused() {
        assertThatThrownBy(() -> plain().withBatchSize(0)).hasMessage("batch size: must be at least 1, found 0");
        assertThatThrownBy(() -> plain().withEpochs(0)).hasMessage("epochs: must be at least 1, found 0");
        assertThatThrownBy(() -> plain().withSmoothing(1.5))
                .hasMessage("label smoothing: must be from 0 to 1, found 1.5");
        assertThatThrownBy(() -> plain().withAveraging(1))
                .hasMessage("averaging: must be at least 0 and less than 1, found 1.0");
        assertThatThrownBy(() -> plain().withPatience(-1)).hasMessage("patience: must be at least 0, found -1");
        assertThatThrownBy(() -> plain().withCurriculum(Curriculum.of(epoch -> 1, 3, 2, 1)))
                .hasMessage("curriculum: must be given 160 difficulties, found 3");
    }

    @Test
    void theNumberOfStepsIsKnownBeforehand() {
        Training training = plain().withCurriculum(Curriculum.of(Pacing.linear(0.25, 3), Recipes.difficulty(plain())));
        List<Integer> stepsOfEpochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 4; epoch++) {
            stepsOfEpochs.add((int) (training.steps(epoch) - training.steps(epoch - 1)));
        }
        assertThat(stepsOfEpochs).containsExactly(2, 4, 5, 5); // of 40, 100, 160 and 160 examples, 32 at a time
        assertThat(training.run().steps()).hasSize((int) training.steps(training.epochs()));
    }
}
