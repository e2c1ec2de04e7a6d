package org.gradus.lecture.towards;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** What Adam forgets and what it remembers, and rules that mend it: AMSGrad, AdaBound. */
public final class TowardsChapter implements Chapter {
    /** The chapter; for the catalog. */
    public TowardsChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Towards improving Adam", "改進 Adam");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(12, "memory-of-v", workshop -> MemoryOfV.of()),
                new FigureEntry(13, "reddi", CounterExample::of),
                new FigureEntry(14, "amsgrad-max", workshop -> MaximumOfV.of()),
                new FigureEntry(15, "adabound-bounds", BoundedRates::of));
    }
}
