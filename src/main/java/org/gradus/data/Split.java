package org.gradus.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.data.file.ContentHash;
import org.gradus.tensor.RandomStream;

/**
 * A data set in three parts. What is chosen by the validation part (an epoch, a learning rate, a rule) is judged by the test part, which
 * nothing was chosen by.
 *
 * <p>A split need not have a test part; whoever asks for it then is told so.
 */
public final class Split {
    private final Dataset training;
    private final Dataset validation;
    private final Dataset test; // without examples if there is none

    /**
     * A data set in two parts, without a test part.
     *
     * @param training what the model learns from
     * @param validation what choices are made by
     * @throws IllegalArgumentException if the parts do not ask the same of the same features
     */
    public Split(Dataset training, Dataset validation) {
        this(training, validation, training.select());
    }

    /**
     * A data set in three parts.
     *
     * @param training what the model learns from
     * @param validation what choices are made by
     * @param test what the model is judged by in the end; without examples if there is no such part
     * @throws IllegalArgumentException if the parts do not ask the same of the same features
     */
    public Split(Dataset training, Dataset validation, Dataset test) {
        this.training = training;
        this.validation = validation;
        this.test = test;
        parts().forEach(this::requireKin);
    }

    private void requireKin(String name, Dataset part) {
        if (part.width() != training.width() || !question(part).equals(question(training))) {
            throw new IllegalArgumentException(
                    "split: the training part has %s features and asks for %s, the %s part has %s and asks for %s; take parts of the same data"
                            .formatted(training.width(), question(training), name, part.width(), question(part)));
        }
    }

    private static String question(Dataset data) {
        return data.hasClasses()
                ? "the classes " + TensorFile.shortened(data.classNames().toString())
                : data.outputs() + " numbers";
    }

