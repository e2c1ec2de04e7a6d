package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of matrices and the functions of matrices in the notation. */
class MatrixNotationTest {
    private static final double[] A = {1, 2, 3, 4, 5, 6}; // 2 × 3

    private static double[] value(String formula) {
        Equations lines = Equations.of("X_t = " + formula, "θ_t = θ_{t−1}");
        return new Recurrence(lines, A, 3).step(0.1, point -> point).value("X_t");
    }

    /** By hand. */
    @Test
    void productsAreThoseOfMatrices() {
        assertThat(value("θ_{t−1} × θ_{t−1}ᵀ")).containsExactly(14, 32, 32, 77);
        assertThat(value("θ_{t−1}ᵀ × θ_{t−1}")).containsExactly(17, 22, 27, 22, 29, 36, 27, 36, 45);
        assertThat(value("θ_{t−1} × θ_{t−1}ᵀ × θ_{t−1}")).containsExactly(142, 188, 234, 340, 449, 558);
        assertThat(value("2 × θ_{t−1}")).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(value("rows + 10 columns")).containsExactly(32);
    }

    @Test
    void aShapeThatTheNotationDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> value("θ_{t−1}ᵀ"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "equation: a matrix of 3 × 2 stands beside parameters of 2 × 3; write it transposed within a product");
        assertThatThrownBy(() -> value("θ_{t−1} × θ_{t−1}"))
                .hasMessage("equation: a matrix of 2 × 3 cannot be multiplied by one of 2 × 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X_t = g_{t−1} × g_{t−1}ᵀ; X_t = g_{t-1} @ transpose(g_{t-1})",
                "X_t = Q_tᵀ × (L_t × Q_t); X_t = transpose(Q_t) @ (L_t @ Q_t)",
                "x_t = pᵀq; x_t = dot(p, q)",
                "x_t = pᵀ‖q‖; x_t = dot(p, norm(q))"
            })
    void bothSpellingsReadBack(String lecture, String ascii) {
        Line line = Line.parse(lecture);
        assertThat(line.text()).isEqualTo(lecture);
        assertThat(line.text(Spelling.ASCII)).isEqualTo(ascii);
        assertThat(Line.parse(ascii)).isEqualTo(line);
    }

    /** A Aᵀ = (14 32; 32 77): by hand the eigenvalues are 45.5 ± √(31.5² + 32²). */
    @Test
    void eigenvectorsAreThoseOfTheLargestEigenvalueFirst() {
        double[] v = value("eigenvectors(θ_{t−1} × θ_{t−1}ᵀ)");
        double first = 14 * v[0] * v[0] + 64 * v[0] * v[2] + 77 * v[2] * v[2];
        assertThat(first).isCloseTo(45.5 + Math.sqrt(31.5 * 31.5 + 32 * 32), within(1e-10));
        assertThat(v[0] * v[1] + v[2] * v[3]).isCloseTo(0, within(1e-14));
    }

    @Test
    void columnsAndRowsAreOrderedByADiagonal() {
        assertThat(value("columnsBy(θ_{t−1}, θ_{t−1}ᵀ × θ_{t−1})")).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(value("rowsBy(θ_{t−1}, θ_{t−1} × θ_{t−1}ᵀ)")).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(value("columnsBy(θ_{t−1}, 1)")).containsExactly(A);
    }

    @Test
    void theQOfQRIsOrthonormalAndSpansTheColumns() {
        double[] q = value("orthonormal(θ_{t−1} × θ_{t−1}ᵀ)");
        assertThat(q[0] * q[0] + q[2] * q[2]).isCloseTo(1, within(1e-14));
        assertThat(q[0] * q[1] + q[2] * q[3]).isCloseTo(0, within(1e-14));
        assertThat(q[0] / q[2]).isCloseTo(14.0 / 32, within(1e-12));
    }
}
