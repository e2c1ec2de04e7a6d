/**
 * Ops that work on each element by itself: y[i] depends on x[i] alone.
 *
 * <p>Each is one file: the formula and its derivative in the first sentence, a plain loop, and the vector-Jacobian product in tensor
 * expressions. Binary ops see equal shapes only; {@link org.gradus.tensor.Tensor}'s methods broadcast before they call them.
 */
package org.gradus.tensor.elementwise;