    /**
     * {@return a data set split in two by a random shuffle: a split without a test part}
     *
     * @param data the data set
     * @param validationShare the share of examples to put aside for validation, more than 0 and less than 1
     * @param random where the shuffle comes from
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split of(Dataset data, double validationShare, RandomStream random) {
        int aside = (int) Math.round(data.size() * validationShare);
        if (!(aside > 0 && aside < data.size())) {
            throw new IllegalArgumentException(
                    "split: a validation share of %s of %s examples leaves one part empty; choose one between 0 and 1"
                            .formatted(validationShare, data.size()));
        }
        return cut(data, aside, 0, random);
    }

    /**
     * {@return a data set split in three by a random shuffle}
     *
     * <p>The test part is the start of the shuffle; so it depends on the seed and its own share alone, whatever else is chosen.
     *
     * @param data the data set
     * @param validationShare the share of examples for validation, more than 0
     * @param testShare the share of examples for the test, more than 0; both together less than 1
     * @param random where the shuffle comes from
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split of(Dataset data, double validationShare, double testShare, RandomStream random) {
        long validation = Math.round(data.size() * validationShare);
        long test = Math.round(data.size() * testShare);
        if (!(validation > 0 && test > 0 && validation + test < data.size())) {
            throw new IllegalArgumentException(
                    "split: a validation share of %s and a test share of %s of %s examples leave a part empty; choose them above 0 and, together, below 1"
                            .formatted(validationShare, testShare, data.size()));
        }
        return cut(data, (int) validation, (int) test, random);
    }

    private static Split cut(Dataset data, int validation, int test, RandomStream random) {
        int[] order = random.permutation(data.size());
        return new Split(
                data.select(Arrays.copyOfRange(order, test + validation, order.length)),
                data.select(Arrays.copyOfRange(order, test, test + validation)),
                data.select(Arrays.copyOf(order, test)));
    }

    /**
     * {@return a data set split by a random shuffle class by class, so that each part has about the same share of each class, and at least one
     * example}
     *
     * <p>Of each class a part gets its share, rounded, but at least 1; the parts are then by up to half an example per class larger or smaller
     * than those of {@link #of(Dataset, double, double, RandomStream)}.
     *
     * @param data the data set, of classes
     * @param validationShare the share of examples for validation, more than 0 and less than 1
     * @param testShare the share of examples for the test, at least 0; 0 gives no test part
     * @param random where the shuffle comes from
     * @throws IllegalArgumentException if the data has no classes, a share lies outside its domain, or a class has too few examples
     */
    public static Split stratified(Dataset data, double validationShare, double testShare, RandomStream random) {
        if (!(validationShare > 0 && testShare >= 0 && validationShare + testShare < 1)) {
            throw new IllegalArgumentException(
                    "split: found a validation share of %s and a test share of %s; the first must be more than 0, the second at least 0, both together less than 1"
                            .formatted(validationShare, testShare));
        }
        if (!data.hasClasses()) {
            throw new IllegalArgumentException(
                    "split: %s cannot be stratified, which needs classes; split them as they come".formatted(data));
        }
        int[] labels = data.labels();
        int[] examples = counts(data);
        int[] ofTest = new int[examples.length];
        int[] ofValidation = new int[examples.length];
        for (int c = 0; c < examples.length; c++) {
            ofTest[c] = testShare == 0 ? 0 : atLeastOne(examples[c] * testShare);
            ofValidation[c] = atLeastOne(examples[c] * validationShare);
            requireEnough(data.classNames().get(c), examples[c], ofTest[c] + ofValidation[c], testShare == 0 ? 2 : 3);
        }
        List<List<Integer>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int example : random.permutation(labels.length)) {
            int c = labels[example];
            int part = ofTest[c]-- > 0 ? 2 : ofValidation[c]-- > 0 ? 1 : 0;
            parts.get(part).add(example);
        }
        return new Split(select(data, parts.get(0)), select(data, parts.get(1)), select(data, parts.get(2)));
    }

    private static int atLeastOne(double share) {
        return (int) Math.max(1, Math.round(share));
    }

    private static void requireEnough(String name, int examples, int aside, int parts) {
        if (examples <= aside) {
            throw new IllegalArgumentException(
                    "split: class '%s' has %s examples, too few for %s parts with these shares; add some, leave the class out, or do not stratify"
                            .formatted(TensorFile.shortened(name), examples, parts));
        }
    }

    private static int[] counts(Dataset data) {
        int[] counts = new int[data.classes()];
        Arrays.stream(data.labels()).forEach(label -> counts[label]++);
        return counts;
    }

    private static Dataset select(Dataset data, List<Integer> rows) {
        return data.select(rows.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * {@return this split with a test part of its own, as published data has one}
     *
     * @param published the test part
     * @throws IllegalArgumentException if it is one of other data, or this split has a test part already
     */
    public Split withTest(Dataset published) {
        if (hasTest()) {
            throw new IllegalArgumentException(
                    "split: it has a test part of %s already; split the rest in two only".formatted(test));
        }
        return new Split(training, validation, published);
    }

    /** {@return what the model learns from} */
    public Dataset training() {
        return training;
    }

    /** {@return what choices are made by: when to stop, which learning rate, which rule} */
    public Dataset validation() {
        return validation;
    }

    /** {@return whether there is a test part} */
    public boolean hasTest() {
        return test.size() > 0;
    }

    /**
     * {@return what the model is judged by in the end}
     *
     * @throws IllegalStateException if there is no test part
     */
    public Dataset test() {
        if (!hasTest()) {
            throw new IllegalStateException(
                    "split: it has no test part, only training and validation; split the data in three, as in Split.of(data, 0.2, 0.2, random)");
        }
        return test;
    }

    /** {@return the parts there are by name: training, validation and perhaps test} */
    public Map<String, Dataset> parts() {
        Map<String, Dataset> parts = new LinkedHashMap<>();
        parts.put("training", training);
        parts.put("validation", validation);
        if (hasTest()) {
            parts.put("test", test);
        }
        return parts;
    }

    /**
     * {@return this split with something done to each part}
     *
     * @param change what to do, the same to all
     */
    public Split map(UnaryOperator<Dataset> change) {
        return new Split(
                change.apply(training),
                change.apply(validation),
                hasTest() ? change.apply(test) : change.apply(training).select());
    }

    /**
     * {@return which classes a part has no example of, in a sentence, as in {@code no example of class 'virginica' in validation}; "" if each
     * part has some of each class, or there are no classes}
     */
    public String missing() {
        List<String> gaps = new ArrayList<>();
        parts().forEach((name, part) -> {
            String classes = part.hasClasses() ? missing(part) : "";
            if (!classes.isEmpty()) {
                gaps.add("no example of class %s in %s".formatted(classes, name));
            }
        });
        return String.join("; ", gaps);
    }

    private static String missing(Dataset part) {
        int[] counts = counts(part);
        return IntStream.range(0, counts.length)
                .filter(c -> counts[c] == 0)
                .mapToObj(c -> TensorFile.quoted(part.classNames().get(c)))
                .collect(Collectors.joining(", "));
    }

    /** {@return 16 hexadecimal digits made of the fingerprints of all parts, as {@link Dataset#fingerprint} has them} */
    public String fingerprint() {
        return new ContentHash()
                .add(parts().values().stream().map(Dataset::fingerprint).toList())
                .hex();
    }

    /** The sizes, as in {@code training: 1438 examples of 64 features in 10 classes; validation: 359 examples of 64 features in 10 classes}. */
    @Override
    public String toString() {
        return parts().entrySet().stream()
                .map(part -> part.getKey() + ": " + part.getValue())
                .collect(Collectors.joining("; "));
    }
}
