package org.gradus.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradus.tensor.Tensor;

/** Reads comma-separated data: a header row, numbers in all columns, and a class label from 0 in the last one. */
public final class LabeledCsv {
    private LabeledCsv() {}

    /**
     * Reads a data set.
     *
     * @param name the file's name, for messages
     * @param in the text, in UTF-8; closed at the end
     * @param classes how many classes there are
     * @return the data set
     * @throws DataException if something in the file is not as it should be; the message names file, line and column
     */
    public static Dataset read(String name, InputStream in, int classes) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> columns = parser.getHeaderNames();
            if (columns.size() < 2) {
                throw new DataException("%s, line 1: found the columns %s; need at least one feature and a label"
                        .formatted(name, columns));
            }
            List<double[]> rows = new ArrayList<>();
            List<Integer> labels = new ArrayList<>();
            for (CSVRecord line : parser) {
                Line row = new Line(name, parser.getCurrentLineNumber(), columns, line);
                row.checkLength();
                rows.add(row.features());
                labels.add(row.label(classes));
            }
            if (rows.isEmpty()) {
                throw new DataException(
                        "%s: found a header but no data; need at least one line below it".formatted(name));
            }
            int[] labelArray = labels.stream().mapToInt(Integer::intValue).toArray();
            return Dataset.of(Tensor.of(rows.toArray(double[][]::new)), labelArray, classes);
        } catch (IOException | UncheckedIOException e) {
            throw new DataException("%s cannot be read: %s; replace the file".formatted(name, e.getMessage()), e);
        }
    }

    private record Line(String file, long number, List<String> columns, CSVRecord fields) {
        void checkLength() {
            if (fields.size() != columns.size()) {
                throw new DataException("%s, line %d: found %d columns, expected %d as in the header"
                        .formatted(file, number, fields.size(), columns.size()));
            }
        }

        double[] features() {
            double[] row = new double[columns.size() - 1];
            for (int i = 0; i < row.length; i++) {
                row[i] = number(i);
            }
            return row;
        }

        private double number(int column) {
            try {
                double value = Double.parseDouble(fields.get(column));
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw expected("a number", column, e);
            }
            throw expected("a finite number", column, null);
        }

        int label(int classes) {
            int column = columns.size() - 1;
            try {
                int label = Integer.parseInt(fields.get(column).strip());
                if (label >= 0 && label < classes) {
                    return label;
                }
            } catch (NumberFormatException e) {
                throw expected("a whole number from 0 to " + (classes - 1), column, e);
            }
            throw expected("a label from 0 to " + (classes - 1), column, null);
        }

        private DataException expected(String what, int column, Throwable cause) {
            String message = "%s, line %d, column %d (%s): expected %s, found '%s'"
                    .formatted(file, number, column + 1, columns.get(column), what, fields.get(column));
            return new DataException(message, cause);
        }
    }
}
