package org.gradus.experiment.duel;

import java.util.List;
import java.util.Optional;

/**
 * A rule that becomes another one at the edge of a knob, so that, tuned over that knob, it cannot truly be worse (Choi et al. 2019,
 * <a href="https://arxiv.org/abs/1910.05446">arXiv 1910.05446</a>).
 *
 * <pre>
 * η m̂/(√v̂ + ε) → (η/ε) m̂ as ε grows: Adam becomes SGDM, with λ = β1 and a rate of (1 − β1) η/ε
 * </pre>
 *
 * @param general the rule that includes the other
 * @param special the rule that is included
 * @param knob what leads from one to the other
 */
record Inclusion(String general, String special, String knob) {
    static final List<Inclusion> ALL = List.of(
            new Inclusion("adam", "sgdm", "rule:epsilon"),
            new Inclusion("amsgrad", "sgdm", "rule:epsilon"),
            new Inclusion("nadam", "nag", "rule:epsilon"),
            new Inclusion("sgdm", "sgd", "rule:lambda"),
            new Inclusion("nag", "sgd", "rule:lambda"));

    /** What is to be said if tuning contradicts the theory. */
    static Optional<String> warning(Criterion criterion, Tuning tuning) {
        return warning(criterion, tuning.first(), tuning.second())
                .or(() -> warning(criterion, tuning.second(), tuning.first()));
    }

    private static Optional<String> warning(Criterion criterion, Tuned general, Tuned special) {
        boolean worse = criterion.order().compare(general.best(), special.best()) > 0;
        return ALL.stream()
                .filter(each -> each.general.equals(general.contender().rule().name())
                        && each.special.equals(special.contender().rule().name())
                        && general.contender().space().knobs().containsKey(each.knob))
                .findFirst()
                .filter(each -> worse)
                .map(each ->
                        "%s includes %s, which it becomes at an end of %s, so tuned it cannot truly be worse; that it is worse on the validation data says that its search was too small: give it more trials, or a space that reaches farther"
                                .formatted(
                                        general.contender().name(),
                                        special.contender().name(),
                                        each.knob));
    }
}
