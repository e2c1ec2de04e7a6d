package org.gradus.tensor.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops over columns give, to the bit, what the formulas say element by element and row after row, and touch nothing else. */
class ColumnsTest {
    private static final int AT = 2;
    private final Numbers numbers = new Numbers(3);
    private final double[] x = draw(700);
    private final double[] g = draw(700);
    private final double[] c = draw(60);
    private final double[] w = draw(60);
    private final double[] b = draw(60);
    private final double[] k = draw(60);

    /** One element of what is wanted, from the places of a number in the matrices and of its column in the vectors. */
    private interface Element {
        double of(int p, int j);
    }

    private static Stream<Columns> all() {
        return Stream.of(new PlainColumns(), Columns.fastest());
    }

    private static Stream<Columns.Block> blocks() {
        return Stream.of(1, 2, 7, 8, 9, 16, 31, 40)
                .flatMap(n -> Stream.of(0, 1, 2, 5, 13).map(rows -> new Columns.Block(3, rows, n + 2, n, AT)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void sums(Columns columns) {
        blocks().forEach(block -> {
            double[] found = w.clone();
            columns.sum(block, x, found);
            assertThat(found).isEqualTo(added(block, (p, j) -> x[p]));
            found = w.clone();
            columns.squares(block, x, c, found);
            assertThat(found).isEqualTo(added(block, (p, j) -> (x[p] - c[j]) * (x[p] - c[j])));
            found = w.clone();
            columns.products(block, g, x, c, found);
            assertThat(found).isEqualTo(added(block, (p, j) -> g[p] * (x[p] - c[j])));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void lines(Columns columns) {
        blocks().forEach(block -> {
            double[] found = x.clone();
            columns.affine(block, found, c, w, b, found);
            assertThat(found).isEqualTo(filled(block, x, (p, j) -> (x[p] - c[j]) * w[j] + b[j]));
            found = g.clone();
            columns.line(block, found, w, b, x, c, k, found);
            assertThat(found).isEqualTo(filled(block, g, (p, j) -> g[p] * w[j] - b[j] - (x[p] - c[j]) * k[j]));
        });
    }

    private double[] added(Columns.Block block, Element element) {
        double[] sums = w.clone();
        for (int row = 0; row < block.rows(); row++) {
            for (int j = 0; j < block.n(); j++) {
                sums[AT + j] += element.of(block.from() + row * block.step() + j, AT + j);
            }
        }
        return sums;
    }

    private static double[] filled(Columns.Block block, double[] before, Element element) {
        double[] y = before.clone();
        for (int row = 0; row < block.rows(); row++) {
            for (int j = 0; j < block.n(); j++) {
                int p = block.from() + row * block.step() + j;
                y[p] = element.of(p, AT + j);
            }
        }
        return y;
    }

    private double[] draw(int count) {
        return numbers.tensor(-2, 2, Shape.of(count)).toArray();
    }
}
