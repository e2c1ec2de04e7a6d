package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabeledNpzTest {
    @TempDir
    private Path folder;

    private Path write(Tensor x, Tensor y) {
        Path file = folder.resolve("x.npz");
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        arrays.put("x", x);
        arrays.put("y", y);
        Npz.write(file, arrays);
        return file;
    }

    @Test
    void readsFeaturesAndLabels() {
        Tensor images = Tensor.of(Shape.of(3, 1, 2), 1, 2, 3, 4, 5, 6);
        Dataset data = LabeledNpz.read(write(images, Tensor.of(4, 0, 2)), "x", "y");
        assertThat(data).hasToString("3 examples of 2 features in 5 classes");
        assertThat(data.features().toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(data.labels()).containsExactly(4, 0, 2);
    }

    @Test
    void arraysGoByTheirNames() {
        Path file = write(Tensor.of(0, 1), Tensor.of(new double[][] {{1}, {2}}));
        assertThat(LabeledNpz.read(file, "y", "x").labels()).containsExactly(0, 1);
        assertThatThrownBy(() -> LabeledNpz.read(file, "features", "x"))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": expected an array 'features', found the arrays [x, y]");
    }

    static Stream<Arguments> wrong() {
        Tensor matrix = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        return Stream.of(
                arguments(
                        matrix,
                        Tensor.of(0, -1),
                        ", array 'y': expected whole numbers from 0 to 65535, found -1.0 as element 1"),
                arguments(
                        matrix,
                        Tensor.of(0.5, 1),
                        ", array 'y': expected whole numbers from 0 to 65535, found 0.5 as element 0"),
                arguments(
                        matrix,
                        Tensor.of(65536, 1),
                        ", array 'y': expected whole numbers from 0 to 65535, found 65536.0 as element 0"),
                arguments(
                        matrix,
                        Tensor.of(1, Double.NaN),
                        ", array 'y': expected whole numbers from 0 to 65535, found NaN as element 1"),
                arguments(
                        Tensor.of(new double[][] {{1, 2}, {3, Double.NaN}}),
                        Tensor.of(0, 1),
                        ", array 'x': expected finite numbers, found NaN as element 3"),
                arguments(matrix, Tensor.of(0, 1, 2), SHAPES.formatted("(2, 2)", "(3)")),
                arguments(matrix, Tensor.of(new double[][] {{0}, {1}}), SHAPES.formatted("(2, 2)", "(2, 1)")),
                arguments(matrix, matrix, SHAPES.formatted("(2, 2)", "(2, 2)")),
                arguments(Tensor.of(0, 1), Tensor.of(0, 1), SHAPES.formatted("(2)", "(2)")),
                arguments(Tensor.full(Shape.of(0, 2), 0), Tensor.of(), SHAPES.formatted("(0, 2)", "(0)")));
    }

    private static final String SHAPES =
            ": expected features of shape (examples, …) and labels of shape (examples), found 'x' of shape %s and 'y' of shape %s";

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNoDataIsReported(Tensor x, Tensor y, String message) {
        Path file = write(x, y);
        assertThatThrownBy(() -> LabeledNpz.read(file, "x", "y"))
                .isInstanceOf(DataException.class)
                .hasMessage(file + message);
    }
}
