package org.gradus.tensor;

import java.util.Arrays;
import org.gradus.tensor.axes.Expand;
import org.gradus.tensor.axes.Max;
import org.gradus.tensor.axes.Permutation;
import org.gradus.tensor.axes.Reshape;
import org.gradus.tensor.axes.Slice;
import org.gradus.tensor.axes.SumTo;
import org.gradus.tensor.axes.Transpose;
import org.gradus.tensor.elementwise.Add;
import org.gradus.tensor.elementwise.Div;
import org.gradus.tensor.elementwise.Exp;
import org.gradus.tensor.elementwise.Log;
import org.gradus.tensor.elementwise.Mul;
import org.gradus.tensor.elementwise.Over;
import org.gradus.tensor.elementwise.Pow;
import org.gradus.tensor.elementwise.Scale;
import org.gradus.tensor.elementwise.Shift;
import org.gradus.tensor.elementwise.Sqrt;
import org.gradus.tensor.elementwise.Sub;

/**
 * An immutable array of doubles that remembers how it was computed.
 *
 * <p>Operations on constants are plain arithmetic. As soon as a {@link Parameter}'s value takes part, the result keeps its op and its inputs
 * for {@link #backward()}. Binary operations broadcast as in NumPy: shapes are aligned at the last axis, and an axis of size 1 (or a missing
 * one) is repeated. Equality is identity: equal numbers may be different nodes of a graph.
 */
public final class Tensor {
    private final Shape shape;
    final double[] data; // row-major; never changed
    final Origin origin; // null for a constant

    Tensor(Shape shape, double[] data, Origin origin) {
        this.shape = shape;
        this.data = data;
        this.origin = origin;
    }

    static Tensor constant(Shape shape, double[] data) {
        return new Tensor(shape, data, null);
    }

    /**
     * {@return a vector: a tensor of shape (n)}
     *
     * @param data its elements, copied
     */
    public static Tensor of(double... data) {
        return constant(Shape.of(data.length), data.clone());
    }

    /**
     * {@return a matrix: a tensor of shape (rows, columns)}
     *
     * @param rows its rows, all of the same length, copied
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Tensor of(double[][] rows) {
        return constant(
                Shape.ofRows(rows),
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /**
     * {@return a tensor of any shape from its elements in row-major order}
     *
     * @param shape the shape
     * @param data the elements, last axis fastest, copied
     * @throws IllegalArgumentException if the number of elements is not the shape's
     */
    public static Tensor of(Shape shape, double... data) {
        shape.requireSize(data.length);
        return constant(shape, data.clone());
    }

    /**
     * {@return a single number: a tensor of shape ()}
     *
     * @param value the number
     */
    public static Tensor scalar(double value) {
        return constant(Shape.SCALAR, new double[] {value});
    }

    /**
     * {@return a tensor whose elements are all equal}
     *
     * @param shape the shape
     * @param value every element
     */
    public static Tensor full(Shape shape, double value) {
        return scalar(value).expand(shape);
    }

