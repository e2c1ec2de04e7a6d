package org.gradus.lecture.help;

import java.util.List;
import org.gradus.lecture.Chapter;
import org.gradus.lecture.FigureEntry;
import org.gradus.view.Language;

/** What helps besides the rule: order, noise, dropout, normalization, regularization, good first weights. */
public final class HelpChapter implements Chapter {
    /** The chapter; for the catalog. */
    public HelpChapter() {}

    @Override
    public String title(Language language) {
        return language.of("Something helps optimization", "其他有助於最佳化的方法");
    }

    @Override
    public List<FigureEntry> entries() {
        return List.of(
                new FigureEntry(27, "shuffling", Shuffling::of),
                new FigureEntry(28, "dropout", DropoutEffect::of),
                new FigureEntry(29, "gradient-noise", NoiseEscape::of),
                new FigureEntry(30, "curriculum", EasyFirst::of),
                new FigureEntry(31, "fine-tuning", FineTuning::of),
                new FigureEntry(32, "normalization", NormalizationRange::of),
                new FigureEntry(33, "regularization", Regularization::of));
    }
}
