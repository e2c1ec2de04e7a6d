package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryLocale
class LegendLayoutTest {

    private static final Rectangle2D PLOT = new Rectangle2D.Double(50, 20, 700, 400);
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;

    private static Optional<LegendPlace> free(List<Shape> data) {
        return LegendLayout.free(PLOT, WIDTH, HEIGHT, data);
    }

    private static Rectangle2D box(LegendPlace place) {
        return LegendLayout.box(place, PLOT, WIDTH, HEIGHT);
    }

    private static List<LegendEntry> entries(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LegendEntry(name + i, canvas -> {}))
                .toList();
    }

    @Test
    void isTopRightWhereNothingIsInTheWay() {
        assertThat(free(List.of())).contains(LegendPlace.TOP_RIGHT);
    }

    @ParameterizedTest
    @EnumSource(
            value = LegendPlace.class,
            names = {"TOP_RIGHT", "TOP_LEFT", "BOTTOM_RIGHT", "BOTTOM_LEFT", "RIGHT", "LEFT", "TOP", "BOTTOM"})
    void isThePlaceLeftEmpty(LegendPlace empty) {
        List<Shape> data = new ArrayList<>();
        for (LegendPlace place : LegendPlace.values()) {
            Rectangle2D box = box(place);
            boolean inside = place.compareTo(LegendPlace.TOP_RIGHT) >= 0 && place.compareTo(LegendPlace.BOTTOM) <= 0;
            if (inside && place != empty) {
                data.add(new Line2D.Double(box.getX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
            }
        }

        assertThat(free(data)).contains(empty);
    }

    @Test
    void seesALineThatOnlyPassesBetweenTwoFarPoints() {
        Shape descending = new Line2D.Double(50, 20, 750, 420);
        Shape ascending = new Line2D.Double(50, 420, 750, 20);

        assertThat(free(List.of(descending))).contains(LegendPlace.TOP_RIGHT);
        assertThat(free(List.of(ascending))).contains(LegendPlace.TOP_LEFT);
        assertThat(free(List.of(ascending, descending))).contains(LegendPlace.RIGHT);
    }

    @Test
    void seesABandWhoseEdgesAreFarAway() {
        Path2D band = new Path2D.Double(new Rectangle2D.Double(400, 0, 400, 500));

        assertThat(free(List.of(band))).contains(LegendPlace.TOP_LEFT);
    }

    @Test
    void isNowhereInsideIfEveryPlaceIsTaken() {
        assertThat(free(List.of(PLOT))).isEmpty();
        assertThat(LegendLayout.free(PLOT, 100, 500, List.of())).isEmpty();
        assertThat(LegendLayout.inside(LegendPlace.BEST, entries(3, "adam"), PLOT, List.of(PLOT)))
                .isEmpty();
        assertThat(LegendLayout.inside(LegendPlace.BEST, entries(3, "a long name ".repeat(4)), PLOT, List.of()))
                .isEmpty();
    }

    /** A strip of free room that is too low for one column is high enough for two. */
    @Test
    void takesMoreColumnsWhereOneIsTooHigh() {
        Shape lower = new Rectangle2D.Double(50, 140, 700, 280);

        LegendLayout.Inside inside = LegendLayout.inside(LegendPlace.BEST, entries(10, "adam"), PLOT, List.of(lower))
                .orElseThrow();

        assertThat(inside.box().columns()).isEqualTo(2);
        assertThat(lower.intersects(inside.place())).isFalse();
        assertThat(PLOT.contains(inside.place())).isTrue();
    }

    @Test
    void takesAChosenPlaceWhateverItCovers() {
        assertThat(LegendLayout.inside(LegendPlace.TOP_LEFT, entries(2, "adam"), PLOT, List.of(PLOT)))
                .hasValueSatisfying(inside -> assertThat(inside.place().getX()).isEqualTo(59));
        assertThat(LegendLayout.inside(LegendPlace.OUTSIDE, entries(2, "adam"), PLOT, List.of()))
                .isEmpty();
    }

    @Test
    void standsInItsCornerWithAGap() {
        double gap = LegendLayout.GAP;

        assertThat(box(LegendPlace.TOP_LEFT)).isEqualTo(new Rectangle2D.Double(50 + gap, 20 + gap, 100, 40));
        assertThat(box(LegendPlace.BOTTOM_RIGHT))
                .isEqualTo(new Rectangle2D.Double(750 - gap - 100, 420 - gap - 40, 100, 40));
        assertThat(box(LegendPlace.TOP).getCenterX()).isEqualTo(400);
        assertThat(box(LegendPlace.LEFT).getCenterY()).isEqualTo(220);
    }

    @Test
    void standsBesideThePlotIfItIsNarrowAndLow() {
        assertThat(LegendLayout.beside(entries(5, "adam"), PLOT)).isPresent();
        assertThat(LegendLayout.beside(entries(30, "adam"), PLOT)).isEmpty();
        assertThat(LegendLayout.beside(entries(5, "a name that is rather long, "), PLOT))
                .isEmpty();
    }

    @Test
    void hasAsManyColumnsUnderThePlotAsFit() {
        LegendLayout.LegendBox box = LegendLayout.LegendBox.within(700, entries(18, "adam"));

        assertThat(box.columns()).isEqualTo(6);
        assertThat(box.width()).isLessThanOrEqualTo(700);
        assertThat(LegendLayout.LegendBox.within(700, entries(2, "a name that is much too long ".repeat(5)))
                        .width())
                .isLessThanOrEqualTo(700);
    }

    @Test
    void namesEachNameOnceAndUnnamedSeriesNever() {
        Series adam = Series.of("adam", new double[] {1}, new double[] {2});
        Series unnamed = new Series("", adam.points(), LineStyle.FAINT, "adam");

        assertThat(labels(List.of(unnamed, adam, adam), true)).containsExactly("adam");
    }

    @Test
    void explainsEachColorAndEachStyleOnce() {
        Series adam = Series.of("adam", new double[] {1}, new double[] {2});
        Series sgdm = Series.of("sgdm", new double[] {1}, new double[] {2});
        List<Series> lines = List.of(
                adam.withRole("validation", LineStyle.SOLID),
                adam.withRole("training", LineStyle.DASHED),
                sgdm.withRole("validation", LineStyle.SOLID),
                sgdm.withRole("training", LineStyle.DASHED));

        assertThat(labels(lines, true)).containsExactly("adam", "sgdm", "validation", "training");
        assertThat(labels(lines, false)).containsExactly("validation", "training");
    }

    private static List<String> labels(List<Series> lines, boolean names) {
        return LegendEntry.ofLines(lines, names).stream()
                .map(LegendEntry::label)
                .toList();
    }

    @Test
    void cutsANameThatHasNoRoom() {
        assertThat(Look.cut("adam", Look.TEXT, 500)).isEqualTo("adam");
        assertThat(Look.cut("adam ".repeat(100), Look.TEXT, 100))
                .startsWith("adam")
                .endsWith("…");
    }
}