    /**
     * {@return the output of an op, which remembers the op and its inputs if any input depends on a parameter}
     *
     * @param op the operation
     * @param inputs its inputs
     * @throws IllegalArgumentException if the op refuses the inputs' shapes
     */
    public static Tensor apply(Op op, Tensor... inputs) {
        Shape[] shapes = new Shape[inputs.length];
        double[][] x = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            shapes[i] = inputs[i].shape;
            x[i] = inputs[i].data;
        }
        Shape shape = op.shape(shapes);
        double[] y = new double[shape.size()];
        op.forward(x, shapes, y);
        return new Tensor(shape, y, Origin.of(op, inputs));
    }

    /** {@return the shape: the sizes of the axes} */
    public Shape shape() {
        return shape;
    }

    /**
     * {@return one element}
     *
     * @param index one index per axis, from 0
     * @throws IllegalArgumentException if the number of indices is not the rank
     * @throws IndexOutOfBoundsException if an index lies outside its axis
     */
    public double get(int... index) {
        return data[shape.offset(index)];
    }

    /**
     * {@return the only element of a tensor of size 1}
     *
     * @throws IllegalStateException if there are more or fewer elements
     */
    public double item() {
        shape.requireOne();
        return data[0];
    }

    /** {@return all elements in row-major order} */
    public double[] toArray() {
        return data.clone();
    }

    /**
     * Copies all elements, in row-major order, into a longer vector.
     *
     * @param target the vector to write to
     * @param offset where to start in it
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void copyTo(double[] target, int offset) {
        System.arraycopy(data, 0, target, offset, data.length);
    }

    /**
     * {@return the gradient of this scalar with respect to every parameter it was computed from}
     *
     * <p>Takes time linear in the number of recorded operations and no recursion, so the graph may be as deep as memory allows.
     *
     * @throws IllegalStateException if this tensor is not a scalar
     */
    public Gradients backward() {
        return Backward.from(this).detached(Backward.Observer.NONE).gradients();
    }

    /** {@return the same numbers as a constant: no graph is kept, and no gradient flows through it} */
    public Tensor detach() {
        return origin == null ? this : origin.constant(this);
    }

    boolean tracked() {
        return origin != null;
    }

    /**
     * {@return this + other}
     *
     * @param other the right operand; the shapes broadcast
     */
    public Tensor add(Tensor other) {
        return broadcast(new Add(), other);
    }

    /**
     * {@return this − other}
     *
     * @param other the right operand; the shapes broadcast
     */
    public Tensor sub(Tensor other) {
        return broadcast(new Sub(), other);
    }

    /**
     * {@return this · other, element by element}
     *
     * @param other the right operand; the shapes broadcast
     */
    public Tensor mul(Tensor other) {
        return broadcast(new Mul(), other);
    }

    /**
     * {@return this / other, element by element; x/0 is ±∞, 0/0 is NaN}
     *
     * @param other the divisor; the shapes broadcast
     */
    public Tensor div(Tensor other) {
        return broadcast(new Div(), other);
    }

    /**
     * {@return this + c, for every element}
     *
     * @param c the number
     */
    public Tensor add(double c) {
        return apply(new Shift(c), this);
    }

    /**
     * {@return this − c, for every element}
     *
     * @param c the number
     */
    public Tensor sub(double c) {
        return apply(new Shift(-c), this);
    }

    /**
     * {@return c · this, for every element}
     *
     * @param c the number
     */
    public Tensor mul(double c) {
        return apply(new Scale(c), this);
    }

    /**
     * {@return this / c, for every element}
     *
     * @param c the divisor
     */
    public Tensor div(double c) {
        return apply(new Over(c), this);
    }

    /** {@return −this} */
    public Tensor neg() {
        return apply(new Scale(-1), this);
    }

    /**
     * {@return this to the power p, for every element; NaN where a negative number meets a fractional exponent}
     *
     * @param p the exponent
     */
    public Tensor pow(double p) {
        return apply(new Pow(p), this);
    }

    /** {@return e to the power of every element} */
    public Tensor exp() {
        return apply(new Exp(), this);
    }

    /** {@return the natural logarithm of every element; log 0 = −∞, NaN for negative numbers} */
    public Tensor log() {
        return apply(new Log(), this);
    }

    /** {@return the square root of every element; NaN for negative numbers} */
    public Tensor sqrt() {
        return apply(new Sqrt(), this);
    }

    private Tensor broadcast(Op op, Tensor other) {
        Shape common = shape.equals(other.shape) ? shape : Shape.broadcast(op.name(), shape, other.shape);
        return apply(op, expand(common), other.expand(common));
    }

    /**
     * {@return the matrix product cᵢⱼ = Σₖ aᵢₖ bₖⱼ, of shape (m, n) if this has shape (m, k); stacks of matrices broadcast}
     *
     * @param other the right matrix, of shape (k, n); a vector of size k counts as one column
     * @throws IllegalArgumentException if the inner sizes differ
     */
    public Tensor matmul(Tensor other) {
        return MatmulShapes.multiply(this, other);
    }

    /**
     * {@return the sum over some axes, which disappear from the shape; 0 for an empty sum}
     *
     * @param axes the axes to sum over; none means all of them; negative counts from the end
     */
    public Tensor sum(int... axes) {
        return sumTo(shape.reduced(axes)).reshape(shape.without(axes));
    }

    /**
     * {@return the mean over some axes, which disappear from the shape; NaN for an empty mean}
     *
     * @param axes the axes to average over; none means all of them; negative counts from the end
     */
    public Tensor mean(int... axes) {
        return sum(axes).div((double) shape.size() / shape.without(axes).size());
    }

    /**
     * {@return the maximum over some axes, which disappear from the shape; ties share the gradient evenly}
     *
     * @param axes the axes to search; none means all of them; negative counts from the end
     */
    public Tensor max(int... axes) {
        return apply(new Max(shape.reduced(axes)), this).reshape(shape.without(axes));
    }

    /**
     * {@return the sums over every axis that broadcasting the target to this shape would repeat}
     *
     * @param target a shape that broadcasts to this one
     * @throws IllegalArgumentException if the target does not broadcast to this shape
     */
    public Tensor sumTo(Shape target) {
        return target.equals(shape) ? this : apply(new SumTo(target), this);
    }

    /**
     * {@return this repeated along axes of size 1 and along new leading axes: broadcasting}
     *
     * @param target a shape this one broadcasts to
     * @throws IllegalArgumentException if this shape does not broadcast to the target
     */
    public Tensor expand(Shape target) {
        return target.equals(shape) ? this : apply(new Expand(target), this);
    }

    /**
     * {@return the same numbers, in the same row-major order, under another shape}
     *
     * @param target a shape of the same size
     * @throws IllegalArgumentException if the sizes differ
     */
    public Tensor reshape(Shape target) {
        if (target.equals(shape)) {
            return this;
        }
        Reshape op = new Reshape(target);
        Shape y = op.shape(new Shape[] {shape});
        return new Tensor(y, data, Origin.of(op, this)); // numbers never change: no need to copy them
    }

    /**
     * {@return the same numbers, in the same row-major order, under another shape}
     *
     * @param sizes the sizes of the axes; one may be −1, which stands for as many as are left
     * @throws IllegalArgumentException if the sizes differ, or more than one is −1
     */
    public Tensor reshape(int... sizes) {
        return reshape(shape.fitted(sizes));
    }

    /**
     * {@return this with its axes in another order}
     *
     * @param order for each axis of the result, the axis of this tensor it was; none swaps the last two axes
     * @throws IllegalArgumentException if the order does not name each axis once
     */
    public Tensor transpose(int... order) {
        return apply(new Transpose(Permutation.of(shape, order)), this);
    }

    /**
     * {@return the elements with start ≤ index &lt; end along one axis}
     *
     * @param axis the axis; negative counts from the end
     * @param start the first index kept
     * @param end one past the last index kept
     * @throws IllegalArgumentException if the stretch lies outside the axis
     */
    public Tensor slice(int axis, int start, int end) {
        return apply(new Slice(shape.axis(axis), start, end), this);
    }

    /** The shape and the numbers in nested brackets; long axes are shortened in the middle. */
    @Override
    public String toString() {
        return TensorText.of(shape, data);
    }
}
