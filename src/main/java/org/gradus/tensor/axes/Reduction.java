package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;

/** One number for many: an op whose output shape broadcasts to the input's, with size 1 along the axes that are reduced. */
interface Reduction extends ToShape {
    @Override
    default Shape shape(Shape[] x) {
        Broadcast.check(this, target(), x[0]);
        return target();
    }
}
