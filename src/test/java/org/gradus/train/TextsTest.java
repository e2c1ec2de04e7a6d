package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.data.Standardizer;
import org.gradus.nn.Linear;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.log.CsvLog;
import org.gradus.train.log.JsonLinesLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What things of data and train say they are: one short text, the same everywhere, however many numbers they hold. */
@InEveryLocale
class TextsTest {
    private static final Dataset DATA = Dataset.of(
            Tensor.full(Shape.of(1500, 3), 0.5),
            IntStream.range(0, 1500).map(i -> i % 2).toArray(),
            2);
    private static final Split SPLIT = new Split(DATA.range(0, 1200), DATA.range(1200, 1500));
    private static final String PARTS =
            "training: 1200 examples of 3 features in 2 classes; validation: 300 examples of 3 features in 2 classes";

    static Stream<Arguments> texts() {
        EpochMetrics epoch = new EpochMetrics(3, new Evaluation(0.123456, 0.97), new Evaluation(1234.5, 0.5));
        StepMetrics step = new StepMetrics(1200, 3, 2.30129, 0.1, 0.001);
        Linear model = new Linear(3, 2, new RandomStream(1));
        Training training =
                Training.of(model, new Optimizer(new Sgd(), 0.1, model.trainable()), SPLIT, new RandomStream(2));
        TrainingRun run = training.start();
        Checkpoint checkpoint = run.save();
        return Stream.of(
                Arguments.of(
                        new Batches(DATA, 64, new RandomStream(1)),
                        "mini-batches of 64 of 1500 examples of 3 features in 2 classes"),
                Arguments.of(SPLIT, PARTS),
                Arguments.of(Standardizer.of(DATA), "standardizer of 3 features"),
                Arguments.of(
                        Dataset.of(Tensor.full(Shape.of(1500, 3), 0), Tensor.full(Shape.of(1500, 1), 0)),
                        "1500 examples of 3 features and 1 targets"),
                Arguments.of(new RandomStream(1500), "random stream of seed 1500"),
                Arguments.of(new Best(12, Map.of("w", Tensor.of(1, 2))), "best weights, after epoch 12"),
                Arguments.of(
                        epoch, "epoch 3: training loss 0.1235, accuracy 0.9700; validation loss 1235, accuracy 0.5000"),
                Arguments.of(step, "step 1200 of epoch 3: loss 2.301, gradient norm 0.1000, η = 0.001"),
                Arguments.of(
                        new History(List.of(step), List.of(epoch), new Outcome.Diverged(1200, "the loss is NaN")),
                        "1 steps, diverged at step 1200: the loss is NaN; " + epoch),
                Arguments.of(new History(List.of(), List.of(), new Outcome.Unfinished()), "0 steps, unfinished"),
                Arguments.of(training, "20 epochs of mini-batches of 64; " + PARTS),
                Arguments.of(run, "training run after 0 steps, unfinished"),
                Arguments.of(checkpoint, "checkpoint after step 0"),
                Arguments.of(new Fork(rule -> training, checkpoint), "fork at checkpoint after step 0"),
                Arguments.of(
                        new Timeline(rule -> training, new RuleWithRate(new Sgd(), 0.1)),
                        "timeline, forked at steps []"),
                Arguments.of(
                        Curriculum.of(Pacing.linear(0.5, 3), new double[1500]),
                        "curriculum of 1500 examples, easiest first"),
                Arguments.of(new Checkpoints(Path.of("a")), "checkpoints in a"),
                Arguments.of(
                        new CsvLog(Path.of("a")),
                        "log in " + Path.of("a/steps.csv") + " and " + Path.of("a/epochs.csv")),
                Arguments.of(new JsonLinesLog(Path.of("a.jsonl")), "log in a.jsonl"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachSaysWhatItIs(Object subject, String text) {
        assertThat(subject).hasToString(text);
    }
}
