package org.gradus.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.tensor.Shape;

/**
 * Reads data sets from NumPy's {@code .npz} files, as {@code np.savez(file, x=features, y=labels)} writes them, and Keras's, whose two parts
 * are called {@code x_train} and {@code y_train}, {@code x_test} and {@code y_test}.
 *
 * <p>Features are the numbers of the array, of whatever type; bytes without sign ({@code u1}), such as pixels from 0 to 255, are kept as
 * bytes and become doubles a mini-batch at a time. Only the arrays asked for are unpacked.
 */
public final class LabeledNpz {
    private static final int LARGEST_LABEL = 0xFFFF;
    private static final String TRAINING = "_train";
    private static final String TEST = "_test";

    private final Path file;
    private final Map<String, Supplier<Npy.Array>> arrays;

    private LabeledNpz(Path file) {
        this.file = file;
        this.arrays = Npz.arrays(file.toString(), TensorFile.read(file));
    }

    /** Examples whose classes are not yet counted. */
    private record Part(Features features, int[] labels) {
        int largestLabel() {
            return Arrays.stream(labels).max().getAsInt();
        }

        Dataset withClasses(int count) {
            return Dataset.of(features, labels, Dataset.numbers(count));
        }
    }

    /**
     * {@return the data set in a file, with one class more than the largest label}
     *
     * @param file where from
     * @param features the name of the array of features, of shape (examples, …); those of an example are laid out in a row
     * @param labels the name of the array of labels, of shape (examples), whole numbers from 0
     * @throws DataException if the file cannot be read, has not what is asked for, or one of the two arrays is damaged
     */
    public static Dataset read(Path file, String features, String labels) {
        Part part = new LabeledNpz(file).part(features, labels);
        return part.withClasses(part.largestLabel() + 1);
    }

    /**
     * {@return the two parts in a file with Keras's names, with one class more than the largest label of both, or else the arrays x and y}
     *
     * @param file where from
     * @throws DataException if the file cannot be read, lacks an array, or has a damaged one among them
     */
    public static Published read(Path file) {
        LabeledNpz content = new LabeledNpz(file);
        if (content.arrays.containsKey("x" + TRAINING)) {
            return content.parts();
        }
        Part whole = content.part("x", "y");
        return Published.of(whole.withClasses(whole.largestLabel() + 1));
    }

    private Published parts() {
        Part training = part("x" + TRAINING, "y" + TRAINING);
        Part test = part("x" + TEST, "y" + TEST);
        int width = training.features.width();
        if (test.features.width() != width) {
            throw new DataException("%s has examples of %s features to learn from, and of %s to be judged by; "
                            .formatted(file, width, test.features.width())
                    + "they do not belong together");
        }
        int classes = Math.max(training.largestLabel(), test.largestLabel()) + 1;
        return Published.of(training.withClasses(classes), test.withClasses(classes));
    }

    private Part part(String features, String labels) {
        Npy.Array x = array(features);
        Npy.Array y = array(labels);
        Shape wide = x.header().shape();
        int examples = y.header().shape().size();
        if (wide.rank() < 2 || y.header().shape().rank() != 1 || wide.size(0) != examples || wide.size() == 0) {
            throw new DataException(
                    "%s: expected features of shape (examples, …) and labels of shape (examples), found %s of shape %s and %s of shape %s"
                            .formatted(
                                    file,
                                    TensorFile.quoted(features),
                                    TensorFile.text(wide),
                                    TensorFile.quoted(labels),
                                    TensorFile.text(y.header().shape())));
        }
        return new Part(
                rows(features, x, wide.size() / examples),
                classes(file, labels, y.tensor().toArray()));
    }

    private Npy.Array array(String name) {
        if (!arrays.containsKey(name)) {
            throw new DataException("%s: expected an array %s, found the arrays %s"
                    .formatted(
                            file,
                            TensorFile.quoted(name),
                            TensorFile.shortened(arrays.keySet().toString())));
        }
        return arrays.get(name).get();
    }

    private Features rows(String name, Npy.Array x, int width) {
        if (x.header().type() == ElementType.U8 && !x.header().fortranOrder()) {
            byte[] bytes = new byte[x.data().remaining()];
            x.data().duplicate().get(bytes);
            return new Features.Bytes(width, bytes, 1);
        }
        double[] values = x.tensor().toArray();
        checkFinite(file, name, values);
        return new Features.Doubles(width, values);
    }

    private static void checkFinite(Path file, String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new DataException("%s, array %s: expected finite numbers, found %s as element %s"
                        .formatted(file, TensorFile.quoted(name), values[i], i));
            }
        }
    }

    private static int[] classes(Path file, String name, double[] values) {
        int[] classes = new int[values.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (int) values[i];
            if (classes[i] != values[i] || classes[i] < 0 || classes[i] > LARGEST_LABEL) {
                throw new DataException("%s, array %s: expected whole numbers from 0 to %s, found %s as element %s"
                        .formatted(file, TensorFile.quoted(name), LARGEST_LABEL, values[i], i));
            }
        }
        return classes;
    }
}
