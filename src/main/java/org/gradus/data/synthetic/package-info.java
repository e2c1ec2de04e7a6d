/**
 * Problems made up on purpose: small, seeded, and each hard in one way one can see.
 *
 * <p>{@link org.gradus.data.synthetic.Synthetic} has the points in the plane that a straight line cannot tell apart, and linear regression with
 * noise; {@link org.gradus.data.synthetic.Wilson} the construction on which adaptive methods generalize worst.
 */
package org.gradus.data.synthetic;
