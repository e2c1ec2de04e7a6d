package org.gradus.lecture.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;

/** The table of all symbols for the console, in blocks no wider than a window. */
final class TextTable {
    private static final int WIDEST = 150;
    private static final String GAP = "  ";

    private final Trace trace;

    TextTable(Trace trace) {
        this.trace = trace;
    }

    String text() {
        StringBuilder text = new StringBuilder(Titles.sentence(trace)).append('\n');
        for (List<List<String>> block : blocks()) {
            text.append('\n');
            for (int row = 0; row <= trace.steps().size(); row++) {
                StringBuilder line = new StringBuilder();
                for (List<String> column : block) {
                    line.append(column.get(row)).append(GAP);
                }
                text.append(line.toString().stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    /** Columns of equally wide cells, the head first, as many in each block as fit; symbols stay whole where they can. */
    private List<List<List<String>>> blocks() {
        List<String> clock = cells("t", step -> Long.toString(step.t()));
        List<List<List<String>>> blocks = new ArrayList<>();
        List<List<String>> block = new ArrayList<>(List.of(clock, cells("loss", step -> NumberText.of(step.loss()))));
        for (List<List<String>> symbol : symbols()) {
            boolean wouldFitAlone = width(symbol) + width(List.of(clock)) <= WIDEST;
            for (List<List<String>> part : wouldFitAlone ? List.of(symbol) : single(symbol)) {
                if (width(block) + width(part) > WIDEST && block.size() > 1) {
                    blocks.add(block);
                    block = new ArrayList<>(List.of(clock));
                }
                block.addAll(part);
            }
        }
        blocks.add(block);
        return blocks;
    }

    private static List<List<List<String>>> single(List<List<String>> columns) {
        return columns.stream().map(List::of).toList();
    }

    private static int width(List<List<String>> columns) {
        return columns.stream()
                .mapToInt(column -> TextTable.width(column.get(0)) + GAP.length())
                .sum();
    }

    /** The columns of each symbol. */
    private List<List<List<String>>> symbols() {
        List<List<List<String>>> symbols = new ArrayList<>();
        String last = "";
        for (Column column : Column.of(trace)) {
            if (!column.symbol().equals(last)) {
                symbols.add(new ArrayList<>());
            }
            last = column.symbol();
            symbols.get(symbols.size() - 1).add(cells(column.head(), step -> {
                Double number = column.at(step);
                return number == null ? "" : NumberText.of(number);
            }));
        }
        return symbols;
    }

    /** The cells of a column, all of one width, the decimal points below each other. */
    private List<String> cells(String head, Function<TraceStep, String> number) {
        List<String> numbers = trace.steps().stream().map(number).toList();
        int before = numbers.stream().mapToInt(TextTable::integerDigits).max().orElse(0);
        int after = numbers.stream()
                .mapToInt(text -> text.length() - integerDigits(text))
                .max()
                .orElse(0);
        int width = Math.max(width(head), before + after);
        List<String> cells = new ArrayList<>();
        cells.add(" ".repeat(width - width(head)) + head);
        for (String text : numbers) {
            String aligned = " ".repeat(before - integerDigits(text)) + text;
            String cell = " ".repeat(width - before - after) + aligned;
            cells.add(cell + " ".repeat(width - cell.length()));
        }
        return cells;
    }

    private static int integerDigits(String number) {
        int digits = 0;
        while (digits < number.length() && number.charAt(digits) != '.' && number.charAt(digits) != 'e') {
            digits++;
        }
        return digits;
    }

    /** How many places a text takes on the console; an accent stands above the letter before it. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }
}
