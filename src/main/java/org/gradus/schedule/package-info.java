/**
 * The learning rate as a function of the number of the update.
 *
 * <p>A {@link org.gradus.schedule.Schedule} is a formula without memory: {@code at(t)} is η_t, t = 0 for the first update. Any lambda is one,
 * {@code t -> 0.1 / (t + 1)}; the records of this package carry their formula as data too, like the rules
 * ({@link org.gradus.schedule.Schedule#equations}).
 *
 * <table>
 * <caption>The schedules, with T the updates of the whole training</caption>
 * <thead><tr><th>schedule</th><th>η_t</th><th>in PyTorch</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.schedule.Constant}</td><td>η</td><td></td></tr>
 * <tr><td>{@link org.gradus.schedule.StepDecay}</td><td>η γ^⌊t / s⌋</td><td>StepLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.ExponentialDecay}</td><td>η γ^t</td><td>ExponentialLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.PolynomialDecay}</td><td>η_end + (η_0 − η_end) (1 − t / T)^p</td><td>PolynomialLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.LinearRamp}</td><td>η_0 + (η_1 − η_0) t / T; the range test</td><td>LinearLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.Piecewise}</td><td>constant pieces</td><td></td></tr>
 * <tr><td>{@link org.gradus.schedule.MultiStep}</td><td>η γ^k after k milestones</td><td>MultiStepLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.Cosine}</td><td>η_min + (η_max − η_min) (1 + cos(π t / T)) / 2</td><td>CosineAnnealingLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.Sgdr}</td><td>the same with warm restarts</td><td>CosineAnnealingWarmRestarts</td></tr>
 * <tr><td>{@link org.gradus.schedule.Triangular}</td><td>cyclical: triangles</td><td>CyclicLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.Triangular2}</td><td>cyclical: triangles, each half as high</td><td>CyclicLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.ExpRange}</td><td>cyclical: triangles that shrink by γ^t</td><td>CyclicLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.OneCycle}</td><td>one cycle in three lines</td><td>OneCycleLR, three_phase, linear</td></tr>
 * <tr><td>{@link org.gradus.schedule.TwoLineOneCycle}</td><td>one cycle in two lines</td><td>OneCycleLR, linear</td></tr>
 * <tr><td>{@link org.gradus.schedule.CosineOneCycle}</td><td>one cycle in two half waves</td><td>OneCycleLR</td></tr>
 * <tr><td>{@link org.gradus.schedule.ThreeWaveOneCycle}</td><td>one cycle in three half waves</td><td>OneCycleLR, three_phase</td></tr>
 * <tr><td>{@link org.gradus.schedule.Wsd}</td><td>warm-up, stable, decay; the decay a wave, in linear-wsd a line, in root-wsd 1 − √s after a share
 * s of it</td><td></td></tr>
 * <tr><td>{@link org.gradus.schedule.ReduceOnPlateau}</td><td>max(η γ^k, η_min) after k plateaus of the
 * loss</td><td>ReduceLROnPlateau</td></tr>
 * <tr><td>{@link org.gradus.schedule.Noam}</td><td>k d^−½ min((t + 1)^−½, (t + 1) T_w^−1.5)</td><td></td></tr>
 * <tr><td>{@link org.gradus.schedule.LinearWarmUp}</td><td>min(1, (t + 1) / T_w) of another</td><td></td></tr>
 * <tr><td>{@link org.gradus.schedule.RootWarmUp}</td><td>√min(1, (t + 1) / T_w) of another</td><td></td></tr>
 * <tr><td>{@link org.gradus.schedule.Sequence}</td><td>one after the other</td><td>SequentialLR</td></tr>
 * </tbody>
 * </table>
 *
 * <p><b>Two ways to warm up.</b> A warm-up multiplies another schedule on the same clock: {@code new LinearWarmUp(5, cosine)} loses the
 * cosine's first five updates to the warm-up. In a sequence each part has its own clock: {@code new Sequence(ramp, 5, cosine)} gives all of
 * the cosine, five updates later.
 *
 * <p><b>A training whose end is open</b> has a {@link org.gradus.schedule.Wsd}: until it decays, its rate does not depend on how long the training
 * is, so that one stable phase may be gone on with, or branched off from into a decay, at any update. {@code wsd:warmUp=100,decay=500,etaMin=0.001}
 * has its numbers by name; the number of updates is the training's, unless {@code steps} says otherwise.
 *
 * <p><b>Updates, not epochs.</b> PyTorch's schedulers count their own calls, mostly epochs. Here all counts are updates: multiply those of
 * epochs by the updates in one.
 *
 * <p><b>To see a schedule before training,</b> draw {@link org.gradus.schedule.Schedules#sample}. By name and numbers, as on the command line,
 * they come from {@link org.gradus.schedule.Schedules#named}.
 * Users' own get a name by a {@link org.gradus.schedule.ScheduleSource}.
 *
 * <p><b>What depends on the validation loss</b> keeps nothing either: after each epoch a training goes on with what the schedule it was given
 * says to {@link org.gradus.schedule.Schedule#seeing} all losses so far.
 *
 * <p><b>A momentum that cycles the other way</b> is a schedule as well: {@code new OneCycle(0.95, 0.85, 0.95, steps, share)} beside
 * {@code new OneCycle(0.04, 1, 0.0004, steps, share)}.
 */
package org.gradus.schedule;
