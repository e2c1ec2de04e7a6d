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

    /**
     * {@return tensors of one shape side by side along a new axis}
     *
     * @param axis where the new axis goes; negative counts from the end of the result's axes
     * @param parts at least one tensor, all of the same shape
     * @throws IllegalArgumentException if there are no parts, or their shapes differ
     */
    public static Tensor stack(int axis, Tensor... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("stack: needs at least one tensor, found none");
        }
        Shape one = parts[0].shape().inserted(axis);
        Tensor[] slices = new Tensor[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].shape().equals(parts[0].shape())) {
                throw new IllegalArgumentException("stack: shapes %s and %s differ; stacked tensors need one shape"
                        .formatted(parts[0].shape(), parts[i].shape()));
            }
            slices[i] = parts[i].reshape(one);
        }
        return concat(axis, slices);
    }
}
