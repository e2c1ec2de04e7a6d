package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Alignment;
import org.gradus.view.Numbers;

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
        List<List<String>> block = new ArrayList<>(List.of(clock, cells("loss", step -> Numbers.text(step.loss()))));
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
                .mapToInt(column -> Alignment.width(column.get(0)) + GAP.length())
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
                return number == null ? "" : Numbers.text(number);
            }));
        }
        return symbols;
    }

    private List<String> cells(String head, Function<TraceStep, String> number) {
        return Alignment.byPoint(head, trace.steps().stream().map(number).toList());
    }
}
