package org.gradus.lecture.contest;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** Adam against SGDM: what each is better at, and by how much here. */
public final class ContestChapter implements Chapter {
    /** The chapter; for the catalog. */
    public ContestChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Adam against SGDM", "Adam 對上 SGDM");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(6, "adam-vs-sgdm", AdamAgainstSgdm::of),
                new FigureEntry(7, "generalization-gap", GeneralizationGap::of),
                new FigureEntry(8, "stability", Stability::of),
                new FigureEntry(9, "sharp-flat", SharpAndFlat::of),
                new FigureEntry(10, "wilson", workshop -> FreshPoints.of()),
                new FigureEntry(11, "swats", SwitchToSgdm::of),
                new FigureEntry(37, "edge-of-stability", SharpnessAtTheEdge::of));
    }
}
