package org.gradus.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradus.tensor.Tensor;

/**
 * Reads comma-separated data: a header row, a class label in one column, and numbers in all others.
 *
 * <p>The text is in UTF-8. What is wrong with it is reported with line and column.
 */
public final class LabeledCsv {
    /** Not all that Java takes for a number: 1d, 2f and 0x1p3 are none. */
    private static final Pattern NUMBER =
            Pattern.compile("\\s*+[-+]?(NaN|Infinity|(\\d++\\.?\\d*+|\\.\\d++)([eE][-+]?\\d++)?)\\s*+");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    private LabeledCsv() {}

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
        Table table = table(name, in, LabeledCsv::last, line -> line.label(classes));
        return Dataset.of(table.features(), table.labels(), classes);
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
        return UnpackedStream.read(file, in -> decode(in, LabeledCsv::last));
    }

    /**
     * {@return the data set in a file, packed by gzip or not}
     *
     * <p>A label is a word or a whole number. The different ones are the classes: numbers by their size, words by the alphabet.
     *
     * @param file where from
     * @param labelColumn the name of the column with the labels
     * @throws DataException if something in the file is not as it should be; the message names file, line and column
     */
    public static Dataset read(Path file, String labelColumn) {
        return UnpackedStream.read(
                file,
                in -> decode(in, columns -> {
                    if (!columns.contains(labelColumn)) {
                        throw new DataException("%s, line 1: expected a column %s, found the columns %s"
                                .formatted(
                                        file,
                                        TensorFile.quoted(labelColumn),
                                        TensorFile.shortened(columns.toString())));
                    }
                    return columns.indexOf(labelColumn);
                }));
    }

    static Dataset decode(UnpackedStream in, ToIntFunction<List<String>> labelColumn) {
        Map<String, Integer> found = new HashMap<>(); // in the order of the lines
        Table table = table(
                in.file(), in, labelColumn, line -> found.computeIfAbsent(line.className(), name -> found.size()));
        List<String> classNames = inOrder(found.keySet());
        int[] classes = new int[found.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[found.get(classNames.get(i))] = i;
        }
        int[] labels = IntStream.of(table.labels()).map(label -> classes[label]).toArray();
        return Dataset.of(table.features(), labels, classNames);
    }

    private static List<String> inOrder(Set<String> names) {
        boolean areNumbers = names.stream().allMatch(WHOLE_NUMBER.asMatchPredicate());
        Comparator<String> byAlphabet = Comparator.naturalOrder();
        Comparator<String> bySize = Comparator.comparing(Long::valueOf);
        return names.stream()
                .sorted(areNumbers ? bySize.thenComparing(byAlphabet) : byAlphabet)
                .toList();
    }

    static int last(List<String> columns) {
        return columns.size() - 1;
    }

    /** Rows of numbers with a label each. */
    private record Table(List<double[]> rows, List<Integer> numbers) {
        Tensor features() {
            return Tensor.of(rows.toArray(double[][]::new));
        }

        int[] labels() {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static Table table(
            String name, InputStream in, ToIntFunction<List<String>> labelColumn, ToIntFunction<Line> label) {
        try (CSVParser parser =
                CSVFormat.DEFAULT.parse(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            Iterator<CSVRecord> lines = parser.iterator();
            List<String> columns = columns(name, parser, lines);
            int labels = labelColumn.applyAsInt(columns);
            Table table = new Table(new ArrayList<>(), new ArrayList<>());
            while (hasNext(name, parser, lines)) {
                CSVRecord fields = lines.next();
                Line line = new Line(name, parser.getCurrentLineNumber(), columns, labels, fields);
                line.checkLength();
                table.rows.add(line.features());
                table.numbers.add(label.applyAsInt(line));
            }
            if (table.rows.isEmpty()) {
                throw new DataException(
                        "%s: found a header but no data; need at least one line below it".formatted(name));
            }
            return table;
        } catch (IOException e) {
            throw new DataException("%s cannot be read: %s; replace the file".formatted(name, e.getMessage()), e);
        }
    }

    /** Whether there is another row; the libraries' own words for what is wrong with it depend on the locale. */
    private static boolean hasNext(String name, CSVParser parser, Iterator<CSVRecord> lines) {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return lines.hasNext();
        } catch (UncheckedIOException e) { // the iterator wraps what went wrong
            String reason = e.getCause() instanceof CSVException
                    ? "a quote in the row at line %s is not closed, or something else than a comma follows it"
                    : e.getCause() instanceof CharacterCodingException
                            ? "expected text in UTF-8, found other bytes at line %s or a little below"
                            : e.getCause().getMessage().replace("%", "%%");
            throw new DataException(
                    "%s cannot be read: %s; replace the file".formatted(name, reason.formatted(line)), e);
        }
    }

    private static List<String> columns(String name, CSVParser parser, Iterator<CSVRecord> lines) {
        List<String> columns = hasNext(name, parser, lines) ? lines.next().toList() : List.of();
        if (columns.size() < 2) {
            throw new DataException("%s, line 1: found the columns %s; need at least one feature and a label"
                    .formatted(name, TensorFile.shortened(columns.toString())));
        }
        if (columns.stream().allMatch(Line::isNumber)) {
            throw new DataException("%s, line 1: expected the names of the columns, found the numbers %s; add a header"
                    .formatted(name, TensorFile.shortened(columns.toString())));
        }
        return columns;
    }

    /** One line of the file. */
    private record Line(String file, long number, List<String> columns, int labelColumn, CSVRecord fields) {

        void checkLength() {
            if (fields.size() != columns.size()) {
                throw new DataException("%s, line %s: found %s columns, expected %s as in the header"
                        .formatted(file, number, fields.size(), columns.size()));
            }
        }

        double[] features() {
            return IntStream.range(0, columns.size())
                    .filter(column -> column != labelColumn)
                    .mapToDouble(this::number)
                    .toArray();
        }

        private double number(int column) {
            String text = fields.get(column);
            if (!isNumber(text)) {
                throw expected("a number", column);
            }
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                throw expected("a finite number", column);
            }
            return value;
        }

        static boolean isNumber(String text) {
            return NUMBER.matcher(text).matches();
        }

        int label(int classes) {
            String label = fields.get(labelColumn).strip();
            if (!WHOLE_NUMBER.matcher(label).matches()) {
                throw expected("a whole number from 0 to " + (classes - 1), labelColumn);
            }
            long value = Long.parseLong(label);
            if (value < 0 || value >= classes) {
                throw expected("a label from 0 to " + (classes - 1), labelColumn);
            }
            return (int) value;
        }

        String className() {
            String name = fields.get(labelColumn).strip();
            if (name.isEmpty() || isNumber(name) && !WHOLE_NUMBER.matcher(name).matches()) {
                throw expected("a word or a whole number as label", labelColumn);
            }
            return name;
        }

        private DataException expected(String what, int column) {
            return new DataException("%s, line %s, column %s (%s): expected %s, found %s"
                    .formatted(
                            file,
                            number,
                            column + 1,
                            TensorFile.shortened(columns.get(column)),
                            what,
                            TensorFile.quoted(fields.get(column))));
        }
    }
}
