package org.gradus.experiment.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.catalog.ShortestDecimal;
import org.gradus.experiment.Settings;
import org.gradus.experiment.statistics.SampleSize;

/** What makes the verdicts of a duel weaker than they look. */
final class Warnings {
    private static final double WIDER = 10;

    private Warnings() {}

    static List<String> of(Duel duel, Tuning tuning) {
        List<String> warnings = new ArrayList<>();
        int needed = SampleSize.forTest(duel.alpha(), Measures.QUESTIONS);
        if (duel.seeds() < needed) {
            warnings.add(
                    "%s pairs can decide nothing: with %s questions it takes %s, and about 29 to settle a P of 0.75"
                            .formatted(duel.seeds(), Measures.QUESTIONS, needed));
        }
        edge(tuning.first(), warnings);
        edge(tuning.second(), warnings);
        Inclusion.warning(duel.goal(), tuning).ifPresent(warnings::add);
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

    /** The space that goes on where this one ends, if it is a plain range. */
    private static String wider(Tuned tuned) {
        Map<String, String> knobs = tuned.contender().space().knobs();
        String[] ends = knobs.getOrDefault(Settings.LEARNING_RATE.name(), "").split("\\.\\.");
        try {
            double lower = Double.parseDouble(ends[0]);
            double upper = Double.parseDouble(ends[ends.length - 1]);
            String range = tuned.isLowest()
                    ? ShortestDecimal.text(lower / WIDER) + ".." + ShortestDecimal.text(upper)
                    : ShortestDecimal.text(lower) + ".." + ShortestDecimal.text(upper * WIDER);
            return "; look there with --tune %s:learning-rate=%s"
                    .formatted(tuned.contender().rule().name(), range);
        } catch (NumberFormatException e) {
            return ""; // a list, or another scale
        }
    }
}
