package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@InEveryLocale
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

    private Path write(String reference) throws IOException {
        return Files.write(folder.resolve(reference), ReferenceFiles.bytes(reference));
    }

    @Test
    void imagesOfKerasAreReadAsTheBytesTheyAre() throws IOException {
        Dataset data = LabeledNpz.read(write("keras.npz"), "x_train", "y_train");
        assertThat(data).hasToString("3 examples of 4 features in 5 classes");
        assertThat(data.features().toArray()).containsExactly(0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220);
        assertThat(data.labels()).containsExactly(4, 0, 2);
        assertThat(data.select(2).features().toArray()).containsExactly(160, 180, 200, 220);
    }

    /** As 47 MB, and not as 376 MB, of 60,000 images of 28 × 28 pixels. */
    @Test
    void bytesStayBytes() throws IOException {
        byte[] npy = Archives.npy(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (1000, 30, 30), }", 900_000);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("x.npy", npy);
        contents.put("y.npy", Npy.encode(Tensor.full(Shape.of(1000), 0)));
        Path file = Files.write(folder.resolve("bytes.npz"), Archives.zip(ZipEntry.STORED, contents));
        LabeledNpz.read(file, "x", "y");
        assertThat(Memory.allocatedBy(() -> LabeledNpz.read(file, "x", "y"))).isLessThan(3 * 900_000);
    }

    @Test
    void bothPartsOfKerasHaveTheClassesOfEither() throws IOException {
        Published published = LabeledNpz.read(write("keras.npz"));
        assertThat(published.examples()).hasToString("3 examples of 4 features in 7 classes");
        assertThat(published.test().orElseThrow()).hasToString("1 examples of 4 features in 7 classes");
        assertThat(published.test().orElseThrow().features().toArray()).containsExactly(255, 255, 255, 255);
    }

    @Test
    void partsThatDoNotBelongTogetherAreReported() {
        Path file = folder.resolve("parts.npz");
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        arrays.put("x_train", Tensor.full(Shape.of(2, 3), 0));
        arrays.put("y_train", Tensor.of(0, 1));
        Npz.write(file, arrays);
        assertThatThrownBy(() -> LabeledNpz.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": expected an array 'x_test', found the arrays [x_train, y_train]");
        arrays.put("x_test", Tensor.full(Shape.of(1, 4), 0));
        arrays.put("y_test", Tensor.of(0));
        Npz.write(file, arrays);
        assertThatThrownBy(() -> LabeledNpz.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + " has examples of 3 features to learn from, and of 4 to be judged by; "
                        + "they do not belong together");
    }

    @Test
    void otherArraysOfTheFileDoNoHarm() throws IOException {
        byte[] damaged = ReferenceFiles.bytes("keras.npz");
        ZipArchive.Entry test = new ZipArchive("x", damaged).entries().get(2);
        damaged[(int) test.start()] ^= 0x40;
        Path file = Files.write(folder.resolve("damaged.npz"), damaged);
        assertThat(LabeledNpz.read(file, "x_train", "y_train").size()).isEqualTo(3);
        assertThatThrownBy(() -> LabeledNpz.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ", entry 'x_test.npy': expected ");
    }
}
