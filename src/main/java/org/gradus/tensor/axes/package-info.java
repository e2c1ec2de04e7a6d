/**
 * Ops that move, repeat or combine numbers along axes.
 *
 * <p>Most come in dual pairs, in which each is the other's vector-Jacobian product: {@link org.gradus.tensor.axes.Expand} and
 * {@link org.gradus.tensor.axes.SumTo}, {@link org.gradus.tensor.axes.Slice} and {@link org.gradus.tensor.axes.Pad},
 * {@link org.gradus.tensor.axes.Transpose} and the inverse transposition, {@link org.gradus.tensor.axes.Reshape} and the reshape back.
 */
package org.gradus.tensor.axes;
