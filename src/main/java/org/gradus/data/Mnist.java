package org.gradus.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gradus.tensor.Shape;

/**
 * MNIST and Fashion-MNIST: 60000 images to learn from and 10000 to be judged by, of 28 × 28 pixels each, in 10 classes.
 *
 * <p>The four files are read as they are published, packed or unpacked, also those of other data sets of the same format, of any number and
 * size of images. The pixels, from 0 to 255, are scaled to 0…1; they are kept as bytes, and a mini-batch at a time becomes doubles. To ask for
 * all features at once takes eight times the memory.
 */
public final class Mnist {
    private static final PublishedFiles DIGITS = new PublishedFiles(
            "MNIST",
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            List.of(
                    file("train-images-idx3-ubyte.gz", 9912422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                    file("train-labels-idx1-ubyte.gz", 28881, "d53e105ee54ea40749a09fcbcd1e9432"),
                    file("t10k-images-idx3-ubyte.gz", 1648877, "9fb629c4189551a2d022fa330f9573f3"),
                    file("t10k-labels-idx1-ubyte.gz", 4542, "ec29112dd5afa0611ce80d1b7f02629c")));

    private static final PublishedFiles FASHION = new PublishedFiles(
            "Fashion-MNIST",
            "https://github.com/zalandoresearch/fashion-mnist, or install Debian's package dataset-fashion-mnist",
            List.of(
                    file("train-images-idx3-ubyte.gz", 26421880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                    file("train-labels-idx1-ubyte.gz", 29515, "25c81989df183df01b3e8a0aad5dffbe"),
                    file("t10k-images-idx3-ubyte.gz", 4422102, "bef4ecab320f06d8554ea6380940ec79"),
                    file("t10k-labels-idx1-ubyte.gz", 5148, "bb300cfdad3c16e7a12a480ee83cd310")));

    private static final List<String> CLOTHES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private Mnist() {}

    private static PublishedFiles.Entry file(String name, int bytes, String md5) {
        return new PublishedFiles.Entry(name, "%s bytes, MD5 %s".formatted(bytes, md5));
    }

    /**
     * {@return the handwritten digits of MNIST: the images to learn from, and the test images}
     *
     * <p>LeCun, Cortes and Burges 1998, <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database of handwritten digits</a>.
     *
     * @param folder where the four files are
     * @throws DataException if a file is missing, which the message then names with its size and checksum, or damaged
     */
    public static Published load(Path folder) {
        return load(DIGITS, folder, Dataset.numbers(10));
    }

    /**
     * {@return the articles of clothing of Fashion-MNIST: the images to learn from, and the test images}
     *
     * <p>Xiao, Rasul and Vollgraf 2017, <a href="https://arxiv.org/abs/1708.07747">arXiv:1708.07747</a>.
     *
     * @param folder where the four files are
     * @throws DataException if a file is missing, which the message then names with its size and checksum, or damaged
     */
    public static Published loadFashion(Path folder) {
        return load(FASHION, folder, CLOTHES);
    }

    private static Published load(PublishedFiles published, Path folder, List<String> classNames) {
        List<Path> files = published.in(folder);
        Dataset training = part(files.get(0), files.get(1), classNames);
        Dataset test = part(files.get(2), files.get(3), classNames);
        if (training.width() != test.width()) {
            throw new DataException("%s has images of %s pixels, %s of %s; they do not belong together"
                    .formatted(files.get(0), training.width(), files.get(2), test.width()));
        }
        return Published.of(training, test);
    }

    private static Dataset part(Path imageFile, Path labelFile, List<String> classNames) {
        Idx.Bytes images = UnpackedStream.read(imageFile, Mnist::images);
        int[] labels = UnpackedStream.read(labelFile, in -> labels(in, classNames.size()));
        Shape shape = images.shape();
        if (shape.size(0) != labels.length) {
            throw new DataException("%s has %s images, %s has %s labels; they do not belong together"
                    .formatted(imageFile, shape.size(0), labelFile, labels.length));
        }
        return Dataset.of(Features.pixels(shape.size(1) * shape.size(2), images.values()), labels, classNames);
    }

    private static Idx.Bytes images(UnpackedStream in) throws IOException {
        Idx.Bytes images = Idx.bytes(in, 3);
        if (images.shape().size() == 0) {
            throw in.wrong(4, "expected at least one image of at least one pixel, found the shape %s", images.shape());
        }
        return images;
    }

    static int[] labels(UnpackedStream in, int classes) throws IOException {
        Idx.Bytes bytes = Idx.bytes(in, 1);
        int[] labels = new int[bytes.values().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes.values()[i] & 0xFF;
            if (labels[i] >= classes) {
                throw in.wrong(bytes.start() + i, "expected a label from 0 to %s, found %s", classes - 1, labels[i]);
            }
        }
        return labels;
    }
}
