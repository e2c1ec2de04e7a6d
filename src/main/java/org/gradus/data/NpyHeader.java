package org.gradus.data;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradus.tensor.Shape;

/**
 * The text at the start of an array in NumPy's format: a dictionary in Python's notation, as in
 * <code>{'descr': '&lt;f8', 'fortran_order': False, 'shape': (3, 4), }</code>.
 *
 * @param type the type of the elements
 * @param order the order of the bytes of an element
 * @param fortranOrder whether the first axis varies fastest, not the last
 * @param shape the shape
 */
record NpyHeader(ElementType type, ByteOrder order, boolean fortranOrder, Shape shape) {
    private static final String DESCR = "descr";
    private static final String ORDER = "fortran_order";
    private static final String SHAPE = "shape";

    private static final String TYPES = Arrays.stream(ElementType.values())
            .map(type -> type.numpy)
            .filter(code -> !code.isEmpty())
            .collect(Collectors.joining(", "));

    private static final String STRING = "'[^']*'|\"[^\"]*\"";
    private static final String FIELD = "\\s*(" + STRING + ")\\s*:\\s*(" + STRING + "|\\w+|\\([^)]*\\)|\\[[^]]*])\\s*";
    private static final Pattern DICTIONARY =
            Pattern.compile("\\s*\\{" + FIELD + "," + FIELD + "," + FIELD + "(?:,\\s*)?}\\s*");
    private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,18})L?\\s*"); // Python 2 wrote 3L

    private static final int GROWTH_DIGITS = 21; // NumPy leaves room for the first axis to grow in place

    /** The text for doubles in row-major order, character for character as NumPy writes it, before it is padded. */
    static String encode(Shape shape) {
        String sizes =
                Arrays.stream(shape.toArray()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String tuple = shape.rank() == 1 ? sizes + "," : sizes;
        int room = shape.rank() == 0
                ? 0
                : GROWTH_DIGITS - Integer.toString(shape.size(0)).length();
        return "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }%s".formatted(tuple, " ".repeat(room));
    }

    /** The header that a file says; the place is for messages. */
    static NpyHeader decode(String place, byte[] text) {
        // Version 3 is UTF-8, but only structured types, which are refused, ever have more than ASCII.
        Map<String, String> fields = fields(place, new String(text, StandardCharsets.ISO_8859_1));
        String descr = fields.get(DESCR);
        ElementType type = type(descr)
                .orElseThrow(() -> new DataException(
                        "%s, descr: expected one of %s behind < or >, or behind | if it has one byte, found %s"
                                .formatted(place, TYPES, TensorFile.quoted(descr))));
        ByteOrder bytes = inside(descr).startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        String order = fields.get(ORDER);
        if (!order.equals("True") && !order.equals("False")) {
            throw new DataException(
                    "%s, fortran_order: expected True or False, found %s".formatted(place, TensorFile.quoted(order)));
        }
        return new NpyHeader(type, bytes, order.equals("True"), shape(place, fields.get(SHAPE)));
    }

    /** The type of a literal such as {@code '<f8'}: an order for the bytes, or | where there is none, and NumPy's code. */
    private static Optional<ElementType> type(String descr) {
        String text = inside(descr);
        boolean isString = descr.startsWith("'") || descr.startsWith("\"");
        return Arrays.stream(ElementType.values())
                .filter(type -> isString && !type.numpy.isEmpty())
                .filter(type -> text.equals("<" + type.numpy)
                        || text.equals(">" + type.numpy)
                        || type.bytes == 1 && text.equals("|" + type.numpy))
                .findFirst();
    }

    private static Map<String, String> fields(String place, String text) {
        Matcher matcher = DICTIONARY.matcher(text);
        Map<String, String> fields = new HashMap<>();
        if (matcher.matches()) {
            for (int group = 1; group < matcher.groupCount(); group += 2) {
                fields.put(inside(matcher.group(group)), matcher.group(group + 1));
            }
        }
        if (!fields.keySet().equals(Set.of(DESCR, ORDER, SHAPE))) {
            throw new DataException("%s: expected a header such as %s, found %s"
                    .formatted(place, encode(Shape.of(3, 4)).strip(), TensorFile.quoted(text.strip())));
        }
        return fields;
    }

    /** A tuple of Python: (), (3,) with its comma, (3, 4). */
    private static Shape shape(String place, String tuple) {
        List<String> sizes = new ArrayList<>(List.of(inside(tuple).split(",", TensorFile.MOST_AXES + 2)));
        boolean isTuple = tuple.startsWith("(");
        if (sizes.get(sizes.size() - 1).isBlank()) {
            sizes.remove(sizes.size() - 1);
        } else {
            isTuple &= sizes.size() > 1;
        }
        if (!isTuple || sizes.size() > TensorFile.MOST_AXES) {
            throw new DataException("%s, shape: expected a tuple of at most %s sizes, found %s"
                    .formatted(place, TensorFile.MOST_AXES, TensorFile.quoted(tuple)));
        }
        return TensorFile.shape(
                place, sizes.stream().mapToLong(size -> size(place, size)).toArray());
    }

    private static long size(String place, String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new DataException("%s, shape: expected whole numbers from 0 to 10^18 - 1, found %s"
                    .formatted(place, TensorFile.quoted(text)));
        }
        return Long.parseLong(matcher.group(1));
    }

    /** What stands between the first and the last character: quotes, or parentheses. */
    private static String inside(String literal) {
        return literal.length() < 2 ? "" : literal.substring(1, literal.length() - 1);
    }
}
