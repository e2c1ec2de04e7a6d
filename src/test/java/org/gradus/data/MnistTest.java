package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class MnistTest {
    private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");

    @TempDir
    private Path folder;

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    /** Three images of 1 × 2 pixels to learn from, one to be judged by. */
    private void writeAll(String trainImages, String trainLabels, String testImages, String testLabels)
            throws IOException {
        write(trainImages, DataFiles.images(3, 1, 2, 0, 51, 102, 153, 204, 255));
        write(trainLabels, DataFiles.labels(9, 0, 4));
        write(testImages, DataFiles.images(1, 1, 2, 255, 1));
        write(testLabels, DataFiles.labels(7));
    }

    private void writeAll() throws IOException {
        writeAll(
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte");
    }

    private void assertIsRead(Published published) {
        // a fifth of 255 is 51
        assertThat(published.examples().features().toArray()).containsExactly(0, 0.2, 0.4, 0.6, 0.8, 1);
        assertThat(published.examples().labels()).containsExactly(9, 0, 4);
        assertThat(published.test().orElseThrow().features().toArray()).containsExactly(1, 1 / 255.0);
        assertThat(published.test().orElseThrow().labels()).containsExactly(7);
        assertThat(published.examples()).hasToString("3 examples of 2 features in 10 classes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-idx", ".idx"})
    void readsTheFourFiles(String separator) throws IOException {
        writeAll(
                "train-images" + separator + "3-ubyte",
                "train-labels" + separator + "1-ubyte",
                "t10k-images" + separator + "3-ubyte",
                "t10k-labels" + separator + "1-ubyte");
        assertIsRead(Mnist.load(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-idx", ".idx"})
    void readsTheFourFilesPacked(String separator) throws IOException {
        write(
                "train-images" + separator + "3-ubyte.gz",
                DataFiles.gzip(DataFiles.images(3, 1, 2, 0, 51, 102, 153, 204, 255)));
        write("train-labels" + separator + "1-ubyte.gz", DataFiles.gzip(DataFiles.labels(9, 0, 4)));
        write("t10k-images" + separator + "3-ubyte.gz", DataFiles.gzip(DataFiles.images(1, 1, 2, 255, 1)));
        write("t10k-labels" + separator + "1-ubyte.gz", DataFiles.gzip(DataFiles.labels(7)));
        assertIsRead(Mnist.load(folder));
    }

    @Test
    void fashionHasNamesForItsClasses() throws IOException {
        writeAll();
        assertIsRead(Mnist.loadFashion(folder));
        // the README.md of https://github.com/zalandoresearch/fashion-mnist
        assertThat(Mnist.loadFashion(folder).examples().classNames())
                .containsExactly(
                        "T-shirt/top",
                        "Trouser",
                        "Pullover",
                        "Dress",
                        "Coat",
                        "Sandal",
                        "Shirt",
                        "Sneaker",
                        "Bag",
                        "Ankle boot");
        assertThat(Mnist.load(folder).test().orElseThrow().classNames())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    /** Sizes and checksums as torchvision's and the publisher's pages have them. */
    @Test
    void missingFilesAreNamedWithTheirSizesAndChecksums() throws IOException {
        write("train-images-idx3-ubyte", DataFiles.images(1, 1, 1, 0));
        write("t10k-labels.idx1-ubyte.gz", DataFiles.labels(1));
        Files.createDirectory(folder.resolve("train-labels-idx1-ubyte")); // a folder is no file
        assertThatThrownBy(() -> Mnist.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage("""
                MNIST: %s lacks 2 of the 4 files:
                  train-labels-idx1-ubyte.gz (28881 bytes, MD5 d53e105ee54ea40749a09fcbcd1e9432)
                  t10k-images-idx3-ubyte.gz (1648877 bytes, MD5 9fb629c4189551a2d022fa330f9573f3)
                Nothing is downloaded for you: get them from https://ossci-datasets.s3.amazonaws.com/mnist/""".formatted(folder));
    }

    @Test
    void aMissingFolderHasNoneOfTheFiles() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> Mnist.loadFashion(none))
                .isInstanceOf(DataException.class)
                .hasMessage("""
                Fashion-MNIST: %s is no folder; it should have the 4 files:
                  train-images-idx3-ubyte.gz (26421880 bytes, MD5 8d4fb7e6c68d591d4c3dfef9ec88bf0d)
                  train-labels-idx1-ubyte.gz (29515 bytes, MD5 25c81989df183df01b3e8a0aad5dffbe)
                  t10k-images-idx3-ubyte.gz (4422102 bytes, MD5 bef4ecab320f06d8554ea6380940ec79)
                  t10k-labels-idx1-ubyte.gz (5148 bytes, MD5 bb300cfdad3c16e7a12a480ee83cd310)
                Nothing is downloaded for you: get them from https://github.com/zalandoresearch/fashion-mnist, \
                or install Debian's package dataset-fashion-mnist""".formatted(none));
    }

    @Test
    void aLabelOutOfRangeIsReportedWithItsOffset() throws IOException {
        writeAll();
        write("train-labels-idx1-ubyte", DataFiles.labels(9, 0, 10));
        assertThatThrownBy(() -> Mnist.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("train-labels-idx1-ubyte")
                        + ", byte 10: expected a label from 0 to 9, found 10");
        write("train-labels-idx1-ubyte", DataFiles.gzip(DataFiles.labels(255, 0, 10)));
        assertThatThrownBy(() -> Mnist.load(folder))
                .hasMessage(folder.resolve("train-labels-idx1-ubyte")
                        + ", unpacked byte 8: expected a label from 0 to 9, found 255");
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() throws IOException {
        writeAll();
        write("train-labels-idx1-ubyte", DataFiles.labels(9, 0));
        assertThatThrownBy(() -> Mnist.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage("%s has 3 images, %s has 2 labels; they do not belong together"
                        .formatted(
                                folder.resolve("train-images-idx3-ubyte"), folder.resolve("train-labels-idx1-ubyte")));
        writeAll();
        write("t10k-images-idx3-ubyte", DataFiles.images(1, 2, 2, 1, 2, 3, 4));
        assertThatThrownBy(() -> Mnist.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage("%s has images of 2 pixels, %s of 4; they do not belong together"
                        .formatted(
                                folder.resolve("train-images-idx3-ubyte"), folder.resolve("t10k-images-idx3-ubyte")));
    }

    @Test
    void imagesAndLabelsHaveTheirTypesAndAxes() throws IOException {
        writeAll();
        write("train-images-idx3-ubyte", DataFiles.labels(1, 2, 3));
        assertThatThrownBy(() -> Mnist.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "byte 2: expected bytes from 0 to 255 (type 0x08) in 3 axes, found type 0x08 in 1");
        write("train-images-idx3-ubyte", DataFiles.idxOfDoubles(new int[] {3, 1, 1}, 1, 2, 3));
        assertThatThrownBy(() -> Mnist.load(folder))
                .hasMessageEndingWith(
                        "byte 2: expected bytes from 0 to 255 (type 0x08) in 3 axes, found type 0x0E in 3");
        write("train-images-idx3-ubyte", DataFiles.images(0, 28, 28));
        assertThatThrownBy(() -> Mnist.load(folder))
                .hasMessageEndingWith(
                        "byte 4: expected at least one image of at least one pixel, found the shape (0, 28, 28)");
    }

    /** 500 of 1000 images of 784 pixels: 392 KB as bytes, 3 MB as doubles. */
    @Test
    void pixelsStayBytesUntilTheyAreAskedFor() throws IOException {
        writeAll();
        write("train-images-idx3-ubyte", DataFiles.images(1000, 28, 28, new int[784_000]));
        write("train-labels-idx1-ubyte", DataFiles.labels(new int[1000]));
        write("t10k-images-idx3-ubyte", DataFiles.images(1, 28, 28, new int[784]));
        Published published = Mnist.load(folder);
        assertThat(Memory.allocatedBy(() -> published.examples().range(0, 500))).isLessThan(600_000);
        assertThat(Memory.allocatedBy(() -> Mnist.load(folder))).isLessThan(4_000_000);
    }

    /** Runs where the package dataset-fashion-mnist of Debian is installed, and is skipped elsewhere. */
    @Test
    void readsTheFilesOfDebian() {
        assumeTrue(Files.isDirectory(DEBIAN), "skipped: there is no " + DEBIAN + "; install dataset-fashion-mnist");
        Published published = Mnist.loadFashion(DEBIAN);
        assertThat(published.examples()).hasToString("60000 examples of 784 features in 10 classes");
        assertThat(published.test().orElseThrow()).hasToString("10000 examples of 784 features in 10 classes");
        int[] sizes = new int[10];
        Arrays.stream(published.examples().labels()).forEach(label -> sizes[label]++);
        assertThat(sizes).containsOnly(6000); // as the paper says
        // the mean and the deviation of all training pixels that people standardize by: 0.2860 and 0.3530
        double sum = 0;
        double squares = 0;
        for (int start = 0; start < 60_000; start += 1000) {
            for (double pixel :
                    published.examples().range(start, start + 1000).features().toArray()) {
                sum += pixel;
                squares += pixel * pixel;
            }
        }
        double mean = sum / 60_000 / 784;
        assertThat(mean).isEqualTo(0.2860, within(5e-5));
        assertThat(Math.sqrt(squares / 60_000 / 784 - mean * mean)).isEqualTo(0.3530, within(5e-5));
    }
}
