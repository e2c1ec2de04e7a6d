package org.gradus.graph;

import java.util.Locale;
import org.gradus.catalog.RoundedDecimal;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Numbers as one writes them on a slide: whole, or with five significant digits, without trailing zeros, the same on every JDK. */
final class NumberText {
    private static final int DIGITS = 5;
    private static final int SHOWN_ELEMENTS = 6;
    private static final double LARGEST_COUNT = 1e8;

    private NumberText() {}

    static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT
                ? Long.toString((long) value)
                : RoundedDecimal.text(value, DIGITS);
    }

    /** A whole number with separators: 200,001. */
    static String count(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Every element of a small tensor; the shape and the Euclidean norm of a larger one. */
    static String of(Tensor tensor) {
        double[] elements = tensor.toArray();
        if (elements.length > SHOWN_ELEMENTS) {
            return tensor.shape() + " of norm " + of(norm(elements));
        }
        StringBuilder text = new StringBuilder();
        append(text, tensor.shape(), elements, 0, 0);
        return text.toString();
    }

    private static double norm(double[] elements) {
        double sum = 0;
        for (double x : elements) {
            sum = Math.fma(x, x, sum);
        }
        return Math.sqrt(sum);
    }

    private static void append(StringBuilder text, Shape shape, double[] elements, int axis, int offset) {
        if (axis == shape.rank()) {
            text.append(of(elements[offset]));
            return;
        }
        text.append('[');
        for (int i = 0; i < shape.size(axis); i++) {
            text.append(i == 0 ? "" : ", ");
            append(text, shape, elements, axis + 1, offset + i * shape.strides()[axis]);
        }
        text.append(']');
    }
}
