package org.gradus.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.tensor.Elementary;
import org.gradus.tensor.GradientCheck;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Softmax;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Expected numbers follow from the formulas by hand; the replays of PyTorch's are in {@code org.gradus.goldens}. */
class LossesTest {
    private final Tensor x = Tensor.of(0.5, -2, 3);
    private final Tensor y = Tensor.of(1, 1, 1);

    @Test
    void squaredAndAbsoluteErrors() {
        assertThat(Losses.meanSquaredError(x, y).item()).isCloseTo((0.25 + 9 + 4) / 3, within(1e-15));
        assertThat(Losses.meanAbsoluteError(x, y).item()).isCloseTo((0.5 + 3 + 2) / 3, within(1e-15));
    }

    @Test
    void huberIsSquaredNearAndAbsoluteFar() {
        assertThat(Deviations.huber(x, y, 2).toArray()).containsExactly(0.125, 2 * (3 - 1), 2);
        assertThat(Losses.huber(x, y, 2).item()).isCloseTo((0.125 + 4 + 2) / 3, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.huber(x, y, 0))
                .withMessage("huber: delta must be a finite number, more than 0, found 0.0");
    }

    @Test
    void hingeCountsScoresOnTheWrongSideOfTheMargin() {
        assertThat(Deviations.hinge(Tensor.of(2, 0.5, -1), Tensor.of(1, 1, -1)).toArray())
                .containsExactly(0, 0.5, 0);
        assertThat(Losses.hinge(Tensor.of(-1), Tensor.of(1)).item()).isEqualTo(2);
    }

    @Test
    void binaryCrossEntropyIsTheLogarithmOfTheSigmoid() {
        double sigmoid = 1 / (1 + StrictMath.exp(-0.5));
        double expected = -0.3 * StrictMath.log(sigmoid) - 0.7 * StrictMath.log(1 - sigmoid);
        assertThat(Losses.binaryCrossEntropy(Tensor.of(0.5), Tensor.of(0.3)).item())
                .isCloseTo(expected, within(1e-15));
        assertThat(Losses.binaryCrossEntropy(Tensor.of(1000, -1000), Tensor.of(1, 0))
                        .item())
                .isZero();
        double weighted = -2 * 0.3 * StrictMath.log(sigmoid) - 0.7 * StrictMath.log(1 - sigmoid);
        assertThat(Deviations.binaryCrossEntropy(Tensor.of(0.5), Tensor.of(0.3), Tensor.of(2))
                        .item())
                .isCloseTo(weighted, within(1e-15));
    }

    @Test
    void kullbackLeiblerIsZeroForEqualDistributionsAndForWhatIsNotAskedFor() {
        Tensor q = Tensor.of(0, 0.25, 0.75);
        Tensor logP = Tensor.of(0.5, 0.25, 0.25).log();
        assertThat(Deviations.kullbackLeibler(logP, q).toArray())
                .containsExactly(new double[] {0, 0, 0.75 * StrictMath.log(3)}, within(1e-15));
    }

    @Test
    void crossEntropyFromProbabilitiesAgreesWithTheOneFromLabels() {
        Tensor logits = new RandomStream(1).gaussian(Shape.of(2, 3), 1);
        Tensor oneHot = Tensor.of(new double[][] {{0, 0, 1}, {1, 0, 0}});
        assertThat(Losses.crossEntropy(logits, oneHot).item())
                .isCloseTo(Losses.crossEntropy(logits, 2, 0).item(), within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.crossEntropy(logits, Tensor.of(1, 2)))
                .withMessage(
                        "crossEntropy: logits have shape (2, 3) and probabilities (2); both need (batch, classes)");
    }

    @Test
    void smoothingSpreadsAShareOverAllClasses() {
        Tensor logits = new RandomStream(2).gaussian(Shape.of(1, 4), 1);
        double[] logP = Softmax.logSoftmax(logits, 1).toArray();
        double expected = -0.925 * logP[1] - 0.025 * (logP[0] + logP[2] + logP[3]);
        Tensor loss = Losses.crossEntropy(logits, ClassTargets.of(1).smoothed(0.1));
        assertThat(loss.item()).isCloseTo(expected, within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassTargets.of(1).smoothed(1.1))
                .withMessage("label smoothing: the share must be from 0 to 1, found 1.1");
    }

