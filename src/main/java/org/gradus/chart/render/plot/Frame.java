package org.gradus.chart.render.plot;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.Axis;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** One plot in a rectangle of the picture: JFreeChart lays out and draws the axes, the content what is between them. */
final class Frame {
    private final Content content;
    private final Identities identities;
    private final Rectangle2D area;
    private final Rectangle2D inner;
    private final XYPlot plot = new XYPlot();

    /** How far the plot's rectangle is from that of the frame, without the room at the right that the content asks for. */
    record Margins(double left, double bottom, double right) {}

    Frame(Content content, Identities identities, Rectangle2D area) {
        this.content = content;
        this.identities = identities;
        this.area = area;
        this.inner = new Rectangle2D.Double(
                area.getX(), area.getY(), area.getWidth() - content.roomAtRight(), area.getHeight());
        identities.look().style(plot);
        plot.setDomainGridlinesVisible(content.hasGrid() && !(content.xAxis() instanceof NamedAxis));
        plot.setRangeGridlinesVisible(content.hasGrid() && !(content.yAxis() instanceof NamedAxis));
        plot.setDomainAxis(content.xAxis());
        plot.setRangeAxis(content.yAxis());
        plot.setOutlineVisible(content.xAxis().isVisible());
        plot.setRenderer(new XYLineAndShapeRenderer());
        plot.setRangeZeroBaselineVisible(content.hasGrid() && crossesZero(content.yAxis()));
        Rectangle2D data = data();
        content.xAxis().fitLabel(data.getWidth());
        content.yAxis().fitLabel(data.getHeight());
    }

    private static boolean crossesZero(ScaledAxis axis) {
        return axis.scale() == Axis.Scale.LINEAR
                && axis.getLowerBound() < 0
                && axis.getUpperBound() > 0
                && !(axis instanceof NamedAxis);
    }

    /** Where the data will be drawn, found by drawing once onto nothing. */
    Rectangle2D data() {
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        Look.drawOn(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), g2 -> drawPlot(g2, info));
        return info.getDataArea();
    }

    /** JFreeChart takes its margins off the very rectangle that it is given. */
    private void drawPlot(Graphics2D g2, PlotRenderingInfo info) {
        plot.draw(g2, (Rectangle2D) inner.clone(), null, null, info);
    }

    double roomAtRight() {
        return area.getWidth() - inner.getWidth();
    }

    Margins margins() {
        Rectangle2D data = data();
        return new Margins(
                data.getX() - inner.getX(), inner.getMaxY() - data.getMaxY(), inner.getMaxX() - data.getMaxX());
    }

    /** Lets the plot's rectangle be where those of the panels beside it are. */
    void fix(Margins margins) {
        AxisSpace across = new AxisSpace();
        across.setLeft(margins.left());
        across.setRight(margins.right());
        AxisSpace up = new AxisSpace();
        up.setBottom(margins.bottom());
        plot.setFixedRangeAxisSpace(across);
        plot.setFixedDomainAxisSpace(up);
    }

    private Canvas canvas(Graphics2D g2, Rectangle2D data, Rectangle2D legend) {
        return new Canvas(g2, data, content.xAxis(), content.yAxis(), identities, legend);
    }

    /** What a legend is not to cover. */
    List<Shape> obstacles(Rectangle2D data) {
        Canvas canvas = canvas(null, data, new Rectangle2D.Double());
        List<Shape> shapes = new ArrayList<>(content.obstacles(canvas.toPixels()));
        shapes.addAll(new Guides(content, canvas).boxes());
        return shapes;
    }

    /**
     * Draws the plot.
     *
     * @param legend where the legend will stand within it; an empty rectangle for none
     */
    void draw(Graphics2D g2, Rectangle2D legend) {
        plot.addAnnotation(new Painting(legend));
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        drawPlot(g2, info);
        plot.clearAnnotations();
        content.drawAtRight(canvas(g2, info.getDataArea(), legend));
    }

    /** What is within the axes. */
    @SuppressWarnings("serial") // JFreeChart's annotations are serializable; ours are never serialized
    private final class Painting extends AbstractXYAnnotation {
        private final transient Rectangle2D legend;

        Painting(Rectangle2D legend) {
            this.legend = legend;
        }

        @Override
        public void draw(
                Graphics2D g2,
                XYPlot plot,
                Rectangle2D data,
                ValueAxis x,
                ValueAxis y,
                int rendererIndex,
                PlotRenderingInfo info) {
            Canvas canvas = canvas(g2, data, legend);
            Guides guides = new Guides(content, canvas);
            if (content.hasGrid()) {
                guides.drawLines();
                content.draw(canvas);
            } else {
                content.draw(canvas);
                guides.drawLines();
            }
            guides.drawLabels();
            drawRemark(canvas);
        }

        private void drawRemark(Canvas canvas) {
            String remark = content.remark();
            if (!remark.isEmpty()) {
                double width = Look.width(remark, Look.AXIS_LABEL);
                canvas.write(
                        remark,
                        Look.AXIS_LABEL,
                        canvas.look().softInk(),
                        canvas.data().getCenterX() - width / 2,
                        canvas.data().getCenterY());
            }
        }
    }
}
