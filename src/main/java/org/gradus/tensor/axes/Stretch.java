package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;

/** A stretch of one axis, start ≤ index &lt; end, as blocks of neighboring elements of the whole array. */
record Stretch(int axis, int start, int end) {

    /** What to do with one block of n elements that starts at these places in the whole array and in the part. */
    interface Block {
        void copy(int whole, int part, int n);
    }

    /** The stretch that all parts take together when joined; refuses parts that differ in another axis. */
    static Stretch joined(int axis, Shape... parts) {
        for (Shape part : parts) {
            if (part.rank() != parts[0].rank() || !part.with(axis, 0).equals(parts[0].with(axis, 0))) {
                throw new IllegalArgumentException(
                        "concat: shapes %s and %s differ outside axis %d; only that axis may differ"
                                .formatted(parts[0], part, axis));
            }
        }
        return new Stretch(axis, 0, ofPart(parts.length - 1, axis, parts).end);
    }

    /** The stretch that one of several parts takes when they are joined. */
    static Stretch ofPart(int i, int axis, Shape... parts) {
        int start = 0;
        for (int before = 0; before < i; before++) {
            start += parts[before].size(axis);
        }
        return new Stretch(axis, start, start + parts[i].size(axis));
    }

    /** Visits the blocks in order. */
    void copy(Shape whole, Block block) {
        int along = whole.axis(axis);
        int inner = 1; // elements per step along the axis
        for (int i = along + 1; i < whole.rank(); i++) {
            inner *= whole.size(i);
        }
        int n = (end - start) * inner;
        int period = whole.size(along) * inner;
        for (int at = start * inner, part = 0; n > 0 && at < whole.size(); at += period, part += n) {
            block.copy(at, part, n);
        }
    }
}
