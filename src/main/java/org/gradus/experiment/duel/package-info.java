/**
 * The honest duel: which of two rules is better, both tuned with the same budget and judged by data that tuning never saw.
 *
 * <pre>{@code
 * Duel duel = Duel.of(RunSpec.of("data=digits"), Contender.of("adam"), Contender.of("sgdm")).withSeeds(10).withTrials(8);
 * DataShelf shelf = new DataShelf();
 * Runner runner = new Runner(shelf, 2);
 * Tuning tuning = duel.tuned(runner.run(duel.tuning(shelf), listener), shelf);
 * DuelResult result = duel.result(tuning, runner.run(duel.judging(tuning, shelf), listener), shelf);
 * result.verdicts().forEach(verdict -> System.out.println(verdict.question().name() + ": " + verdict.sentence()));
 * }</pre>
 *
 * <p>Two steps, each a {@linkplain org.gradus.experiment.plan.Plan plan} of its own, so that journals, threads and other machines serve them as
 * they serve any plan. {@link org.gradus.experiment.duel.Duel} says what is run, {@link org.gradus.experiment.duel.DuelResult} what came out;
 * the statistics are those of {@link org.gradus.experiment.statistics}.
 */
package org.gradus.experiment.duel;
