package org.gradus.tensor;

/** How a tensor prints itself: its shape, then its numbers in nested brackets, long axes shortened as NumPy does. */
final class TensorText {
    private static final int SHOWN_AT_EACH_END = 3;

    private TensorText() {}

    static String of(Shape shape, double[] data) {
        StringBuilder text = new StringBuilder("Tensor").append(shape).append(' ');
        append(text, shape, data, 0, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, Shape shape, double[] data, int axis, int offset) {
        if (axis == shape.rank()) {
            text.append(data[offset]);
            return;
        }
        int n = shape.size(axis);
        int stride = shape.strides()[axis];
        text.append('[');
        for (int i = 0; i < n; i++) {
            text.append(i == 0 ? "" : ", ");
            if (n > 2 * SHOWN_AT_EACH_END && i == SHOWN_AT_EACH_END) {
                text.append("…, ");
                i = n - SHOWN_AT_EACH_END;
            }
            append(text, shape, data, axis + 1, offset + i * stride);
        }
        text.append(']');
    }
}
