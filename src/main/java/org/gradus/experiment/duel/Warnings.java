package org.gradus.experiment.duel;

import java.util.ArrayList;
import java.util.List;
import org.gradus.catalog.ShortestDecimal;
import org.gradus.experiment.Settings;
import org.gradus.experiment.statistics.Judge;
import org.gradus.experiment.statistics.SampleSize;

/** What makes the verdicts of a duel weaker than they look. */
final class Warnings {
    private Warnings() {}

    static List<String> of(Duel duel, Tuning tuning) {
        List<String> warnings = new ArrayList<>();
        int needed = SampleSize.forTest(duel.alpha(), Measures.QUESTIONS);
        if (duel.seeds() < needed) {
            warnings.add("%s pairs can decide nothing: with %s questions it takes %s, and about %s to settle a P of %s"
                    .formatted(
                            duel.seeds(),
                            Measures.QUESTIONS,
                            needed,
                            SampleSize.noether(Judge.USUAL_GAMMA, duel.alpha(), 1 - duel.alpha()),
                            ShortestDecimal.text(Judge.USUAL_GAMMA)));
        }
        edge(tuning.first(), warnings);
        edge(tuning.second(), warnings);
        Inclusion.warning(duel.criterion(), tuning).ifPresent(warnings::add);
        return warnings;
    }

    private static void edge(Tuned tuned, List<String> warnings) {
        if (!tuned.triesRates() || !tuned.isLowest() && !tuned.isHighest()) {
            return;
        }
        warnings.add("the best learning rate of %s, %s, is the %s of its trials: a better one may lie beyond%s"
                .formatted(
                        tuned.contender().name(),
                        ShortestDecimal.text(tuned.best().learningRate()),
                        tuned.isLowest() ? "lowest" : "highest",
                        wider(tuned)));
    }

    /** The range that goes on where this one ends, if it is one that can. */
    private static String wider(Tuned tuned) {
        return tuned.contender()
                .space()
                .wider(Settings.LEARNING_RATE.name(), tuned.isHighest())
                .map(knob -> "; look there with --tune %s:%s"
                        .formatted(tuned.contender().rule().name(), knob))
                .orElse("");
    }
}
