package org.gradus.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;

/**
 * Reads comma-separated data: a header row, a class label in one column, or numbers to predict in some, and numbers in all others.
 *
 * <p>The text is in UTF-8, with or without a byte-order mark. If the header is separated by semicolons, so is the rest, and numbers may have a
 * decimal comma. What is wrong is reported with line and column, and nothing is replaced.
 */
public final class LabeledCsv {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    private LabeledCsv() {}

    /**
     * What is asked about the examples.
     *
     * @param columns the columns with the answers, each by its name or its number from 1; none is the last column
     * @param areNumbers whether the answers are numbers to predict, and not classes
     */
    public record Options(List<String> columns, boolean areNumbers) {
        /**
         * Keeps a copy of the list, which nobody can change.
         *
         * @throws IllegalArgumentException if classes are asked for in several columns
         */
        public Options {
            columns = List.copyOf(columns);
            if (!areNumbers && columns.size() > 1) {
                throw new IllegalArgumentException(
                        "csv: classes stand in one column, found %s; name one, or ask for numbers".formatted(columns));
            }
        }

        /** {@return classes in the last column} */
        public static Options usual() {
            return new Options(List.of(), false);
        }

        /**
         * {@return classes in a column}
         *
         * @param column its name, or its number from 1
         */
        public static Options label(String column) {
            return new Options(List.of(column), false);
        }

        /**
         * {@return numbers to predict in some columns}
         *
         * @param columns their names, or their numbers from 1; none is the last column
         */
        public static Options numbers(String... columns) {
            return new Options(List.of(columns), true);
        }

        private int[] in(CsvTable table) {
            return columns.isEmpty()
                    ? new int[] {table.columns().size() - 1}
                    : columns.stream().mapToInt(table::column).toArray();
        }
    }

    /**
     * Reads a data set whose last column has labels from 0.
     *
     * @param name the file's name, for messages
     * @param in the text; closed at the end
     * @param classes how many classes there are
     * @return the data set
     * @throws DataException if something in the file is not as it should be; the message names file, line and column
     */
    public static Dataset read(String name, InputStream in, int classes) {
        CsvTable table = CsvTable.read(name, in);
        int last = table.columns().size() - 1;
        int[] labels = table.lines().stream()
                .mapToInt(line -> label(table, line, last, classes))
                .toArray();
        return Dataset.of(features(table, last), labels, classes);
    }

    /**
     * {@return the data set in a file, packed by gzip or not, whose last column has the labels}
     *
     * <p>A label is a word or a whole number. The different ones are the classes: numbers by their size, words by the alphabet.
     *
     * @param file where from
     * @throws DataException if something in the file is not as it should be; the message names file, line and column
     */
    public static Dataset read(Path file) {
        return read(file, Options.usual());
    }

    /**
     * {@return the data set in a file, packed by gzip or not}
     *
     * <p>A label is a word or a whole number. The different ones are the classes: numbers by their size, words by the alphabet.
     *
     * @param file where from
     * @param options which columns have the answers, and what kind of
     * @throws DataException if something in the file is not as it should be; the message names file, line and column
     */
    public static Dataset read(Path file, Options options) {
        return UnpackedStream.read(file, in -> decode(in, options));
    }

    /**
     * {@return the features in a file of examples whose answers are asked for, of shape (examples, width)}
     *
     * <p>The file may have the answers too: a column that is called so, or one more than there are features, which is the last.
     *
     * @param file where from
     * @param label the column with the answers; "" for the last
     * @param width how many features there are
     * @throws DataException if there are more or fewer columns, or something in the file is not as it should be
     */
    public static Tensor features(Path file, String label, int width) {
        return UnpackedStream.read(file, in -> {
            CsvTable table = CsvTable.read(in.file(), in);
            List<String> columns = table.columns();
            int[] answers = columns.contains(label)
                    ? new int[] {columns.indexOf(label)}
                    : columns.size() == width + 1 ? new int[] {width} : new int[0];
            if (columns.size() - answers.length != width) {
                throw new DataException(
                        "%s, line 1: expected %s columns of numbers, as the model has learned from, found %s"
                                .formatted(file, width, columns.size() - answers.length));
            }
            return features(table, answers);
        });
    }

    static Dataset decode(UnpackedStream in, Options options) {
        CsvTable table = CsvTable.read(in.file(), in);
        int[] answers = options.in(table);
        Tensor features = features(table, answers);
        return options.areNumbers
                ? Dataset.of(features, numbers(table, answers))
                : classes(table, features, answers[0]);
    }

    private static Dataset classes(CsvTable table, Tensor features, int column) {
        Map<String, Integer> found = new HashMap<>(); // in the order of the lines
        int[] numbers = table.lines().stream()
                .mapToInt(line -> found.computeIfAbsent(className(table, line, column), name -> found.size()))
                .toArray();
        List<String> classNames = inOrder(found.keySet());
        int[] classes = new int[found.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[found.get(classNames.get(i))] = i;
        }
        int[] labels = Arrays.stream(numbers).map(number -> classes[number]).toArray();
        return Dataset.of(features, labels, classNames);
    }

    private static List<String> inOrder(Set<String> names) {
        boolean areNumbers = names.stream().allMatch(WHOLE_NUMBER.asMatchPredicate());
        Comparator<String> byAlphabet = Comparator.naturalOrder();
        Comparator<String> bySize = Comparator.comparing(Long::valueOf);
        return names.stream()
                .sorted(areNumbers ? bySize.thenComparing(byAlphabet) : byAlphabet)
                .toList();
    }

    /** The numbers of all columns but those with the answers. */
    private static Tensor features(CsvTable table, int... answers) {
        int[] columns = IntStream.range(0, table.columns().size())
                .filter(column -> Arrays.stream(answers).noneMatch(answer -> answer == column))
                .toArray();
        if (columns.length == 0) {
            throw new DataException("%s, line 1: all columns are to be predicted, %s; leave one to predict from"
                    .formatted(
                            table.file(), TensorFile.shortened(table.columns().toString())));
        }
        return numbers(table, columns);
    }

    private static Tensor numbers(CsvTable table, int... columns) {
        return Tensor.of(table.lines().stream()
                .map(line -> Arrays.stream(columns)
                        .mapToDouble(column -> table.number(line, column))
                        .toArray())
                .toArray(double[][]::new));
    }

    private static int label(CsvTable table, CsvTable.Line line, int column, int classes) {
        String label = line.fields().get(column).strip();
        if (!WHOLE_NUMBER.matcher(label).matches()) {
            throw table.expected("a whole number from 0 to " + (classes - 1), line, column);
        }
        long value = Long.parseLong(label);
        if (value < 0 || value >= classes) {
            throw table.expected("a label from 0 to " + (classes - 1), line, column);
        }
        return (int) value;
    }

    private static String className(CsvTable table, CsvTable.Line line, int column) {
        String name = line.fields().get(column).strip();
        if (name.isEmpty()
                || table.isNumber(name) && !WHOLE_NUMBER.matcher(name).matches()) {
            throw table.expected("a word or a whole number as label", line, column);
        }
        return name;
    }
}
