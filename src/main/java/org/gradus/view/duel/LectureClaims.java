package org.gradus.view.duel;

import java.util.List;
import java.util.Optional;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.duel.DuelResult;

/** What the lecture says of Adam and SGDM, beside what was seen. */
final class LectureClaims {
    private LectureClaims() {}

    /** A sentence of the lecture: which side it calls better in which question. */
    private record Claim(String words, String rule, Aspect aspect) {}

    private static final List<Claim> CLAIMS = List.of(
            new Claim("Adam's fast training", "adam", Aspect.SPEED),
            new Claim("its large generalization gap", "sgdm", Aspect.GAP),
            new Claim("SGDM's stability", "sgdm", Aspect.SPREAD),
            new Claim("its better convergence, which has a question mark there,", "sgdm", Aspect.TRAINING));

    /** What became of them; nothing if others were compared. */
    static Optional<String> of(DuelResult result) {
        String first = result.duel().first().rule().toString();
        String second = result.duel().second().rule().toString();
        if (!List.of("adam", "sgdm").containsAll(List.of(first, second)) || first.equals(second)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(
                "The lecture says \"Adam: fast training, large generalization gap, unstable; SGDM: stable, little gap, better convergence(?)\". Here");
        String separator = " ";
        for (Claim claim : CLAIMS) {
            String better = first.equals(claim.rule())
                    ? result.duel().first().name()
                    : result.duel().second().name();
            text.append(separator).append(claim.words()).append(' ').append(seen(result, claim, better));
            separator = ", ";
        }
        return Optional.of(text.append('.').toString());
    }

    private static String seen(DuelResult result, Claim claim, String better) {
        return result.answer(claim.aspect())
                .verdict()
                .better()
                .map(winner -> winner.equals(better) ? "is seen" : "is not seen, but the opposite")
                .orElse("is not decided");
    }
}
