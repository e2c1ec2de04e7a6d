package org.gradus.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as data: what a cell is, not how it looks. It shows itself as text for the console, as CSV with every digit, and as HTML.
 *
 * <pre>{@code
 * Table.of("rule", "seed", "loss").with("adam", 1, 0.25).with("sgdm", 1, 0.125)
 * }</pre>
 *
 * <p>A cell is a text, a whole number, a number, or null for one that is empty. A column whose cells are all numbers is set with the decimal points
 * below each other; any other is set to the left.
 *
 * @param head the names of the columns, at least one
 * @param rows the rows, each as long as the head
 */
public record Table(List<String> head, List<List<Object>> rows) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    private static final String GAP = "  ";

    /**
     * Keeps copies of head and rows.
     *
     * @throws IllegalArgumentException if there is no column, a row is longer or shorter than the head, or a cell is neither text nor a number
     */
    public Table {
        head = List.copyOf(head);
        if (head.isEmpty()) {
            throw new IllegalArgumentException("table: there is no column; name at least one");
        }
        List<List<Object>> copies = new ArrayList<>();
        for (List<Object> row : rows) {
            requireRow(head, row);
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }

    private static void requireRow(List<String> head, List<Object> row) {
        if (row.size() != head.size()) {
            throw new IllegalArgumentException(
                    "table: a row has %s cells, its columns are %s: %s; give a cell for each, null where there is none"
                            .formatted(row.size(), head, row));
        }
        for (Object cell : row) {
            if (!(cell == null || cell instanceof String || cell instanceof Number)) {
                throw new IllegalArgumentException("table: a cell is a text, a number or null, found a %s: %s"
                        .formatted(cell.getClass().getSimpleName(), cell));
            }
        }
    }

    /**
     * {@return a table without rows}
     *
     * @param head the names of the columns
     */
    public static Table of(String... head) {
        return new Table(List.of(head), List.of());
    }

    /**
     * {@return the same table with a further row; for very many rows make a list of them first}
     *
     * @param cells its cells
     */
    public Table with(Object... cells) {
        List<List<Object>> more = new ArrayList<>(rows);
        more.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells))));
        return new Table(head, more);
    }

    /** {@return the table for the console, numbers to six significant digits, a line for the head and one for each row} */
    public String text() {
        List<List<String>> columns =
                IntStream.range(0, head.size()).mapToObj(this::column).toList();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row <= rows.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (List<String> column : columns) {
                line.append(column.get(row)).append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A column's head and cells, all equally wide. */
    private List<String> column(int column) {
        List<String> cells = rows.stream().map(row -> read(row.get(column))).toList();
        return isNumeric(column) ? Alignment.byPoint(head.get(column), cells) : Alignment.left(head.get(column), cells);
    }

    private static String read(Object cell) {
        return cell == null ? "" : cell instanceof Double number ? Numbers.text(number) : cell.toString();
    }

    private boolean isNumeric(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(cell -> cell == null || cell instanceof Number);
    }

    /** {@return the table as comma-separated values: a head, and every digit, so that reading a number gives the same bits} */
    public String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(head);
            for (List<Object> row : rows) {
                printer.printRecord(row.stream().map(Table::written).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("table: the text could not be written to memory", e);
        }
        return text.toString();
    }

    private static Object written(Object cell) {
        return cell instanceof Double number ? Numbers.exact(number) : cell == null ? "" : cell.toString();
    }

    /** {@return the table as HTML, numbers to six significant digits with the minus of a slide} */
    public String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        for (int i = 0; i < head.size(); i++) {
            html.append(cell("th", i, head.get(i)));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<Object> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String text = read(row.get(i));
                html.append(cell("td", i, row.get(i) instanceof Number ? Numbers.typeset(text) : text));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private String cell(String tag, int column, String text) {
        String kind = isNumeric(column) ? " class=\"number\"" : "";
        return "<" + tag + kind + ">" + Markup.escape(text) + "</" + tag + ">";
    }

    /** The table for the console. */
    @Override
    public String toString() {
        return text();
    }
}
