package org.gradus.lecture.overview;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** All rules together. */
public final class OverviewChapter implements Chapter {
    /** The chapter; for the catalog. */
    public OverviewChapter() {}

    @Override
    public String title(Language language) {
        return language.of("The optimizers side by side", "最佳化演算法總覽");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(34, "family-tree", workshop -> FamilyTree.of()),
                new FigureEntry(35, "all-optimizers", AllOptimizers::of));
    }
}
