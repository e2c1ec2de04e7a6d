package org.gradus.lecture.warmup;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** Why the first steps of Adam need care. */
public final class WarmUpChapter implements Chapter {
    /** The chapter; for the catalog. */
    public WarmUpChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Warm-up and RAdam", "暖身與 RAdam");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(20, "warmup-gradients", WarmUpGradients::of),
                new FigureEntry(21, "radam-variance", workshop -> RadamVariance.of()),
                new FigureEntry(22, "radam-vs-adam", RadamVsAdam::of));
    }
}
