package org.gradus.tensor;

import org.gradus.tensor.axes.Concat;

/** Tensors put together. */
public final class Joining {
    private Joining() {}

    /**
     * {@return the tensors one after the other along an axis they have}
     *
     * @param axis the axis; negative counts from the end
     * @param parts at least one tensor; their shapes may differ in this axis only
     * @throws IllegalArgumentException if there are no parts or the shapes differ elsewhere
     */
    public static Tensor concat(int axis, Tensor... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("concat: needs at least one tensor, found none");
        }
        return Tensor.apply(new Concat(parts[0].shape().axis(axis)), parts.clone());
    }
}
