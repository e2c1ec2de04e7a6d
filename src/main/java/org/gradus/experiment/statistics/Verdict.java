package org.gradus.experiment.statistics;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The evidence on one question, and what it allows to say.
 *
 * <p>A side is called better only if p, after Holm's correction, is less than α, the interval of P excludes ½, and both point to the same side.
 * That is meaningful only if the share of the pairs it wins is more than γ. Bouthillier et al. 2021
 * (<a href="https://arxiv.org/abs/2103.03098">arXiv 2103.03098</a>) decide by the interval of P alone, and call meaningful what reaches
 * beyond γ with its upper end, as nearly every interval of few pairs does; here the share itself has to.
 *
 * @param question what was asked
 * @param rules what is asked of the evidence, and the sides' names
 * @param first the numbers of the first side
 * @param second the numbers of the second side
 * @param medianDifference the median of the differences, first less second
 * @param meanDifference the interquartile mean of the differences
 * @param probability P, that the first is better
 * @param test the signed-rank test; its ranks are positive where the first is better, and so is its effect size
 * @param questions how many questions were asked at once
 * @param adjustedP p after Holm's correction over them
 */
public record Verdict(
        Question question,
        Judge rules,
        Summary first,
        Summary second,
        Estimate medianDifference,
        Estimate meanDifference,
        WinProbability probability,
        SignedRankTest test,
        int questions,
        double adjustedP) {

    /** {@return what may be said} */
    public Decision decision() {
        double p = probability.value();
        boolean significant = adjustedP < rules.alpha()
                && !probability.interval().contains(0.5)
                && (p - 0.5) * test.rankBiserial() > 0;
        if (!significant) {
            return Decision.NOT_SIGNIFICANT;
        }
        return Math.max(p, 1 - p) > rules.gamma() ? Decision.MEANINGFUL : Decision.NOT_MEANINGFUL;
    }

    /** {@return the name of the better side, if one may be called so} */
    public Optional<String> better() {
        if (decision() == Decision.NOT_SIGNIFICANT) {
            return Optional.empty();
        }
        return Optional.of(probability.value() > 0.5 ? rules.first() : rules.second());
    }

    /** {@return the number of pairs} */
    public int pairs() {
        return first.count();
    }

    /**
     * {@return about how many pairs it would take if P were what was found here, by {@link SampleSize#noether}; none if it is ½}
     *
     * <p>A guess for the next duel: P of a few pairs is uncertain, and more pairs until something is found is no test.
     */
    public OptionalLong pairsForWhatWasFound() {
        double p = probability.value();
        return p == 0.5
                ? OptionalLong.empty()
                : OptionalLong.of(SampleSize.noether(p, rules.alpha(), 1 - rules.alpha()));
    }

    /** {@return the verdict with its reason, as in {@code SGDM is faster here: …} or {@code not decided: …}} */
    public String sentence() {
        return VerdictText.of(this);
    }
}
