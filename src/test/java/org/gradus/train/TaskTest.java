package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.data.synthetic.Synthetic;
import org.gradus.nn.Layer;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.Adam;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each task has its loss and metrics, and refuses what does not fit it. Numbers without another source are PyTorch 1.13's, in float64. */
@InEveryLocale
class TaskTest {
    private static final Dataset YES_NO_NO_YES = Dataset.of(Tensor.full(Shape.of(4, 1), 0), new int[] {1, 0, 0, 1}, 2);
    private static final Dataset NUMBERS = Dataset.of(Tensor.full(Shape.of(3, 1), 0), column(0, 1, 1.5));

    private static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }

    /** A model that says the same whatever it is asked. */
    private static Layer saying(double... outputs) {
        return (x, mode) -> column(outputs);
    }

    @Test
    void binaryIsTheCrossEntropyOfTheSigmoid() {
        Task binary = new Task.Binary();
        assertThat(binary.loss(column(2, -1, 0.5, -700), YES_NO_NO_YES, 0).item())
                .isCloseTo(175.35356667068532, within(1e-13));
        Dataset three = YES_NO_NO_YES.range(0, 3);
        assertThat(binary.loss(column(2, -1, 0.5), three, 0.2).item()).isCloseTo(0.5547555609137673, within(1e-15));
        Tensor two = Tensor.of(new double[][] {{0, 2}, {0, -1}, {0, 0.5}});
        assertThat(binary.loss(column(2, -1, 0.5), three, 0.2).item())
                .as("softmax over the logits 0 and x")
                .isCloseTo(new Task.Classification().loss(two, three, 0.2).item(), within(1e-15));
        Evaluation evaluation = Evaluation.of(saying(2, -1, 0.5, -700), YES_NO_NO_YES, binary);
        assertThat(evaluation.accuracy()).isEqualTo(0.5);
        assertThat(ConfusionMatrix.of(saying(2, -1, 0.5, -700), YES_NO_NO_YES, binary)
                        .count(1, 0))
                .isEqualTo(1);
    }

    @Test
    void regressionHasItsErrorAndWhatShareOfTheVarianceItPredicts() {
        Evaluation squared = Evaluation.of(saying(0.5, 3, -1), NUMBERS);
        assertThat(squared.loss()).isCloseTo(3.5, within(1e-15));
        assertThat(squared.get(Metric.RMSE)).isCloseTo(1.8708286933869707, within(1e-15));
        assertThat(squared.get(Metric.R_SQUARED)).isCloseTo(-8.0, within(1e-14));
        assertThat(squared).hasToString("loss 3.500, RMSE 1.8708, R² -8.0000");
        Evaluation huber = Evaluation.of(saying(0.5, 3, -1), NUMBERS, new Task.Huber(0.75));
        assertThat(huber.loss()).isCloseTo(0.9791666666666666, within(1e-15));
        assertThat(huber.metrics()).isEqualTo(squared.metrics());
        assertThatThrownBy(squared::accuracy)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "evaluation: there is no accuracy, only the loss and [RMSE, R²]; ask for what the task has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classification", "binary", "regression", "huber:delta=0.5"})
    void textsAreReadAsTheyAreWritten(String text) {
        assertThat(Task.parse(text).text()).isEqualTo(text);
    }

    @Test
    void whatIsNoTaskIsRefused() {
        assertThatThrownBy(() -> Task.parse("binery")).hasMessageContaining("did you mean binary?");
        assertThatThrownBy(() -> Task.parse("huber:delta=0"))
                .hasMessage("task huber: delta must be a finite number, more than 0, found 0.0");
        assertThatThrownBy(() -> Task.parse("huber:d=1"))
                .hasMessage("task huber: there is no option 'd', found 'huber:d=1'; its option is delta");
        assertThatThrownBy(() -> Task.parse("binary:delta=1"))
                .hasMessage("task binary: there is no option 'delta', found 'binary:delta=1'; it has none");
    }

    @Test
    void dataOfAnotherKindAreRefused() {
        Dataset digits = Digits.load().range(0, 20);
        assertThatThrownBy(() -> new Task.Binary().outputs(digits))
                .hasMessage("task binary: needs data of 2 classes, found 20 examples of 64 features in 10 classes; "
                        + "take the task classification");
        assertThatThrownBy(() -> new Task.Huber(1).outputs(digits))
                .hasMessage("task huber:delta=1: needs data with numbers to predict, "
                        + "found 20 examples of 64 features in 10 classes; take the task classification");
        assertThatThrownBy(() -> new Task.Classification().outputs(NUMBERS))
                .hasMessage("task classification: needs data with classes, "
                        + "found 3 examples of 1 features and 1 targets; take the task regression");
        assertThatThrownBy(() -> ConfusionMatrix.of(saying(1, 2, 3), NUMBERS))
                .hasMessage("confusion matrix: it counts classes, found the task classification and "
                        + "3 examples of 1 features and 1 targets; Evaluation.of judges those");
        assertThatThrownBy(() -> Evaluation.of(saying(), NUMBERS.select()))
                .hasMessage("evaluation: found no examples; need at least one");
        assertThatThrownBy(NUMBERS::labels)
                .hasMessage(
                        "dataset: 3 examples of 1 features and 1 targets have no classes; for regression ask for values()");
        assertThatThrownBy(digits::values)
                .hasMessage("dataset: 20 examples of 64 features in 10 classes have no numbers to predict; "
                        + "for classification ask for labels()");
    }

    /** The refusal comes before the listeners, who may write, hear of the run. */
    @Test
    void aModelForAnotherTaskIsRefusedBeforeAnythingIsWritten() {
        Layer model = Mlp.of(new RandomStream(1), 64, 12, 3);
        List<String> heard = new ArrayList<>();
        TrainingRun run = Recipes.of(model, new Adam(), 0.01).start(new Listener() {
            @Override
            public void onStart(History past) {
                heard.add("start");
            }
        });
        assertThatThrownBy(run::step)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "task classification: the model's output has shape (160, 3) for 160 examples, it needs (160, 10); "
                                + "give the last layer 10 outputs");
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> Recipes.of(model, new Adam(), 0.01).withTask(new Task.Regression()))
                .hasMessageStartingWith("task regression: needs data with numbers");
    }

    private static History train(Dataset data, Task task, int outputs) {
        Layer model = Mlp.of(new RandomStream(1), data.width(), 16, outputs);
        return Training.of(
                        model,
                        new Optimizer(new Adam(), 0.02, model.trainable()),
                        Split.of(data, 0.2, 0.2, new RandomStream(2)),
                        new RandomStream(3))
                .withTask(task)
                .withEpochs(15)
                .withTestCurve()
                .run();
    }

    @Test
    void eachTaskIsLearned() {
        Dataset moons = Synthetic.moons(300, 0.1, new RandomStream(1));
        Evaluation yesOrNo = train(moons, new Task.Binary(), 1).last().test().orElseThrow();
        assertThat(yesOrNo.accuracy()).isGreaterThan(0.85);
        Dataset linear = Synthetic.regression(300, 3, 0.1, new RandomStream(1));
        for (Task task : List.of(new Task.Regression(), new Task.Huber(1))) {
            EpochMetrics last = train(linear, task, 1).last();
            assertThat(last.training()).isEmpty();
            assertThat(last.test().orElseThrow().get(Metric.R_SQUARED)).isGreaterThan(0.9);
        }
    }

    @Test
    void smoothingAndTestCurvesNeedWhatTheySmoothAndTest() {
        Layer model = Mlp.of(new RandomStream(1), 1, 1);
        Training training = Training.of(
                model,
                new Optimizer(new Adam(), 0.02, model.trainable()),
                new Split(NUMBERS, NUMBERS),
                new RandomStream(3));
        assertThatThrownBy(() -> training.withSmoothing(0.1))
                .hasMessage("label smoothing: must be 0 for the task regression, which has no labels, found 0.1");
        assertThatThrownBy(training::withTestCurve)
                .hasMessageStartingWith(
                        "the test curve: must be left out for data without a test part, found training: 3");
    }
}
