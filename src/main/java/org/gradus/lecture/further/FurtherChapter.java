package org.gradus.lecture.further;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** One step further: Lookahead, Nadam, and decay that is decoupled. */
public final class FurtherChapter implements Chapter {
    /** The chapter; for the catalog. */
    public FurtherChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Lookahead, Nadam, weight decay", "Lookahead、Nadam 與權重衰減");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(24, "lookahead-contour", workshop -> SlowWeights.of()),
                new FigureEntry(25, "nadam-adam", workshop -> NadamAdam.of()),
                new FigureEntry(26, "l2-decoupled", DecayByScale::of));
    }
}
