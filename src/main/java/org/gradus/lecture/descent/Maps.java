package org.gradus.lecture.descent;

import java.util.stream.Stream;
import org.gradus.chart.ContourChart;
import org.gradus.chart.Limits;
import org.gradus.chart.Mark;
import org.gradus.landscape.Landscape;
import org.gradus.lecture.Term;
import org.gradus.view.LandscapeChart;
import org.gradus.view.Language;

/** Maps of landscapes, with their marks in the language of the picture. */
public final class Maps {
    private Maps() {}

    /** {@return a start at which the two coordinates of a bowl differ: from (1, 1) a step of length 1 along each axis is already there} */
    public static double[] offDiagonal() {
        return new double[] {-1.3, 0.7};
    }

    /**
     * {@return the map of a part of a landscape, with its minimum and start}
     *
     * @param title what it shows
     * @param landscape the landscape, of two numbers
     * @param x the part from left to right
     * @param y the part from bottom to top
     * @param start where paths begin
     * @param language the language of the marks
     */
    public static ContourChart of(
            String title, Landscape landscape, Limits x, Limits y, double[] start, Language language) {
        ContourChart map = LandscapeChart.of(landscape, x, y);
        Mark[] marks = Stream.concat(
                        map.marks().stream()
                                .map(mark -> new Mark(Term.MINIMUM.in(language), mark.x(), mark.y(), mark.symbol())),
                        Stream.of(new Mark(Term.START.in(language), start[0], start[1], Mark.Symbol.RING)))
                .toArray(Mark[]::new);
        return new ContourChart(
                        title,
                        "",
                        map.x(),
                        map.y(),
                        map.field(),
                        map.levels(),
                        map.paths(),
                        map.arrows(),
                        map.marks(),
                        map.legend())
                .withMarks(marks);
    }
}
