package org.gradus.lecture.after;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** What a course of today expects beside the lecture of 2020: rules and schedules that came after it. */
public final class AfterChapter implements Chapter {
    /** The chapter; for the catalog. */
    public AfterChapter() {}

    @Override
    public String title(Language language) {
        return language.of("After the lecture", "課程之後");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(39, "signs", workshop -> Signs.of()),
                new FigureEntry(40, "wsd", StableDecay::of),
                new FigureEntry(41, "newton-schulz", workshop -> SingularValues.of()),
                new FigureEntry(42, "soap", workshop -> TurnedAxes.of()),
                new FigureEntry(43, "schedule-free", ScheduleFree::of),
                new FigureEntry(44, "sam", FlatterMinima::of));
    }
}
