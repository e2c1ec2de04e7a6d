package org.gradus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradus.data.DataException;
import org.gradus.data.DataFiles;
import org.gradus.data.Digits;
import org.gradus.data.Npz;
import org.gradus.data.ReferenceFiles;
import org.gradus.data.Split;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class DataSourcesTest {
    @TempDir
    private Path folder;

    private static Split open(String description) {
        return open(description, 1);
    }

    private static Split open(String description, int seed) {
        return new DataShelf()
                .open(RunSpec.of(Map.of("data", description, "seed", seed)))
                .split();
    }

    static List<String> forms() {
        return DataSources.forms();
    }

    /** What needs no more than its name is opened by it; what needs more says so in its form. */
    @ParameterizedTest
    @MethodSource("forms")
    void theFormsSayWhatCanBeOpened(String form) {
        String name = form.replaceFirst(":.*", "");
        if (form.equals(name)) {
            assertThat(open(name).training().size()).isPositive();
        } else {
            assertThatThrownBy(() -> open(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "data: data source " + name + ": needs to know where the data is; write " + form);
        }
    }

    /** Three fifths to learn from, one to choose by, one to be judged by. */
    @ParameterizedTest
    @CsvSource({
        "digits, 1079 examples of 64 features in 10 classes, 359",
        "iris, 90 examples of 4 features in 3 classes, 30",
        "moons, 300 examples of 2 features in 2 classes, 100",
        "circles, 300 examples of 2 features in 2 classes, 100",
        "spiral, 300 examples of 2 features in 3 classes, 100",
        "xor, 300 examples of 2 features in 2 classes, 100",
        "blobs, 300 examples of 2 features in 3 classes, 100",
        "regression, 300 examples of 5 features and 1 targets, 100"
    })
    void dataInMemoryIsSplitByTheStream(String name, String training, int test) {
        Split split = open(name);
        assertThat(split.training()).hasToString(training);
        assertThat(split.validation().size()).isEqualTo(test);
        assertThat(split.test().size()).isEqualTo(test);
        assertThat(open(name).validation().features().toArray())
                .isEqualTo(split.validation().features().toArray());
        Split other = open(name, 2);
        assertThat(other.validation().features().toArray())
                .isNotEqualTo(split.validation().features().toArray());
    }

    /** The parts that {@code Split.of} gives for the seed. */
    @Test
    void theSplitOfTheDigitsIsTheUsualOne() {
        Split usual = Split.of(Digits.load(), 0.2, 0.2, new RandomStream(1).split("split"));
        assertThat(open("digits").training().features().toArray())
                .isEqualTo(usual.training().features().toArray());
    }

    @Test
    void aFileWithKerassNamesHasAPartToBeJudgedBy() throws IOException {
        Path file = Files.write(folder.resolve("keras.npz"), ReferenceFiles.bytes("keras.npz"));
        Split split = open("npz:" + file);
        assertThat(split.training()).hasToString("2 examples of 4 features in 7 classes");
        assertThat(split.validation()).hasToString("1 examples of 4 features in 7 classes");
        assertThat(split.test().labels()).containsExactly(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "fashion-mnist"})
    void foldersOfImagesHaveAPartToBeJudgedBy(String name) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), DataFiles.images(5, 1, 1, 0, 255, 1, 2, 3));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), DataFiles.labels(1, 2, 3, 4, 5));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), DataFiles.images(1, 1, 1, 51));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), DataFiles.labels(3));
        Split split = open(name + ":" + folder);
        assertThat(split.training().size()).isEqualTo(4);
        assertThat(split.validation().size()).isEqualTo(1);
        assertThat(split.test().labels()).containsExactly(3);
        assertThat(split.training().classNames().get(0)).isEqualTo(name.equals("mnist") ? "0" : "T-shirt/top");
    }

    @Test
    void filesAreSplitByTheStream() throws IOException {
        Path csv = Files.writeString(folder.resolve("x.csv"), "a,label\n" + "1,x\n2,y\n".repeat(5));
        assertThat(open("csv:" + csv).training()).hasToString("6 examples of 1 features in 2 classes");
        Path npz = folder.resolve("x.npz");
        Npz.write(npz, Map.of("x", Tensor.of(new double[][] {{1}, {2}, {3}, {4}, {5}}), "y", Tensor.of(0, 1, 2, 3, 2)));
        assertThat(open("npz:" + npz).training()).hasToString("3 examples of 1 features in 4 classes");
    }

    @Test
    void theImagesOfCifarAreFound() {
        assertThatThrownBy(() -> open("cifar10:" + folder))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("CIFAR-10: " + folder + " lacks 6 of the 6 files:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mnist   | data source mnist: needs to know where the data is; write mnist:DIR with the folder for DIR",
                "mnist:  | data source mnist: needs to know where the data is; write mnist:DIR with the folder for DIR",
                "csv     | data source csv: needs to know where the data is; write csv:FILE with the file for FILE",
                "moons:5 | data source moons: takes nothing behind its name, found 'moons:5'; write moons",
                "moons:  | data source moons: takes nothing behind its name, found 'moons:'; write moons",
                "fashion | there is no data source 'fashion'; the data sources are digits, iris, moons, circles, spiral, xor, "
                        + "blobs, regression, mnist, fashion-mnist, cifar10, csv, npz",
                "digit:x | there is no data source 'digit'; did you mean digits? the data sources are digits, iris, moons, "
                        + "circles, spiral, xor, blobs, regression, mnist, fashion-mnist, cifar10, csv, npz"
            })
    void whatCannotBeOpenedIsSaid(String description, String message) {
        assertThatThrownBy(() -> open(description))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("data: " + message);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.csv");
        assertThatThrownBy(() -> open("csv:" + file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + " cannot be read: there is no such file");
        assertThatThrownBy(() -> open("csv:x:none.csv")) // the first colon counts
                .hasMessage("x:none.csv cannot be read: there is no such file");
    }
}
