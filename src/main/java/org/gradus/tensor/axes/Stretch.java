package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;

/** A stretch of one axis, start ≤ index &lt; end, as blocks of neighboring elements of the whole array. */
record Stretch(int axis, int start, int end) {

    /** What to do with one block of n elements that starts at these places in the whole array and in the part. */
    private interface Block {
        void visit(int whole, int part, int n);
    }

    /** The stretch that all parts take together when joined; refuses parts that differ in another axis. */
    static Stretch joined(int axis, Shape... parts) {
        for (Shape part : parts) {
            if (part.rank() != parts[0].rank() || !part.with(axis, 0).equals(parts[0].with(axis, 0))) {
                throw new IllegalArgumentException(
                        "concat: shapes %s and %s differ outside axis %s; only that axis may differ"
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

    /** Refuses a shape in which it does not lie. */
    void check(Shape whole) {
        int size = whole.size(axis);
        if (start < 0 || start > end || end > size) {
            throw new IllegalArgumentException(
                    "slice: %s to %s does not lie in axis %s of shape %s; need 0 ≤ start ≤ end ≤ %s"
                            .formatted(start, end, axis, whole, size));
        }
    }

    /** The shape of x with zeros before and after along an axis. */
    static Shape padded(int axis, int before, int after, Shape x) {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException(
                    "pad: cannot add %s zeros before and %s after; both must be 0 or more".formatted(before, after));
        }
        return x.with(axis, before + x.size(axis) + after);
    }

    /** Copies the stretch out of a whole array. */
    void read(double[] whole, Shape shape, double[] part) {
        blocks(shape, (w, p, n) -> System.arraycopy(whole, w, part, p, n));
    }

    /** Copies the stretch into a whole array. */
    void write(double[] part, double[] whole, Shape shape) {
        blocks(shape, (w, p, n) -> System.arraycopy(part, p, whole, w, n));
    }

    private void blocks(Shape whole, Block block) {
        int along = whole.axis(axis);
        int inner = 1; // elements per step along the axis
        for (int i = along + 1; i < whole.rank(); i++) {
            inner *= whole.size(i);
        }
        int n = (end - start) * inner;
        int period = whole.size(along) * inner;
        for (int at = start * inner, part = 0; n > 0 && at < whole.size(); at += period, part += n) {
            block.visit(at, part, n);
        }
    }
}
