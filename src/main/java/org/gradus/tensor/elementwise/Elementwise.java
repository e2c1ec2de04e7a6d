package org.gradus.tensor.elementwise;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;

/**
 * An op whose output element i depends on element i of each input alone. All inputs have the same shape, which is the output's;
 * broadcasting has happened before.
 */
public interface Elementwise extends Op {
    @Override
    default Shape shape(Shape[] x) {
        for (Shape other : x) {
            if (!other.equals(x[0])) {
                throw new IllegalArgumentException("%s: shapes %s and %s differ; expand them to a common shape first"
                        .formatted(name(), x[0], other));
            }
        }
        return x[0];
    }
}
