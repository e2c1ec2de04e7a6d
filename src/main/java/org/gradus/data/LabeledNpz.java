package org.gradus.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Reads a data set from NumPy's {@code .npz} files, as {@code np.savez(file, x=features, y=labels)} writes them. */
public final class LabeledNpz {
    private static final int LARGEST_LABEL = 0xFFFF;

    private LabeledNpz() {}

    /**
     * {@return the data set in a file, with one class more than the largest label}
     *
     * @param file where from
     * @param features the name of the array of features, of shape (examples, …); those of an example are laid out in a row
     * @param labels the name of the array of labels, of shape (examples), whole numbers from 0
     * @throws DataException if the file cannot be read, is damaged, or has not what is asked for
     */
    public static Dataset read(Path file, String features, String labels) {
        Map<String, Tensor> arrays = Npz.read(file);
        Tensor x = array(file, arrays, features);
        Tensor y = array(file, arrays, labels);
        int examples = y.shape().size();
        if (x.shape().rank() < 2
                || y.shape().rank() != 1
                || x.shape().size(0) != examples
                || x.shape().size() == 0) {
            throw new DataException(
                    "%s: expected features of shape (examples, …) and labels of shape (examples), found %s of shape %s and %s of shape %s"
                            .formatted(
                                    file,
                                    TensorFile.quoted(features),
                                    TensorFile.text(x.shape()),
                                    TensorFile.quoted(labels),
                                    TensorFile.text(y.shape())));
        }
        checkFinite(file, features, x.toArray());
        int[] classes = classes(file, labels, y.toArray());
        int count = Arrays.stream(classes).max().getAsInt() + 1;
        return Dataset.of(x.reshape(Shape.of(examples, x.shape().size() / examples)), classes, count);
    }

    private static Tensor array(Path file, Map<String, Tensor> arrays, String name) {
        Tensor array = arrays.get(name);
        if (array == null) {
            throw new DataException("%s: expected an array %s, found the arrays %s"
                    .formatted(
                            file,
                            TensorFile.quoted(name),
                            TensorFile.shortened(arrays.keySet().toString())));
        }
        return array;
    }

    private static void checkFinite(Path file, String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new DataException("%s, array %s: expected finite numbers, found %s as element %d"
                        .formatted(file, TensorFile.quoted(name), values[i], i));
            }
        }
    }

    private static int[] classes(Path file, String name, double[] values) {
        int[] classes = new int[values.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (int) values[i];
            if (classes[i] != values[i] || classes[i] < 0 || classes[i] > LARGEST_LABEL) {
                throw new DataException("%s, array %s: expected whole numbers from 0 to %d, found %s as element %d"
                        .formatted(file, TensorFile.quoted(name), LARGEST_LABEL, values[i], i));
            }
        }
        return classes;
    }
}
