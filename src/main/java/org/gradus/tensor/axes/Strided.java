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
}
