package org.gradus.tensor;

import java.util.Objects;

/**
 * A named variable: the one thing in the engine that changes, and the one thing a gradient is taken with respect to.
 *
 * <p>Its {@link #value()} is an immutable tensor that starts a graph; an optimizer replaces the value, it never writes into it. Graphs built
 * from the old value stay valid. A parameter is not safe for use by several threads while one of them sets it.
 */
public final class Parameter {
    private final String name;
    private Tensor value;

    /**
     * A parameter that starts at the given numbers.
     *
     * @param name a short name for messages, such as {@code weight}
     * @param value the first value; a graph behind it is not kept
     */
    public Parameter(String name, Tensor value) {
        this.name = Objects.requireNonNull(name, "name");
        this.value = new Tensor(value.shape(), value.data, Origin.of(this));
    }

    /**
     * The name given at construction.
     *
     * @return the name, not necessarily unique in a model
     */
    public String name() {
        return name;
    }

    /**
     * The present value, the leaf of every graph that is built from it.
     *
     * @return a tensor whose operations are recorded
     */
    public Tensor value() {
        return value;
    }

    /**
     * The shape, which never changes.
     *
     * @return the value's shape
     */
    public Shape shape() {
        return value.shape();
    }

    /**
     * Replaces the value.
     *
     * @param newValue the new numbers; a graph behind them is not kept
     * @throws IllegalArgumentException if the shape differs from the present one
     */
    public void set(Tensor newValue) {
        if (!newValue.shape().equals(shape())) {
            throw new IllegalArgumentException(
                    "parameter %s: the new value has shape %s, the parameter %s; a parameter keeps its shape"
                            .formatted(name, newValue.shape(), shape()));
        }
        value = new Tensor(shape(), newValue.data, Origin.of(this));
    }

    /**
     * Replaces the value by a stretch of a longer vector, as an optimizer that works on all parameters at once needs it.
     *
     * @param source the vector to copy from
     * @param offset where this parameter's numbers start in it
     * @throws IndexOutOfBoundsException if the stretch does not fit into the vector
     */
    public void set(double[] source, int offset) {
        double[] data = new double[shape().size()];
        System.arraycopy(source, offset, data, 0, data.length);
        adopt(data);
    }

    /** Goes back to a value it had, the very leaf, so that gradients taken there are current again. */
    void restore(Tensor former) {
        value = former;
    }

    /** Takes numbers of the right size as they are, without a copy: nobody may change them any more. */
    void adopt(double[] data) {
        value = new Tensor(shape(), data, Origin.of(this));
    }

    /** The name and the shape, as in {@code weight (64, 32)}. */
    @Override
    public String toString() {
        return name + " " + shape();
    }
}
