/**
 * The optimizer: what applies an update rule to the parameters of a model, {@code new Optimizer(new Adam(), 0.001, model.trainable())}.
 *
 * <p>Three things meet in an {@link org.gradus.optim.Optimizer}. An {@link org.gradus.optim.UpdateRule} is the slide: hyper-parameters, lines, a
 * {@link org.gradus.optim.State} and one plain loop; {@link org.gradus.optim.rule} has the lecture's, one file each, and {@link
 * org.gradus.optim.dialect} what papers and libraries do otherwise. A {@link org.gradus.schedule.Schedule} is the course of the learning rate.
 * A {@link org.gradus.optim.Treatment} is what happens to the gradient before a rule sees it: clipping and noise, in {@link
 * org.gradus.optim.gradient}. All parameters are one vector θ, as on the slides; a {@link org.gradus.optim.Group} is a stretch of it with a rule
 * and a rate of its own.
 *
 * <p>{@link org.gradus.optim.Rules} has the rules by name, from one {@link org.gradus.optim.RuleEntry} each, and those of users, from their {@link
 * org.gradus.optim.RuleSource}. {@link org.gradus.optim.EquationProof} tells whether a rule's loop says what its lines say.
 */
package org.gradus.optim;