    @Test
    void ignoredExamplesAndWeightsEnterTheMean() {
        Tensor logits = new RandomStream(3).gaussian(Shape.of(3, 2), 1);
        double[] logP = Softmax.logSoftmax(logits, 1).toArray();
        Tensor loss = Losses.crossEntropy(
                logits, ClassTargets.of(1, -100, 0).ignoring(-100).weighted(1, 3));
        assertThat(loss.item()).isCloseTo((-3 * logP[1] - logP[4]) / 4, within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Losses.crossEntropy(logits, ClassTargets.of(1, 1, 0).weighted(1, 2, 3)))
                .withMessage("crossEntropy: 3 class weights were given for logits of shape (3, 2); give one per class");
    }

    @Test
    void onlyWhatIsToBeIgnoredIsIgnored() {
        Tensor logits = new RandomStream(3).gaussian(Shape.of(3, 2), 1);
        for (int label : new int[] {-1, -100, 2, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Losses.crossEntropy(logits, 0, label, 1))
                    .withMessage(
                            "crossEntropy: label %s of example 1 is not a class; logits of shape (3, 2) have classes 0 to 1; "
                                    + "to leave such examples out, say ClassTargets.of(labels).ignoring(%s)",
                            label, label);
        }
        ClassTargets both = ClassTargets.of(-1, -100, 1).ignoring(-1).ignoring(-100);
        assertThat(Losses.crossEntropy(logits, both, Reduction.NONE).toArray())
                .startsWith(0, 0)
                .hasSize(3);
    }

    /** PyTorch 1.13, float64: logits (0, 1, −2), (0.5, −1.5, 3), (1, 1, 1), labels 1, 2 and one ignored, weights 1, 2, 3, smoothing 0.2. */
    @Test
    void reductionsOfTheCrossEntropyAreThoseOfPyTorch() {
        Tensor logits = Tensor.of(new double[][] {{0, 1, -2}, {0.5, -1.5, 3}, {1, 1, 1}});
        ClassTargets targets =
                ClassTargets.of(1, 2, -100).ignoring(-100).weighted(1, 2, 3).smoothed(0.2);
        assertThat(Losses.crossEntropy(logits, targets, Reduction.NONE).toArray())
                .containsExactly(new double[] {1.3646911002030393, 1.0161569767064764, 0}, within(1e-15));
        assertThat(Losses.crossEntropy(logits, targets, Reduction.SUM).item())
                .isCloseTo(2.3808480769095155, within(1e-15));
        assertThat(Losses.crossEntropy(logits, targets, Reduction.MEAN).item())
                .isCloseTo(0.47616961538190317, within(1e-15));
        assertThat(targets).hasToString("3 labels, 1 of them ignored, smoothed by 0.2, class weights [1.0, 2.0, 3.0]");
        assertThat(ClassTargets.of(4, 5)).hasToString("2 labels");
    }

    @Test
    void everyLossHasASumAndEachNumber() {
        assertThat(Losses.squaredError(x, y, Reduction.NONE).toArray()).containsExactly(0.25, 9, 4);
        assertThat(Losses.squaredError(x, y, Reduction.SUM).item()).isEqualTo(13.25);
        assertThat(Losses.absoluteError(x, y, Reduction.NONE).toArray()).containsExactly(0.5, 3, 2);
        assertThat(Losses.absoluteError(x, y, Reduction.SUM).item()).isEqualTo(5.5);
        assertThat(Losses.huber(x, y, 2, Reduction.NONE).toArray()).containsExactly(0.125, 4, 2);
        assertThat(Losses.huber(x, y, 2, Reduction.SUM).item()).isEqualTo(6.125);
        assertThat(Losses.hinge(x, y, Reduction.NONE).toArray()).containsExactly(0.5, 3, 0);
        assertThat(Losses.hinge(x, y, Reduction.SUM).item()).isEqualTo(3.5);
        Tensor even = Tensor.of(0, 0);
        double ln2 = StrictMath.log(2);
        assertThat(Losses.binaryCrossEntropy(even, Tensor.of(1, 0.5), Reduction.NONE)
                        .toArray())
                .containsExactly(new double[] {ln2, ln2}, within(1e-15));
        assertThat(Losses.binaryCrossEntropy(even, Tensor.of(1, 0.5), Reduction.SUM)
                        .item())
                .isCloseTo(2 * ln2, within(1e-15));
    }

