package org.gradus.view;

import java.util.ArrayList;
import java.util.List;

/** Columns of text in which all cells are equally wide. */
public final class Alignment {
    private Alignment() {}

    /**
     * {@return the head and after it the cells, filled with blanks at their ends}
     *
     * @param head the head
     * @param cells the cells
     */
    public static List<String> left(String head, List<String> cells) {
        List<String> all = new ArrayList<>(List.of(head));
        all.addAll(cells);
        int width = all.stream().mapToInt(Alignment::width).max().orElse(0);
        return all.stream().map(cell -> cell + " ".repeat(width - width(cell))).toList();
    }

    /**
     * {@return the head and after it the cells, the decimal points below each other, the head above the end of the whole numbers}
     *
     * @param head the head
     * @param numbers the cells; an empty one stays empty
     */
    public static List<String> byPoint(String head, List<String> numbers) {
        int before = numbers.stream().mapToInt(Alignment::integerDigits).max().orElse(0);
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

    /**
     * {@return how many places a text takes on the console; an accent stands above the letter before it}
     *
     * @param text the text
     */
    public static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }
}
