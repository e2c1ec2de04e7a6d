/**
 * Many runs: a {@link org.gradus.experiment.plan.Plan} of them, a {@link org.gradus.experiment.plan.Runner} that executes it, a
 * {@link org.gradus.experiment.plan.Journal} that keeps what was done, and {@link org.gradus.experiment.plan.Results} that can be grouped by any
 * setting.
 *
 * <pre>{@code
 * Plan plan = Plan.of(RunSpec.of("data=iris epochs=5")).over(Settings.LEARNING_RATE, 0.01, 0.1).over(Settings.SEED, 1L, 2L, 3L);
 * Results results = new Runner(new DataShelf(), 2).run(plan, new RunListener() {});
 * for (RunGroup group : results.by(Settings.LEARNING_RATE)) {
 *     System.out.println(group.name() + ": " + group.last(m -> m.validation().loss()));
 * }
 * }</pre>
 *
 * <p>A plan may also come from a file, as {@link org.gradus.experiment.plan.SweepFile} reads it; a {@link org.gradus.experiment.plan.Forecast} says
 * how long it will take.
 *
 * <p>Runs may go side by side in several threads, and in several sittings; what they compute does not depend on it, and the
 * {@linkplain org.gradus.experiment.plan.Results#fingerprint() fingerprint} proves it.
 */
package org.gradus.experiment.plan;