    /** PyTorch 1.13, float64, reduction {@code batchmean}. */
    @Test
    void theMeanOfKullbackLeiblerDivergencesIsOverTheBatch() {
        Tensor logP = Tensor.of(new double[][] {{-2, -1, -0.5}, {-0.3, -0.7, -2}});
        Tensor q = Tensor.of(new double[][] {{0.5, 0.25, 0.25}, {0, 0.5, 0.5}});
        assertThat(Losses.kullbackLeibler(logP, q).item()).isCloseTo(0.4960660243000683, within(1e-15));
        assertThat(Losses.kullbackLeibler(logP, q, Reduction.NONE).shape()).isEqualTo(Shape.of(2));
    }

    @Test
    void nothingIsBroadcast() {
        Tensor column = Tensor.of(new double[][] {{1}, {2}, {3}});
        refused(
                () -> Losses.meanSquaredError(column, y),
                "squared error: predictions have shape (3, 1) and targets (3); they must be equal, nothing is broadcast: "
                        + "reshape targets to (3, 1)");
        refused(
                () -> Losses.meanAbsoluteError(y, column),
                "absolute error: predictions have shape (3) and targets (3, 1); they must be equal, nothing is broadcast: "
                        + "reshape targets to (3)");
        refused(
                () -> Losses.huber(y, Tensor.scalar(1), 1),
                "huber: predictions have shape (3) and targets (); they must be equal, nothing is broadcast: "
                        + "they hold 3 and 1 numbers; where one number is meant for several, say so with expand");
        refused(
                () -> Losses.hinge(column, y),
                "hinge: scores have shape (3, 1) and targets (3); they must be equal, nothing is broadcast: "
                        + "reshape targets to (3, 1)");
        refused(
                () -> Losses.binaryCrossEntropy(column, y),
                "binary cross-entropy: logits have shape (3, 1) and probabilities (3); they must be equal, nothing is broadcast: "
                        + "reshape probabilities to (3, 1)");
        refused(
                () -> Losses.kullbackLeibler(column, y),
                "kullback-leibler: log-probabilities have shape (3, 1) and probabilities (3); they must be equal, "
                        + "nothing is broadcast: reshape probabilities to (3, 1)");
        refused(
                () -> Deviations.binaryCrossEntropy(column, column, y),
                "expand: shape (3) does not broadcast to (3, 1); aligned at the last axis, each of its sizes must be equal or 1");
    }

    private static void refused(ThrowingCallable loss, String message) {
        assertThatIllegalArgumentException().isThrownBy(loss).withMessage(message);
    }

    @Test
    void classWeightsAreFiniteAndNotNegative() {
        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused(
                    () -> ClassTargets.of(1).weighted(1, weight),
                    "class weights: that of class 1 must be a finite number, at least 0, found " + weight);
        }
        refused(() -> ClassTargets.of(1).weighted(), "class weights: none were given; give one per class");
    }

    @Test
    void gradientsAreRight() {
        check(t -> Losses.crossEntropy(t.reshape(Shape.of(1, 3)), Tensor.of(new double[][] {{0.2, 0.3, 0.5}})));
        check(t -> Deviations.binaryCrossEntropy(t, Tensor.of(0.2, 0.5, 1), Tensor.of(2, 3, 4)));
        check(t -> Losses.kullbackLeibler(t, Tensor.of(0.2, 0.3, 0.5)));
        check(t -> Losses.kullbackLeibler(Tensor.of(-1, -2, -3), Elementary.square(t)));
        check(t -> Losses.meanSquaredError(t, y));
        check(t -> Losses.meanAbsoluteError(t, y));
        check(t -> Losses.huber(t, y, 1));
        check(t -> Losses.hinge(t, Tensor.of(-1, 1, 1)));
        check(t -> Losses.binaryCrossEntropy(t, Tensor.of(0.2, 0.5, 1)));
        check(t -> Losses.crossEntropy(
                t.reshape(Shape.of(1, 3)), ClassTargets.of(2).smoothed(0.2)));
    }

    private void check(UnaryOperator<Tensor> loss) {
        assertThat(GradientCheck.of(t -> loss.apply(t.get(0)), List.of(x), new RandomStream(1)))
                .allMatch(GradientCheck::passes);
    }

    @Test
    void absoluteErrorHasNoSlopeAtItsTarget() {
        Parameter p = new Parameter("p", Tensor.of(1));
        assertThat(Losses.meanAbsoluteError(p.value(), Tensor.of(1))
                        .backward()
                        .of(p)
                        .item())
                .isZero();
    }
}
