package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;

/** Reads an array in the order of another shape: the element at an index lies at the sum of index · stride. */
record Strided(Shape shape, int[] strides) {

    /** Copies the elements, in the order of the shape, into y. */
    void gather(double[] x, double[] y) {
        int[] index = new int[shape.rank()];
        int from = 0;
        for (int at = 0; at < y.length; at++) {
            y[at] = x[from];
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++index[axis] < shape.size(axis)) {
                    break;
                }
                from -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }
    }

    /** Running sums along an axis of n elements that lie a step apart, from its start or from its end. */
    static void addUp(double[] x, double[] y, int step, int n, boolean fromEnd) {
        for (int i = 0; i < y.length; i++) {
            int at = fromEnd ? y.length - 1 - i : i;
            boolean first = at / step % n == (fromEnd ? n - 1 : 0);
            y[at] = first ? x[at] : x[at] + y[fromEnd ? at + step : at - step];
        }
    }
}
