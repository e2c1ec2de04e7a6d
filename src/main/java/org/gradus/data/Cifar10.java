package org.gradus.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.data.file.FileTrouble;

/**
 * CIFAR-10: 50000 color images to learn from and 10000 to be judged by, of 32 × 32 pixels each, in 10 classes.
 *
 * <p>Read is the version for C programs. A record has 3073 bytes: the label, then 1024 of red, 1024 of green and 1024 of blue, each row by
 * row. So the features, scaled from 0…255 to 0…1, reshape to (examples, 3, 32, 32). They are kept as bytes, and a mini-batch at a time becomes
 * doubles. To ask for all features at once takes eight times the memory.
 *
 * <p>Krizhevsky 2009, <a href="https://www.cs.toronto.edu/~kriz/cifar.html">Learning multiple layers of features from tiny images</a>.
 */
public final class Cifar10 {
    private static final int WIDTH = 3 * 32 * 32;
    private static final int RECORD = 1 + WIDTH;
    private static final int MOST_IMAGES = 100_000; // of a file, which has 10000; so all together fit into an array

    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final PublishedFiles FILES = new PublishedFiles(
            "CIFAR-10",
            "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz (170052171 bytes, MD5 c32a1d4ab5d03f1284b67883e8d87530) and unpack that",
            Stream.of(
                            "data_batch_1.bin",
                            "data_batch_2.bin",
                            "data_batch_3.bin",
                            "data_batch_4.bin",
                            "data_batch_5.bin",
                            "test_batch.bin")
                    .map(name -> new PublishedFiles.Entry(name, "30730000 bytes"))
                    .toList());

    private Cifar10() {}

    /**
     * {@return the images to learn from, and the test images}
     *
     * @param folder where the six files are
     * @throws DataException if a file is missing, which the message then names, or damaged
     */
    public static Published load(Path folder) {
        List<Path> files = FILES.in(folder);
        int last = files.size() - 1;
        return Published.of(read(files.subList(0, last)), read(files.subList(last, last + 1)));
    }

    private static Dataset read(List<Path> files) {
        int count = files.stream().mapToInt(Cifar10::count).sum();
        Images images = new Images(count);
        for (Path file : files) {
            images.add(file.toString(), TensorFile.read(file));
        }
        return images.dataset();
    }

    /** What one file holds. */
    static Dataset decode(String file, byte[] content) {
        Images images = new Images(count(file, content.length));
        images.add(file, content);
        return images.dataset();
    }

    private static int count(Path file) {
        try {
            return count(file.toString(), Files.size(file));
        } catch (IOException e) {
            throw new DataException(FileTrouble.reading(file, e), e);
        }
    }

    /** How many images are in a file of so many bytes. */
    private static int count(String file, long bytes) {
        long count = bytes / RECORD;
        long rest = bytes % RECORD;
        if (rest != 0 || count == 0) {
            throw new DataException("%s, byte %s: expected a record of %s bytes, found only %s"
                    .formatted(file, count * RECORD, RECORD, rest));
        }
        if (count > MOST_IMAGES) {
            throw new DataException("%s: expected at most %s images, found %s".formatted(file, MOST_IMAGES, count));
        }
        return (int) count;
    }

    /** The images of several files one after the other. */
    private static final class Images {
        private final byte[] pixels;
        private final int[] labels;
        private int size;

        Images(int count) {
            this.pixels = new byte[count * WIDTH];
            this.labels = new int[count];
        }

        void add(String file, byte[] content) {
            for (int at = 0; at < content.length; at += RECORD) {
                int label = content[at] & 0xFF;
                if (label >= CLASSES.size()) {
                    throw new DataException("%s, byte %s: expected a label from 0 to %s, found %s"
                            .formatted(file, at, CLASSES.size() - 1, label));
                }
                labels[size] = label;
                System.arraycopy(content, at + 1, pixels, size * WIDTH, WIDTH);
                size++;
            }
        }

        Dataset dataset() {
            return Dataset.of(Features.pixels(WIDTH, pixels), labels, CLASSES);
        }
    }
}
