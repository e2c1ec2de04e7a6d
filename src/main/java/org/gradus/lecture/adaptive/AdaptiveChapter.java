package org.gradus.lecture.adaptive;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** Adaptive learning rates: what is divided by, and what it remembers. */
public final class AdaptiveChapter implements Chapter {
    /** The chapter; for the catalog. */
    public AdaptiveChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Adaptive learning rates", "自適應學習率");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(4, "adagrad-rate", workshop -> DyingRate.of()),
                new FigureEntry(5, "bias-correction", workshop -> BiasCorrection.of()),
                new FigureEntry(23, "ema-memory", workshop -> EmaMemory.of()));
    }
}
