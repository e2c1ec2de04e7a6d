package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.tensor.Lanczos.Eigenpairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanczosTest {
    /** The loss of a network with 4 · 12 + 12 + 12 · 3 + 3 = 99 parameters. */
    private static VectorFunction loss() {
        RandomStream random = new RandomStream(4);
        Layer model = Mlp.of(random, width -> List.of(Activation.TANH), 4, 12, 3);
        Tensor x = random.gaussian(Shape.of(20, 4), 1);
        int[] labels = IntStream.range(0, 20).map(i -> i % 3).toArray();
        return VectorFunction.of(
                model.trainable(), () -> Losses.crossEntropy(model.forward(x, Mode.EVALUATION), labels));
    }

    /** Commons Math decomposes the whole Hessian, which Lanczos never sees. */
    @Test
    void theLargestEigenvaluesOfANetworksHessian() {
        VectorFunction loss = loss();
        Tensor hessian = loss.hessian();
        int n = loss.shape().size();
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = (hessian.get(i, j) + hessian.get(j, i)) / 2;
            }
        }
        double[] exact = new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues();
        Eigenpairs found = Lanczos.largest(loss.hvp(), new RandomStream(1).gaussian(loss.shape(), 1), 5, 1e-8);
        for (int i = 0; i < 5; i++) {
            assertThat(found.values().get(i)).as("eigenvalue %s", i).isCloseTo(exact[i], offset(1e-6));
        }
        assertThat(found.products()).as("far fewer products than parameters").isLessThan(60);
    }

    @Test
    void eachVectorIsAnEigenvectorOfLengthOne() {
        VectorFunction loss = loss();
        Eigenpairs found = Lanczos.largest(loss.hvp(), new RandomStream(1).gaussian(loss.shape(), 1), 3, 1e-8);
        for (int i = 0; i < 3; i++) {
            Tensor v = Indexing.at(found.vectors(), 0, i);
            double residual = Reductions.norm(
                            loss.hvp(v).sub(v.mul(found.values().get(i))))
                    .item();
            assertThat(Reductions.norm(v).item()).isCloseTo(1, offset(1e-12));
            assertThat(residual).isCloseTo(found.residuals().get(i), offset(1e-9));
            assertThat(residual).isLessThanOrEqualTo(1e-7);
        }
    }

    @Test
    void theSameStartGivesTheSameBits() {
        VectorFunction loss = loss();
        Tensor start = new RandomStream(1).gaussian(loss.shape(), 1);
        assertThat(Lanczos.largest(loss.hvp(), start, 3, 1e-8).vectors().toArray())
                .isEqualTo(Lanczos.largest(loss.hvp(), start, 3, 1e-8).vectors().toArray());
    }

    private static Tensor diagonal(double... d) {
        return Tensor.of(d);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void ofADiagonalMatrix(int k) {
        Tensor d = diagonal(-9, 4, 1, 0, 2.5);
        Eigenpairs found = Lanczos.largest(d::mul, Tensor.of(1, 2, 3, 4, 5), k, 1e-12);
        double[] sorted = {4, 2.5, 1, 0, -9};
        for (int i = 0; i < k; i++) {
            assertThat(found.values().get(i)).isCloseTo(sorted[i], offset(1e-12));
        }
    }

    /** The start has one direction in each of the two eigenspaces; the others are found where the products lead nowhere new. */
    @Test
    void eigenvaluesThatOccurSeveralTimesAreFoundWhenTheStartIsUsedUp() {
        Eigenpairs found = Lanczos.largest(diagonal(2, 2, 2, 1)::mul, Tensor.of(1, 1, 1, 1), 4, 1e-12);
        assertThat(found.values().toArray()).containsExactly(new double[] {2, 2, 2, 1}, offset(1e-12));
    }

    @Test
    void ofTheZeroMatrix() {
        assertThat(Lanczos.largest(v -> v.mul(0), Tensor.of(1, 1, 1), 2, 1e-8)
                        .values()
                        .toArray())
                .containsExactly(0, 0);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lanczos.largest(v -> v, Tensor.of(1, 2), 3, 1e-8))
                .withMessage(
                        "lanczos: asked for 3 eigenvalues to 1.0E-8 with a start of shape (2); the start must have one axis, "
                                + "the number must be 1 to its size, the tolerance at least 1e-14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lanczos.largest(v -> v, Tensor.of(0, 0), 1, 1e-8))
                .withMessage("lanczos: the start has length 0.0; it must be finite and not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lanczos.largest(v -> v.mul(Double.NaN), Tensor.of(1, 2), 1, 1e-8))
                .withMessage("lanczos: a product has length NaN; the matrix must be finite");
    }
}
