package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InEveryLocale
class Cifar10Test {
    @TempDir
    private Path folder;

    /** Two images in the first file, one in each of the others; image i has label i and red 51 i. */
    @BeforeEach
    void writeAll() throws IOException {
        write("data_batch_1.bin", DataFiles.cifarRecord(0, 0, 255, 51), DataFiles.cifarRecord(1, 51, 255, 51));
        for (int i = 2; i <= 5; i++) {
            write("data_batch_" + i + ".bin", DataFiles.cifarRecord(i, 51 * i, 255, 51));
        }
        write("test_batch.bin", DataFiles.cifarRecord(9, 255, 0, 102));
    }

    private void write(String name, byte[]... records) throws IOException {
        Files.write(folder.resolve(name), DataFiles.joined(records));
    }

    @Test
    void readsTheSixFilesInOrder() {
        Published published = Cifar10.load(folder);
        assertThat(published.examples()).hasToString("6 examples of 3072 features in 10 classes");
        assertThat(published.examples().labels()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(published.test().orElseThrow().labels()).containsExactly(9);
        Tensor images = published.examples().features().reshape(Shape.of(6, 3, 32, 32));
        for (int i = 0; i < 6; i++) {
            assertThat(images.get(i, 0, 31, 31)).isEqualTo(i / 5.0);
            assertThat(images.get(i, 1, 0, 0)).isEqualTo(1);
            assertThat(images.get(i, 2, 16, 0)).isEqualTo(0.2);
        }
        Tensor channels = published.test().orElseThrow().features().reshape(Shape.of(3, 1024));
        assertThat(channels.max(1).toArray()).containsExactly(1, 0, 0.4);
        assertThat(Reductions.min(channels, 1).toArray()).containsExactly(1, 0, 0.4);
        // batches.meta.txt of the archive
        assertThat(published.examples().classNames())
                .containsExactly(
                        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    }

    @Test
    void rowsOfAnImageLieOneAfterTheOther() throws IOException {
        byte[] image = DataFiles.cifarRecord(3, 0, 0, 0);
        image[1 + 32 * 5 + 7] = (byte) 255; // red, row 5, column 7
        write("test_batch.bin", image);
        Tensor features = Cifar10.load(folder).test().orElseThrow().features().reshape(Shape.of(1, 3, 32, 32));
        assertThat(features.get(0, 0, 5, 7)).isEqualTo(1);
        assertThat(features.sum().item()).isEqualTo(1);
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Files.delete(folder.resolve("data_batch_3.bin"));
        assertThatThrownBy(() -> Cifar10.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage("""
                CIFAR-10: %s lacks 1 of the 6 files:
                  data_batch_3.bin (30730000 bytes)
                Nothing is downloaded for you: get it from https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz \
                (170052171 bytes, MD5 c32a1d4ab5d03f1284b67883e8d87530) and unpack that""".formatted(folder));
    }

    @Test
    void aLabelOutOfRangeIsReportedWithItsOffset() throws IOException {
        write("data_batch_2.bin", DataFiles.cifarRecord(9, 0, 0, 0), DataFiles.cifarRecord(10, 0, 0, 0));
        assertThatThrownBy(() -> Cifar10.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("data_batch_2.bin") + ", byte 3073: expected a label from 0 to 9, found 10");
    }

    @Test
    void aLabelIsNotNegative() throws IOException {
        write("test_batch.bin", DataFiles.cifarRecord(255, 0, 0, 0));
        assertThatThrownBy(() -> Cifar10.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("test_batch.bin") + ", byte 0: expected a label from 0 to 9, found 255");
    }

    @Test
    void aFileThatIsCutOffIsReportedWithTheOffsetOfTheLastRecord() throws IOException {
        Path file = folder.resolve("test_batch.bin");
        byte[] whole = DataFiles.joined(DataFiles.cifarRecord(9, 0, 0, 0), DataFiles.cifarRecord(8, 0, 0, 0));
        Files.write(file, Arrays.copyOf(whole, 2 * 3073 - 1));
        assertThatThrownBy(() -> Cifar10.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ", byte 3073: expected a record of 3073 bytes, found only 3072");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> Cifar10.load(folder))
                .hasMessage(file + ", byte 0: expected a record of 3073 bytes, found only 0");
    }

    /** A file with a hole takes no room on the disk; refused before any of it is read. */
    @Test
    void aFileOfTooManyImagesIsRefused() throws IOException {
        Path file = folder.resolve("test_batch.bin");
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(100_001L * 3073);
        }
        long allocated = Memory.allocatedBy(() -> assertThatThrownBy(() -> Cifar10.load(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": expected at most 100000 images, found 100001"));
        assertThat(allocated).isLessThan(1_000_000);
    }
}
