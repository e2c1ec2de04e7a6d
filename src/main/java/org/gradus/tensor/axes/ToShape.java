package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;

/** An op with one constant: the shape of its output. */
interface ToShape extends Op {
    /** The output's shape. */
    Shape target();

    @Override
    default List<Constant> constants() {
        return List.of(new Constant("target", target()));
    }
}
