/**
 * How sharp or flat the loss is: where a training ended, on the way there, and in between two ends.
 *
 * <pre>{@code
 * RandomStream random = new RandomStream(1);
 * Dataset data = Iris.load();
 * Layer model = Mlp.withBatchNorm(random.split("weights"), data.width(), 8, data.classes());
 * Hessian hessian = Hessian.of(Objective.of(model, data));
 * System.out.println("sharpness " + hessian.largest(3, 1e-8, random.split("lanczos")).values());
 * System.out.println("trace " + hessian.trace(100, random.split("signs")));
 * LossSlice slice = LossSlice.around(model, data, data, random, -1, -0.5, 0, 0.5, 1);
 * System.out.println(slice.training() + " with " + slice.statistics());
 * Objective fit = new ChebyshevFit().objective(random.split("fit"));
 * StabilityCurve curve = new EdgeOfStability(new Sgd(), 0.03, 100, 10).run(fit, random.split("edge"));
 * System.out.println(curve.points());
 * }</pre>
 *
 * <p>An {@link org.gradus.train.curvature.Objective} is the loss on all examples as a function of the weights; it says whether batch normalization
 * is that of training or that of evaluation, whose curvatures differ. Its {@link org.gradus.train.curvature.Hessian} is never computed as a
 * matrix: products with vectors are enough for the largest eigenvalues, the smallest, which may be negative, and the trace.
 *
 * <p>An {@link org.gradus.train.curvature.Interpolation} walks the line through two solutions, a {@link org.gradus.train.curvature.LossSlice} cuts
 * a plane through one. In both the running statistics of batch normalization are recomputed from the training data at each point, by
 * {@link org.gradus.nn.StatisticsRefresh}, and the model is afterwards as it was.
 *
 * <p>An {@link org.gradus.train.curvature.EdgeOfStability} trains on all examples at once and measures the sharpness on the way, which rises to
 * where the rule's steps are only just stable, its {@link org.gradus.train.curvature.StabilityLine}, and hovers there.
 */
package org.gradus.train.curvature;
