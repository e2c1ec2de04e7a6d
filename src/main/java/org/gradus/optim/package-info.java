/**
 * The optimizer: what applies an update rule to the parameters of a model.
 *
 * <p>{@link org.gradus.optim.rule} has the lecture's rules, one file each; {@link org.gradus.optim.dialect} what papers and libraries do
 * otherwise; {@link org.gradus.optim.gradient} clipping, noise and the like.
 */
package org.gradus.optim;
