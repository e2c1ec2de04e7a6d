package org.gradus.lecture;

import java.util.List;
import org.gradus.chart.Chart;
import org.gradus.experiment.RunSpec;
import org.gradus.view.Language;

/**
 * The numbers of one picture of the lecture, and how they are shown.
 *
 * <p>A figure is a record of what was computed, so that a test can ask it for each number its title claims: nothing in a title or a caption is
 * typed that could be computed. Where the lecture's claim does not show in the numbers, title and caption say what does.
 *
 * <p>A new figure is one class with a method {@code of(Workshop)}, one entry in its {@link Chapter}, and one test of its claim.
 */
public interface Figure {

    /**
     * {@return the picture}
     *
     * @param language the language of its titles and axes; names of rules and symbols are the same in all
     */
    Chart chart(Language language);

    /**
     * {@return what the slide says, what to see here, and what has to be admitted, in a few sentences}
     *
     * @param language its language
     */
    String caption(Language language);

    /** {@return the runs that are shown, for the receipt; none where nothing was trained} */
    default List<RunSpec> runs() {
        return List.of();
    }
}
