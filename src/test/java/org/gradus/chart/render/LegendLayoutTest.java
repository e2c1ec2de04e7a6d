package org.gradus.chart.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.gradus.testing.InEveryLocale;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.ui.Size2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryLocale
class LegendLayoutTest {

    private static final Rectangle2D PLOT = new Rectangle2D.Double(50, 20, 700, 400);
    private static final Size2D LEGEND = new Size2D(100, 40);

    @Test
    void isTopRightWhereNothingIsInTheWay() {
        assertThat(LegendLayout.best(PLOT, LEGEND, List.of())).isEqualTo(LegendPlace.TOP_RIGHT);
    }

    @ParameterizedTest
    @EnumSource(
            value = LegendPlace.class,
            names = {"TOP_RIGHT", "TOP_LEFT", "BOTTOM_RIGHT", "BOTTOM_LEFT", "RIGHT", "LEFT", "TOP", "BOTTOM"})
    void isThePlaceLeftEmpty(LegendPlace empty) {
        List<Shape> data = new ArrayList<>();
        for (LegendPlace place : LegendPlace.values()) {
            Rectangle2D box = LegendLayout.box(place, PLOT, LEGEND);
            boolean inside = place.compareTo(LegendPlace.TOP_RIGHT) >= 0 && place.compareTo(LegendPlace.BOTTOM) <= 0;
            if (inside && place != empty) {
                data.add(new Line2D.Double(box.getX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
            }
        }

        assertThat(LegendLayout.best(PLOT, LEGEND, data)).isEqualTo(empty);
    }

    @Test
    void seesALineThatOnlyPassesBetweenTwoFarPoints() {
        Shape descending = new Line2D.Double(50, 20, 750, 420);
        Shape ascending = new Line2D.Double(50, 420, 750, 20);

        assertThat(LegendLayout.best(PLOT, LEGEND, List.of(descending))).isEqualTo(LegendPlace.TOP_RIGHT);
        assertThat(LegendLayout.best(PLOT, LEGEND, List.of(ascending))).isEqualTo(LegendPlace.TOP_LEFT);
        assertThat(LegendLayout.best(PLOT, LEGEND, List.of(ascending, descending)))
                .isEqualTo(LegendPlace.RIGHT);
    }

    @Test
    void seesABandWhoseEdgesAreFarAway() {
        Path2D band = new Path2D.Double(new Rectangle2D.Double(400, 0, 400, 500));

        assertThat(LegendLayout.best(PLOT, LEGEND, List.of(band))).isEqualTo(LegendPlace.TOP_LEFT);
    }

    @Test
    void isOutsideIfEveryPlaceIsTakenOrTheNamesAreLong() {
        assertThat(LegendLayout.best(PLOT, LEGEND, List.of(PLOT))).isEqualTo(LegendPlace.OUTSIDE);
        assertThat(LegendLayout.best(PLOT, new Size2D(400, 40), List.of())).isEqualTo(LegendPlace.OUTSIDE);
        assertThat(LegendLayout.best(PLOT, new Size2D(100, 500), List.of())).isEqualTo(LegendPlace.OUTSIDE);
    }

    @Test
    void standsInItsCornerWithAGap() {
        double gap = Look.LEGEND_GAP;

        assertThat(LegendLayout.box(LegendPlace.TOP_LEFT, PLOT, LEGEND))
                .isEqualTo(new Rectangle2D.Double(50 + gap, 20 + gap, 100, 40));
        assertThat(LegendLayout.box(LegendPlace.BOTTOM_RIGHT, PLOT, LEGEND))
                .isEqualTo(new Rectangle2D.Double(750 - gap - 100, 420 - gap - 40, 100, 40));
        assertThat(LegendLayout.box(LegendPlace.TOP, PLOT, LEGEND).getCenterX()).isEqualTo(400);
        assertThat(LegendLayout.box(LegendPlace.LEFT, PLOT, LEGEND).getCenterY())
                .isEqualTo(220);
    }

    @Test
    void namesEachNameOnceAndUnnamedSeriesNever() {
        Series adam = Series.of("adam", new double[] {1}, new double[] {2});
        Series unnamed = new Series("", adam.points(), LineStyle.FAINT, "adam");

        LegendItemCollection items = LegendLayout.legend(
                        List.of(unnamed, adam, adam), Map.of("adam", "#1f6ed4"), new Look(Theme.LIGHT), 500)
                .getSources()[0]
                .getLegendItems();

        assertThat(items.getItemCount()).isEqualTo(1);
        assertThat(items.get(0).getLabel()).isEqualTo("adam");
    }

    @Test
    void cutsANameThatHasNoRoom() {
        assertThat(Look.legendText("adam", 500)).isEqualTo("adam");
        assertThat(Look.legendText("adam ".repeat(100), 100)).startsWith("adam").endsWith("…");
    }
}
