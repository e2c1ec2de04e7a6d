/**
 * Ops that choose between numbers by comparing them.
 *
 * <p>A comparison gives 0 or 1 and is constant between its jumps; so it passes no gradient, and says so by a vector-Jacobian product that is
 * {@code null}. A choice passes the adjoint on to the number that was taken. At a kink or a tie each op documents which way it goes.
 */
package org.gradus.tensor.selection;
