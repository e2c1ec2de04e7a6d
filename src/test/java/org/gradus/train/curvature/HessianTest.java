package org.gradus.train.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.data.Iris;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Mode;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.tensor.Indexing;
import org.gradus.tensor.Lanczos;
import org.gradus.tensor.Lanczos.Eigenpairs;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HessianTest {
    private static final RandomStream RANDOM_SEED = new RandomStream(7);

    /** 4 · 16 + 16 + 16 · 16 + 16 + 16 · 3 + 3 = 403 parameters, a network with negative eigenvalues where it starts. */
    private static Objective network() {
        Layer model = Mlp.of(new RandomStream(3), width -> List.of(Activation.TANH), 4, 16, 16, 3);
        return Objective.of(model, Iris.load());
    }

    private static RandomStream random(String purpose) {
        return RANDOM_SEED.split(purpose);
    }

    private static Hessian diagonal(double... d) {
        return new Hessian(d.length, Tensor.of(d)::mul);
    }

    @Test
    void aNetworksLargestAndSmallestEigenvaluesAreThoseOfItsWholeHessian() {
        Objective objective = network();
        double[] exact = Exactly.eigenvalues(objective.function().hessian());
        Hessian hessian = Hessian.of(objective);
        Eigenpairs largest = hessian.largest(5, 1e-8, random("largest"));
        Eigenpairs smallest = hessian.smallest(5, 1e-8, random("smallest"));
        assertThat(exact).hasSize(403);
        assertThat(exact[402]).as("the loss curves down somewhere").isLessThan(-0.01);
        for (int i = 0; i < 5; i++) {
            assertThat(largest.values().get(i)).as("largest %s", i).isCloseTo(exact[i], withPercentage(1e-4));
            assertThat(smallest.values().get(i))
                    .as("smallest %s", i)
                    .isCloseTo(exact[402 - i], withPercentage(1e-4)); // 10⁻⁶ as a percentage
        }
        assertThat(largest.products()).as("far fewer products than parameters").isLessThan(120);
    }

    @Test
    void residualsAreWhatIsLeft() {
        Hessian hessian = Hessian.of(network());
        for (Eigenpairs pairs : List.of(
                hessian.largest(3, 1e-8, random("residuals")), hessian.smallest(3, 1e-8, random("residuals")))) {
            for (int i = 0; i < 3; i++) {
                Tensor v = Indexing.at(pairs.vectors(), 0, i);
                double left = Reductions.norm(
                                hessian.times(v).sub(v.mul(pairs.values().get(i))))
                        .item();
                assertThat(Reductions.norm(v).item()).isCloseTo(1, offset(1e-12));
                assertThat(pairs.residuals().get(i)).isEqualTo(left);
                assertThat(left).isLessThan(1e-7);
            }
        }
    }

    /** With squared error the Hessian of a linear layer is that of one output, as often as there are outputs: each eigenvalue three times. */
    @Test
    void eigenvaluesThatOccurSeveralTimesAreGivenSeveralTimes() {
        Tensor x = new RandomStream(2).gaussian(Shape.of(30, 3), 1);
        Tensor y = new RandomStream(3).gaussian(Shape.of(30, 3), 1);
        Layer model = new Linear(3, 3, new RandomStream(4));
        Objective objective = new Objective(model, x, out -> Losses.meanSquaredError(out, y), Mode.TRAINING);
        double[] exact = Exactly.eigenvalues(objective.function().hessian());
        assertThat(exact[2]).isCloseTo(exact[0], offset(1e-12));
        Hessian hessian = Hessian.of(objective);
        assertThat(hessian.largest(7, 1e-10, random("multiple")).values().toArray())
                .containsExactly(Arrays.copyOf(exact, 7), offset(1e-9));
        double[] once = Lanczos.largest(hessian::times, random("one start").gaussian(Shape.of(12), 1), 3, 1e-10)
                .values()
                .toArray();
        assertThat(once[1]).as("from one start each shows once").isLessThan(exact[0] - 0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-9, 1e-6, 1e-3})
    void clustersAreFoundWhole(double apart) {
        double[] d = new double[200];
        Arrays.setAll(d, i -> -1 + 2 * i / 200.0);
        double[] cluster = {10, 10 - apart, 10 - 2 * apart, 5, 5 - apart, -7};
        System.arraycopy(cluster, 0, d, 50, cluster.length);
        Eigenpairs found = diagonal(d).largest(5, 1e-8, random("cluster"));
        assertThat(found.values().toArray()).containsExactly(Arrays.copyOf(cluster, 5), offset(1e-6));
        assertThat(diagonal(d).smallest(1, 1e-8, random("cluster")).values().get(0))
                .isCloseTo(-7, offset(1e-7));
    }

    @Test
    void whereAllEigenvaluesAreNegativeTheLargestIsTheOneNearestToZero() {
        Hessian hessian = diagonal(-5, -1, -3, -1);
        assertThat(hessian.largest(4, 1e-12, random("negative")).values().toArray())
                .containsExactly(new double[] {-1, -1, -3, -5}, offset(1e-12));
        assertThat(hessian.smallest(2, 1e-12, random("negative")).values().toArray())
                .containsExactly(new double[] {-5, -3}, offset(1e-12));
    }

    @Test
    void ofNothingButZeros() {
        assertThat(diagonal(0, 0, 0).largest(2, 1e-8, random("zero")).values().toArray())
                .containsExactly(0, 0);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        Hessian hessian = Hessian.of(network());
        assertThat(hessian.largest(3, 1e-6, new RandomStream(5)).vectors().toArray())
                .isEqualTo(
                        hessian.largest(3, 1e-6, new RandomStream(5)).vectors().toArray());
        assertThat(hessian.trace(10, new RandomStream(5))).isEqualTo(hessian.trace(10, new RandomStream(5)));
    }

    @Test
    void itStaysTheOneOfItsPointWhenTheModelMovesOn() {
        Objective objective = network();
        Hessian hessian = Hessian.of(objective);
        Tensor v = new RandomStream(1).gaussian(Shape.of(hessian.size()), 1);
        double[] before = hessian.times(v).toArray();
        objective
                .parameters()
                .values()
                .forEach(parameter -> parameter.set(parameter.value().mul(2)));
        assertThat(hessian.times(v).toArray()).isEqualTo(before);
        assertThat(Hessian.of(objective).times(v).toArray()).isNotEqualTo(before);
    }

    @Test
    void theTraceLiesWithinFourStandardErrors() {
        Objective objective = network();
        double exact = Exactly.trace(objective.function().hessian());
        Hessian hessian = Hessian.of(objective);
        TraceEstimate few = hessian.trace(50, random("trace"));
        TraceEstimate many = hessian.trace(800, random("trace"));
        assertThat(few.mean()).isCloseTo(exact, offset(4 * few.standardError()));
        assertThat(many.mean()).isCloseTo(exact, offset(4 * many.standardError()));
        assertThat(many.standardError() / few.standardError())
                .as("falls with √n")
                .isBetween(0.15, 0.4);
        assertThat(many.standardError()).as("says something").isLessThan(Math.abs(exact) / 10);
    }

    /** tr = −1; the variance of zᵀ H z is 2 Σ_{i≠j} H_ij² = 4 (2² + 1² + 0.5²) = 21, by the formula of Hutchinson's paper. */
    @Test
    void theEstimateIsUnbiasedAndItsErrorIsTheTrueOne() {
        Tensor matrix = Tensor.of(Shape.of(3, 3), new double[] {3, 2, -1, 2, -5, 0.5, -1, 0.5, 1});
        Hessian hessian = new Hessian(3, v -> matrix.matmul(v.reshape(3, 1)).reshape(3));
        int probes = 20_000;
        TraceEstimate estimate = hessian.trace(probes, random("unbiased"));
        double trueError = Math.sqrt(21.0 / probes);
        assertThat(estimate.mean()).isCloseTo(-1, offset(4 * trueError));
        assertThat(estimate.standardError()).isCloseTo(trueError, withPercentage(3));
        assertThat(estimate.probes()).isEqualTo(probes);
    }

    @Test
    void theTraceOfADiagonalIsExact() {
        TraceEstimate estimate = diagonal(3, -1, 0.5).trace(2, random("diagonal"));
        assertThat(estimate).isEqualTo(new TraceEstimate(2.5, 0, 2));
    }

    /** P⁻¹ H is not symmetric, but has the same eigenvalues; here 4/8 and 9/1, and the third does not count, because P is 0 there. */
    @Test
    void preconditionedByADiagonal() {
        Hessian seen = diagonal(4, 9, 100).preconditioned(Tensor.of(8, 1, 0));
        assertThat(seen.largest(3, 1e-12, random("preconditioned")).values().toArray())
                .containsExactly(new double[] {9, 0.5, 0}, offset(1e-12));
    }

    @Test
    void aParameterUnderTwoPathsIsOneVariable() {
        Quadratic model = Quadratic.of(2, 3);
        Layer twice = new Layer() {
            @Override
            public Tensor forward(Tensor x, Mode mode) {
                return model.forward(x, mode);
            }

            @Override
            public Map<String, Parameter> parameters() {
                return Map.of("a", model.theta(), "b", model.theta());
            }
        };
        Objective objective =
                new Objective(twice, Tensor.of(0), model.objective().criterion(), Mode.TRAINING);
        assertThat(Hessian.of(objective).size()).isEqualTo(2);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        Hessian hessian = diagonal(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hessian.trace(1, random("refused")))
                .withMessage(
                        "hutchinson: the number of probes must be at least 2: one alone says nothing of its error, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hessian.largest(3, 1e-8, random("refused")))
                .withMessageContaining("asked for 3 eigenvalues");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hessian.preconditioned(Tensor.of(1, -1)))
                .withMessage(
                        "preconditioner: a number on the diagonal must be a finite number, at least 0, found -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hessian.preconditioned(Tensor.of(1, 1, 1)))
                .withMessage("preconditioner: it has 3 numbers, the Hessian 2 rows; give one for each");
        assertThatIllegalArgumentException().isThrownBy(() -> new Hessian(0, v -> v));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hessian(2, v -> v.mul(Double.NaN)).largest(1, 1e-8, random("refused")))
                .withMessage("lanczos: a product has length NaN; the matrix must be finite");
    }
}
