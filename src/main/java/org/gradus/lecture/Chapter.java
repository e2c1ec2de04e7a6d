package org.gradus.lecture;

import java.util.List;
import org.gradus.catalog.Source;
import org.gradus.view.Language;

/**
 * The figures of one chapter of the lecture. A class that implements this, named in the file {@code META-INF/services/org.gradus.lecture.Chapter}
 * of its jar, adds its figures to those of {@link Figures}, on the command line too.
 */
public interface Chapter extends Source<FigureEntry> {

    /**
     * {@return what the chapter is about, as a heading}
     *
     * @param language its language
     */
    String title(Language language);

    /** {@return the figures, in the order to show them; names and numbers that are taken are refused} */
    @Override
    List<FigureEntry> entries();
}
