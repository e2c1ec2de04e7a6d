package org.gradus.nn;

import org.gradus.tensor.Tensor;

/** A value that a layer remembers but does not learn, such as a running mean. It is saved with the parameters. */
public final class Buffer {
    private Tensor value;

    /**
     * A buffer that starts at the given numbers.
     *
     * @param value the first value
     */
    public Buffer(Tensor value) {
        this.value = value.detach();
    }

    /** {@return the present value, a constant} */
    public Tensor value() {
        return value;
    }

    /**
     * Replaces the value.
     *
     * @param newValue the new numbers; a graph behind them is not kept
     * @throws IllegalArgumentException if the shape differs from the present one
     */
    public void set(Tensor newValue) {
        if (!newValue.shape().equals(value.shape())) {
            throw new IllegalArgumentException(
                    "buffer: the new value has shape %s, the buffer %s; a buffer keeps its shape"
                            .formatted(newValue.shape(), value.shape()));
        }
        value = newValue.detach();
    }

    /** The shape, as in {@code buffer (32)}. */
    @Override
    public String toString() {
        return "buffer " + value.shape();
    }
}
