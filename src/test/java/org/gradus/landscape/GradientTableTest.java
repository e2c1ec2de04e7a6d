package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GradientTableTest {

    @Test
    void hasOneGradientPerUpdateAndKeepsTheLast() {
        GradientTable table = new GradientTable(new double[][] {{1, 2}, {-3, 4}, {0, 5}});

        assertThat(table.gradient(new double[] {7, -8}, 1)).containsExactly(1, 2);
        assertThat(table.gradient(new double[] {-9, 1}, 2)).containsExactly(-3, 4);
        assertThat(table.gradient(new double[] {0, 0}, 3)).containsExactly(0, 5);
        assertThat(table.gradient(new double[] {0, 0}, 4)).containsExactly(0, 5);
        assertThat(table.gradient(new double[] {0, 0}, Long.MAX_VALUE)).containsExactly(0, 5);
        assertThat(table.value(new double[] {7, -8}, 1)).isEqualTo(-9);
        assertThat(table.dimensions()).isEqualTo(2);
    }

    /** The slide "Towards Improving Adam": 1, 1, …, 100000, 1. */
    @Test
    void hasTheLecturesSpikeAmongOnes() {
        GradientTable table = GradientTable.lecture();

        assertThat(LongStream.rangeClosed(1, 25_000).filter(t -> slope(table, t) != 1))
                .containsExactly(20_000L);
        assertThat(slope(table, 20_000)).isEqualTo(100_000);
    }

    @Test
    void doesNotChangeWithTheArrayItCameFrom() {
        double[][] gradients = {{1}, {2}};
        GradientTable table = new GradientTable(gradients);

        gradients[0][0] = 9;
        gradients[1] = new double[] {9};

        assertThat(slope(table, 1)).isEqualTo(1);
        assertThat(slope(table, 2)).isEqualTo(2);
    }

    @Test
    void countsUpdatesFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slope(GradientTable.lecture(), 0))
                .withMessage("gradient-table: the number of the update must be a whole number, at least 1, found 0");
    }

    @Test
    void wantsARectangleOfFiniteNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientTable(new double[0][]))
                .withMessage("gradient-table: the table is empty; give at least one gradient");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientTable(new double[3][0]))
                .withMessage("gradient-table: the table is empty; give at least one gradient");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientTable(new double[][] {{1, 2}, {1}}))
                .withMessage(
                        "gradient-table: the gradient of update 2 has length 1, that of update 1 length 2; all need the same");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientTable(new double[][] {{1}, {2}, {Double.NaN}}))
                .withMessage("gradient-table: the gradient of update 3 is [NaN]; all numbers must be finite");
    }

    private static double slope(Landscape landscape, long t) {
        return landscape.gradient(new double[] {0.5}, t)[0];
    }
}
