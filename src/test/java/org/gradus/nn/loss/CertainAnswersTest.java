package org.gradus.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses of answers that are certain (logits of ±∞), with gradients and Hessian-vector products: 0 · ∞ must not happen where the mathematics
 * says 0.
 *
 * <p>Numbers marked P are PyTorch 1.13's in float64: value, gradient, and Hessian times (0.1, 0.2, …). Where it has NaN, those marked M are the
 * limits, by hand: the value as the certain logit tends to ±∞.
 */
class CertainAnswersTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double[] RULED_OUT = {0, 1, -INF};

    private record Subject(
            String name, UnaryOperator<Tensor> loss, double[] x, double value, double[] gradient, double[] product) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    /** A loss of one row of logits. */
    private static Subject row(
            String name, ClassTargets targets, double[] x, double value, double[] gradient, double[] product) {
        return new Subject(
                name,
                z -> Losses.crossEntropy(z.reshape(Shape.of(x.length / 3, 3)), targets),
                x,
                value,
                gradient,
                product);
    }

    private static Stream<Subject> classifiers() {
        double[] product = of(-0.01966119332414818, 0.019661193324148188, 0);
        return Stream.of(
                row(
                        "another class ruled out (P)",
                        ClassTargets.of(1),
                        RULED_OUT,
                        0.31326168751822286,
                        of(0.2689414213699951, -0.2689414213699951, 0),
                        product),
                row(
                        "the right class ruled out (P)",
                        ClassTargets.of(2),
                        RULED_OUT,
                        INF,
                        of(0.2689414213699951, 0.7310585786300049, -1),
                        product),
                row("the right class certain (M)", ClassTargets.of(1), of(0, INF, 1), 0, of(0, 0, 0), of(0, 0, 0)),
                row("another class certain (M)", ClassTargets.of(0), of(0, INF, 1), INF, of(-1, 1, 0), of(0, 0, 0)),
                row(
                        "smoothed, a class ruled out (P)",
                        ClassTargets.of(1).smoothed(0.1),
                        RULED_OUT,
                        INF,
                        of(0.23560808803666178, -0.20227475470332845, -0.03333333333333333),
                        product),
                row(
                        "smoothed, and what is ruled out weighs nothing (gradient P, value M)",
                        ClassTargets.of(1).smoothed(0.1).weighted(1, 2, 0),
                        RULED_OUT,
                        (1.9 * 0.31326168751822286 + 0.1 / 3) / 2,
                        of(0.2388276836348287, -0.23882768363482865, 0),
                        of(-0.018678133657940774, 0.01867813365794078, 0)),
                row(
                        "weighted (P)",
                        ClassTargets.of(1, 0).weighted(1, 2, 3),
                        of(0, 1, -INF, 0.5, 2, -1),
                        0.7892782238978676,
                        of(
                                0.17929428091333005,
                                -0.17929428091333005,
                                0,
                                -0.27490320261998774,
                                0.26186567819642526,
                                0.013037524423562482),
                        of(
                                -0.013107462216098792,
                                0.013107462216098788,
                                0,
                                -0.005047324295655118,
                                0.0035660296893531953,
                                0.0014812946063019075)),
                row(
                        "the right class ruled out where it weighs nothing (M)",
                        ClassTargets.of(2, 1).weighted(1, 1, 0),
                        of(0, 1, -INF, 0, 1, -INF),
                        0.31326168751822286,
                        of(0, 0, 0, 0.2689414213699951, -0.2689414213699951, 0),
                        of(0, 0, 0, -0.01966119332414818, 0.019661193324148188, 0)),
                row(
                        "an ignored row of NaN and ∞ (first row P, the other M)",
                        ClassTargets.of(1, -100).ignoring(-100),
                        of(0, 1, -2, NAN, INF, 3),
                        0.34901221676818633,
                        of(0.25949646034241913, -0.2946154873017588, 0.03511902695933973, 0, 0, 0),
                        of(-0.020127131059879306, 0.015827236650740557, 0.0042998944091387535, 0, 0, 0)),
                new Subject(
                        "probabilities, a class ruled out (gradient P, value M)",
                        z -> Losses.crossEntropy(z.reshape(Shape.of(1, 3)), Tensor.of(new double[][] {{0.3, 0.7, 0}})),
                        RULED_OUT,
                        0.31326168751822286 + 0.3,
                        of(-0.031058578630004885, 0.03105857863000494, 0),
                        product));
    }

    /** PyTorch has these gradients and products; its values are NaN, but for those of ∞ and p &lt; 1. */
    private static Stream<Subject> yesOrNo() {
        return Stream.of(
                binary("no, for certain", -INF, 0, 1, 0, 0),
                binary("no instead of yes", -INF, 1, 1, INF, -1),
                binary("no instead of yes that weighs 2", -INF, 1, 2, INF, -2),
                binary("no instead of perhaps", -INF, 0.3, 1, INF, -0.3),
                binary("yes, for certain", INF, 1, 1, 0, 0),
                binary("yes that weighs 2", INF, 1, 2, 0, 0),
                binary("yes that weighs nothing", -INF, 1, 0, 0, 0),
                binary("yes instead of no", INF, 0, 2, INF, 1),
                binary("yes instead of perhaps", INF, 0.3, 1, INF, 0.7),
                binary("nearly certain", 800, 0.3, 2, 560, 0.7));
    }

    private static Subject binary(String name, double x, double p, double weight, double value, double slope) {
        return new Subject(
                name,
                z -> Deviations.binaryCrossEntropy(z, Tensor.of(p), Tensor.of(weight))
                        .sum(),
                of(x),
                value,
                of(slope),
                of(0));
    }

    /** Values and gradients are PyTorch's, but for the value at q = 0, where it has NaN; the product is 0, for it is linear. */
    private static Stream<Subject> others() {
        double[] logP = {-INF, -1, -0.5};
        Tensor one = Tensor.of(1);
        return Stream.of(
                new Subject(
                        "kullback-leibler, ruled out and not asked for",
                        z -> Losses.kullbackLeibler(z, Tensor.of(0, 0.25, 0.75)),
                        logP,
                        -0.09657359027997264 + 0.15923844566116432,
                        of(0, -0.25, -0.75),
                        of(0, 0, 0)),
                new Subject(
                        "kullback-leibler, ruled out and asked for",
                        z -> Losses.kullbackLeibler(z, Tensor.of(0.5, 0.25, 0.25)),
                        logP,
                        INF,
                        of(-0.5, -0.25, -0.25),
                        of(0, 0, 0)),
                new Subject("huber at −∞", z -> Losses.huber(z, one, 2), of(-INF), INF, of(-2), of(0)),
                new Subject("huber at ∞", z -> Losses.huber(z, one, 2), of(INF), INF, of(2), of(0)),
                new Subject("squared at −∞", z -> Losses.meanSquaredError(z, one), of(-INF), INF, of(-INF), of(0.2)),
                new Subject("absolute at −∞", z -> Losses.meanAbsoluteError(z, one), of(-INF), INF, of(-1), of(0)),
                new Subject("hinge, right", z -> Losses.hinge(z, one), of(INF), 0, of(0), of(0)),
                new Subject("hinge, wrong", z -> Losses.hinge(z, one), of(-INF), INF, of(-1), of(0)));
    }

    private static Stream<Subject> all() {
        return Stream.of(classifiers(), yesOrNo(), others()).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("all")
    void valueGradientAndHessianVectorProduct(Subject subject) {
        Tensor x = new Parameter("x", Tensor.of(subject.x)).value();
        Tensor loss = subject.loss.apply(x);
        Tensor gradient = Derivatives.grad(loss, x);
        assertThat(loss.item()).isCloseTo(subject.value, within(1e-15));
        assertThat(gradient.toArray()).containsExactly(subject.gradient, within(1e-15));
        assertThat(product(gradient, x)).containsExactly(subject.product, within(1e-15));
    }

    /** ∂⟨g, v⟩/∂x with v = (0.1, 0.2, …); zeros where g is a constant. */
    private static double[] product(Tensor gradient, Tensor x) {
        double[] v = new double[x.shape().size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = (i + 1) / 10.0;
        }
        return Derivatives.vjp(gradient, Tensor.of(v), List.of(x)).get(0).toArray();
    }

    @Test
    void whatHasNoLimitIsNaN() {
        Tensor twoCertain = Tensor.of(new double[][] {{INF, INF, 0}});
        Tensor allRuledOut = Tensor.of(new double[][] {{-INF, -INF}});
        assertThat(Losses.crossEntropy(twoCertain, 0).item()).isNaN();
        assertThat(Losses.crossEntropy(allRuledOut, 0).item()).isNaN();
        assertThat(Losses.crossEntropy(Tensor.of(new double[][] {{NAN, 0}}), 1).item())
                .isNaN();
        assertThat(Losses.binaryCrossEntropy(Tensor.of(NAN), Tensor.of(1)).item())
                .isNaN();
    }

    @Test
    void aMeanOfNothingIsNaNAndASumOfNothingIsZero() {
        ClassTargets none = ClassTargets.of(-1, -1).ignoring(-1);
        Tensor logits = Tensor.of(new double[][] {{NAN, 1}, {2, 3}});
        assertThat(Losses.crossEntropy(logits, none).item()).isNaN();
        assertThat(Losses.crossEntropy(logits, none, Reduction.SUM).item()).isZero();
        Parameter parameter = new Parameter("logits", logits);
        assertThat(Losses.crossEntropy(parameter.value(), none)
                        .backward()
                        .of(parameter)
                        .toArray())
                .containsOnly(0);
        assertThat(Losses.crossEntropy(logits, none, Reduction.NONE).toArray()).containsExactly(0, 0);
    }
}
