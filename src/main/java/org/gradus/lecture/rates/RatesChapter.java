package org.gradus.lecture.rates;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** The range test and the schedules: cyclical rates, SGDR, one-cycle. */
public final class RatesChapter implements Chapter {
    /** The chapter; for the catalog. */
    public RatesChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Learning rates over time", "隨時間變化的學習率");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(16, "range-test", RangeSuggestions::of),
                new FigureEntry(17, "cyclical", Cyclical::of),
                new FigureEntry(18, "sgdr", WarmRestarts::of),
                new FigureEntry(19, "one-cycle", OneCycleRun::of),
                new FigureEntry(36, "schedules", workshop -> SchedulesSideBySide.of()));
    }
}
