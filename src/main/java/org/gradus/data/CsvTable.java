package org.gradus.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradus.catalog.Catalog;
import org.gradus.data.file.StrictText;

/**
 * The fields of a text of comma-separated values below their header, and where they stand.
 *
 * <p>If the header is separated by semicolons, so is the rest, and numbers may have a decimal comma, as spreadsheets write both where the comma is
 * the decimal sign.
 */
record CsvTable(String file, List<String> columns, boolean hasSemicolons, List<Line> lines) {
    /** Not all that Java takes for a number: 1d, 2f and 0x1p3 are none. */
    private static final Pattern NUMBER =
            Pattern.compile("\\s*+[-+]?(NaN|Infinity|(\\d++\\.?\\d*+|\\.\\d++)([eE][-+]?\\d++)?)\\s*+");

    /** A row and its number in the file. */
    record Line(long number, List<String> fields) {}

    static CsvTable read(String file, InputStream in) {
        String text = text(file, in);
        boolean hasSemicolons = isSeparatedBySemicolons(text);
        CSVFormat format =
                hasSemicolons ? CSVFormat.DEFAULT.builder().setDelimiter(';').get() : CSVFormat.DEFAULT;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            Iterator<CSVRecord> rows = parser.iterator();
            List<String> columns = hasNext(file, parser, rows) ? rows.next().toList() : List.of();
            CsvTable table = new CsvTable(file, columns, hasSemicolons, new ArrayList<>());
            table.checkColumns();
            while (hasNext(file, parser, rows)) {
                List<String> fields = rows.next().toList();
                table.lines.add(new Line(parser.getCurrentLineNumber(), fields));
                table.checkLength(fields);
            }
            if (table.lines.isEmpty()) {
                throw new DataException(
                        "%s: found a header but no data; need at least one line below it".formatted(file));
            }
            return table;
        } catch (IOException e) {
            throw new DataException("%s cannot be read: %s; replace the file".formatted(file, e.getMessage()), e);
        }
    }

    private static String text(String file, InputStream in) {
        try (in) {
            return StrictText.decode(file, in.readAllBytes());
        } catch (IllegalArgumentException e) {
            throw new DataException(e.getMessage(), e);
        } catch (IOException e) {
            throw new DataException("%s cannot be read: %s; replace the file".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether the first line has semicolons, but no comma, outside of quotes. */
    private static boolean isSeparatedBySemicolons(String text) {
        boolean isQuoted = false;
        boolean found = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isQuoted ^= c == '"';
            if (!isQuoted && (c == ',' || c == '\n' || c == '\r')) {
                return found && c != ',';
            }
            found |= !isQuoted && c == ';';
        }
        return found;
    }

    /** Whether there is another row; the libraries' own words for what is wrong with it depend on the locale. */
    private static boolean hasNext(String file, CSVParser parser, Iterator<CSVRecord> rows) {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) { // the iterator wraps what went wrong
            String reason = e.getCause() instanceof CSVException
                    ? "a quote in the row at line %s is not closed, or something else than a separator follows it"
                            .formatted(line)
                    : e.getCause().getMessage();
            throw new DataException("%s cannot be read: %s; replace the file".formatted(file, reason), e);
        }
    }

    private void checkColumns() {
        if (columns.size() < 2) {
            throw new DataException(
                    "%s, line 1: found the columns %s; need at least one feature and a label, separated by commas or semicolons"
                            .formatted(file, TensorFile.shortened(columns.toString())));
        }
        if (columns.stream().allMatch(this::isNumber)) {
            throw new DataException("%s, line 1: expected the names of the columns, found the numbers %s; add a header"
                    .formatted(file, TensorFile.shortened(columns.toString())));
        }
    }

    private void checkLength(List<String> fields) {
        if (fields.size() != columns.size()) {
            throw new DataException("%s, line %s: found %s columns, expected %s as in the header"
                    .formatted(file, lines.get(lines.size() - 1).number(), fields.size(), columns.size()));
        }
    }

    /** The place of a column, by its name or else its number from 1. */
    int column(String wanted) {
        if (columns.contains(wanted)) {
            return columns.indexOf(wanted);
        }
        int number = wanted.matches("[0-9]{1,9}") ? Integer.parseInt(wanted) : 0;
        if (number < 1 || number > columns.size()) {
            Map<String, String> known = new LinkedHashMap<>();
            columns.forEach(column -> known.put(column, column));
            String near = Catalog.of("column", known)
                    .nearest(wanted)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse(";");
            throw new DataException(
                    "%s, line 1: expected a column %s, found the columns %s%s give the name of one, or its number from 1"
                            .formatted(
                                    file, TensorFile.quoted(wanted), TensorFile.shortened(columns.toString()), near));
        }
        return number - 1;
    }

    boolean isNumber(String text) {
        return NUMBER.matcher(withPoint(text)).matches();
    }

    private String withPoint(String text) {
        boolean hasComma = hasSemicolons && text.indexOf(',') >= 0 && text.indexOf('.') < 0;
        return hasComma ? text.replace(',', '.') : text;
    }

    double number(Line line, int column) {
        String text = line.fields.get(column);
        if (!isNumber(text)) {
            throw expected("a number", line, column);
        }
        double value = Double.parseDouble(withPoint(text));
        if (!Double.isFinite(value)) {
            throw expected("a finite number", line, column);
        }
        return value;
    }

    DataException expected(String what, Line line, int column) {
        return new DataException("%s, line %s, column %s (%s): expected %s, found %s"
                .formatted(
                        file,
                        line.number,
                        column + 1,
                        TensorFile.shortened(columns.get(column)),
                        what,
                        TensorFile.quoted(line.fields.get(column))));
    }
}
