/**
 * Which of two is better, or that it is not decided: the statistics of a duel.
 *
 * <p>Numbers in, verdicts out; nothing here trains or reads. Two sides run with the same seeds, so their numbers come in
 * {@link org.gradus.experiment.statistics.Pairs}, one for each {@link org.gradus.experiment.statistics.Question}. A
 * {@link org.gradus.experiment.statistics.Judge} makes a {@link org.gradus.experiment.statistics.Verdict} of each:
 *
 * <table>
 * <caption>What a verdict holds</caption>
 * <tr><th>number</th><th>says</th><th>where</th></tr>
 * <tr><td>median, interquartile mean</td><td>how each side does</td><td>{@link org.gradus.experiment.statistics.Summary}</td></tr>
 * <tr><td>interval of the paired difference</td><td>by how much</td><td>{@link org.gradus.experiment.statistics.Bootstrap}</td></tr>
 * <tr><td>P(A &gt; B) with its interval</td><td>how often</td><td>{@link org.gradus.experiment.statistics.WinProbability}</td></tr>
 * <tr><td>p, corrected</td><td>whether it could be chance</td><td>{@link org.gradus.experiment.statistics.SignedRankTest},
 * {@link org.gradus.experiment.statistics.Holm}</td></tr>
 * <tr><td>pairs needed</td><td>what could be decided at all</td><td>{@link org.gradus.experiment.statistics.SampleSize}</td></tr>
 * </table>
 *
 * <p>Stability is asked by the same means: the {@link org.gradus.experiment.statistics.Spread} over seeds and
 * {@linkplain org.gradus.experiment.statistics.Pairs#failures failed runs} are questions as any other, and
 * {@link org.gradus.experiment.statistics.GoodRates} says how much the choice of a rate forgives. For pictures there are
 * {@link org.gradus.experiment.statistics.BestOfK} and {@link org.gradus.experiment.statistics.PerformanceProfile}.
 *
 * <p>A run that diverged has the worst number, ±∞, in every question: it is ranked last, never dropped, and the sentence says so.
 */
package org.gradus.experiment.statistics;
