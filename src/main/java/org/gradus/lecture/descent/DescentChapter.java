package org.gradus.lecture.descent;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** The step, its memory, and where both converge: SGD, SGDM, NAG. */
public final class DescentChapter implements Chapter {
    /** The chapter; for the catalog. */
    public DescentChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Gradient descent and momentum", "梯度下降與動量");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(1, "contours", workshop -> Contours.of()),
                new FigureEntry(2, "momentum-sum", workshop -> MomentumSum.of()),
                new FigureEntry(3, "nag-arrows", workshop -> NagArrows.of()),
                new FigureEntry(38, "heavy-ball-map", workshop -> HeavyBallMap.of()));
    }
}
