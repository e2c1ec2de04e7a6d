package org.gradus.experiment.duel;

import org.gradus.experiment.statistics.Pairs;
import org.gradus.experiment.statistics.Verdict;

/**
 * The answer to one question.
 *
 * @param aspect what was asked about
 * @param pairs each run's number, in pairs
 * @param verdict what they allow to say
 */
public record Answer(Aspect aspect, Pairs pairs, Verdict verdict) {}
