package org.gradus.chart.render;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import org.gradus.chart.LegendPlace;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;

/**
 * Finds room in a chart of a given size for the legend and the axis labels. Best done while there are no data yet: they would be drawn each time,
 * for nothing.
 *
 * @param chart the chart
 * @param area its size
 */
record ChartLayout(JFreeChart chart, Rectangle2D area) {

    /**
     * Puts the legend in its place and makes the axis labels fit.
     *
     * @param legend the legend, which stays away if it has no items
     * @param wanted where it is to go
     * @param obstacles what it is not to cover, in pixels, given the way from positions on the axes to pixels
     */
    void complete(LegendTitle legend, LegendPlace wanted, Function<AffineTransform, List<Shape>> obstacles) {
        boolean empty = legend.getSources()[0].getLegendItems().getItemCount() == 0;
        if (wanted != LegendPlace.NONE && !empty) {
            addLegend(legend, wanted, obstacles);
        }
        Rectangle2D data = dataArea();
        Look.fitLabel(plot().getDomainAxis(), data.getWidth());
        Look.fitLabel(plot().getRangeAxis(), data.getHeight());
    }

    private XYPlot plot() {
        return chart.getXYPlot();
    }

    /** Where the data will be drawn, found by drawing once onto nothing. */
    private Rectangle2D dataArea() {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        Look.drawOn(nowhere(), g2 -> chart.draw(g2, area, info));
        return info.getPlotInfo().getDataArea();
    }

    private static BufferedImage nowhere() {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    }

    private void addLegend(LegendTitle legend, LegendPlace wanted, Function<AffineTransform, List<Shape>> obstacles) {
        Rectangle2D data = dataArea();
        Size2D size = size(legend);
        LegendPlace place = wanted == LegendPlace.BEST
                ? LegendLayout.best(
                        data, size, obstacles.apply(toPixels(data, plot().getDomainAxis(), plot().getRangeAxis())))
                : wanted;
        if (place == LegendPlace.OUTSIDE) {
            addOutside(legend, size);
        } else {
            addInside(legend, LegendLayout.box(place, data, size), data);
        }
    }

    private static Size2D size(LegendTitle legend) {
        Size2D size = new Size2D();
        Look.drawOn(nowhere(), g2 -> {
            Size2D arranged = legend.arrange(g2);
            size.setWidth(arranged.getWidth());
            size.setHeight(arranged.getHeight());
        });
        return size;
    }

    /** The way from positions on the axes to pixels. */
    static AffineTransform toPixels(Rectangle2D data, ValueAxis x, ValueAxis y) {
        AffineTransform toPixels = new AffineTransform();
        toPixels.translate(data.getX(), data.getMaxY());
        toPixels.scale(
                data.getWidth() / x.getRange().getLength(),
                -data.getHeight() / y.getRange().getLength());
        toPixels.translate(-x.getLowerBound(), -y.getLowerBound());
        return toPixels;
    }

    private void addOutside(LegendTitle legend, Size2D size) {
        boolean beside = size.width < Look.WIDEST_BESIDE * area.getWidth()
                && size.height < Look.HIGHEST_BESIDE * area.getHeight();
        legend.setPosition(beside ? RectangleEdge.RIGHT : RectangleEdge.BOTTOM);
        Look.styleOutside(legend);
        legend.setMargin(beside ? new RectangleInsets(0, 10, 0, 0) : new RectangleInsets(6, 0, 0, 0));
        chart.addSubtitle(legend);
    }

    private void addInside(LegendTitle legend, Rectangle2D box, Rectangle2D data) {
        double across = (box.getX() - data.getX()) / data.getWidth();
        double up = (data.getMaxY() - box.getY()) / data.getHeight();
        plot().addAnnotation(new XYTitleAnnotation(across, up, legend, RectangleAnchor.TOP_LEFT));
    }
}
