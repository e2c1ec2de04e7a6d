/**
 * Numbers that remember where they came from: the autodiff engine.
 *
 * <p>A {@link org.gradus.tensor.Tensor} is an immutable array of doubles with a {@link org.gradus.tensor.Shape}. When it was computed
 * from a {@link org.gradus.tensor.Parameter} it also remembers the {@link org.gradus.tensor.Op} and the inputs that
 * produced it, so a loss is the root of a graph. {@link org.gradus.tensor.Tensor#backward()} walks that graph once, from the loss to the
 * parameters, and returns the {@link org.gradus.tensor.Gradients}:
 *
 * <pre>{@code
 * Parameter w = new Parameter("w", Tensor.of(1, 2, 3));
 * Tensor loss = w.value().mul(w.value()).sum();     // w₁² + w₂² + w₃²
 * Gradients gradients = loss.backward();
 * gradients.of(w);                                  // [2, 4, 6]
 * }</pre>
 *
 * <p>Nothing is accumulated and nothing has to be zeroed: gradients are a return value. {@link org.gradus.tensor.Derivatives#grad} gives
 * gradients that are tensors with a graph of their own, and so can be differentiated again.
 *
 * <h2>One mechanism</h2>
 *
 * <p>An op computes its output in a plain loop over arrays ({@code forward}) and states its derivative as a vector-Jacobian product in
 * tensor expressions ({@code vjp}). The vjp takes the adjoint, the output and the inputs as arguments. {@code backward} hands it detached
 * values, so nothing new is recorded; {@code grad} hands it live ones, so the derivative is itself a graph. There is no other switch.
 *
 * <p>{@code Tensor} has the operations that derivatives and everyday notation need. The others are static functions by topic: {@link
 * org.gradus.tensor.Activations}, {@link org.gradus.tensor.Elementary}, {@link org.gradus.tensor.Selection}, {@link
 * org.gradus.tensor.Reductions}, {@link org.gradus.tensor.Softmax}, {@link org.gradus.tensor.Indexing}, {@link org.gradus.tensor.Joining}.
 *
 * <p>{@link org.gradus.tensor.VectorFunction} makes a model a function of one vector, with gradient, Hessian and Jacobian, and {@link
 * org.gradus.tensor.Lanczos} finds the largest eigenvalues of what is too large to write down. {@link org.gradus.tensor.Computation} shows
 * what was recorded to those who draw it.
 *
 * <p>Shapes broadcast as in NumPy, by one pair of dual ops: {@link org.gradus.tensor.axes.Expand} repeats, {@link org.gradus.tensor.axes.SumTo}
 * sums what was repeated, and each is the other's vjp.
 */
package org.gradus.tensor;
