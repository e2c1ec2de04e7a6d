package org.gradus.chart.render.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.chart.Histogram;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.Limits;

/** Draws histograms as filled steps, transparent, so that one sees through the later ones. */
record HistogramContent(HistogramChart chart, ScaledAxis xAxis, ScaledAxis yAxis) implements Content {
    private static final int ALPHA = 90;
    private static final BasicStroke STEPS = new BasicStroke(1.5f);
    private static final BasicStroke DASHES =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4f, new float[] {4, 2}, 0);

    static HistogramContent of(HistogramChart chart, Look look) {
        double lower = chart.histograms().stream()
                .mapToDouble(each -> each.edges().get(0))
                .min()
                .orElseThrow();
        double upper = chart.histograms().stream()
                .mapToDouble(each -> each.edges().get(each.edges().size() - 1))
                .max()
                .orElseThrow();
        Limits up = chart.y()
                .limits()
                .orElseGet(() -> BarContent.fromZero(chart.histograms().stream()
                        .flatMap(each -> each.heights().stream())
                        .mapToDouble(height -> height)));
        return new HistogramContent(
                chart,
                new ScaledAxis(chart.x(), chart.x().limits().orElse(new Limits(lower, upper)), false, look),
                new ScaledAxis(chart.y(), up, false, look));
    }

    @Override
    public List<String> lineColors() {
        return chart.histograms().stream().map(Histogram::color).toList();
    }

    /** The outline of a histogram in positions: up, along the tops, and down; the bottom closes it. */
    private Path2D outline(Histogram histogram) {
        Path2D outline = new Path2D.Double();
        outline.moveTo(xAxis.position(histogram.edges().get(0)), 0);
        for (int i = 0; i < histogram.heights().size(); i++) {
            double height = yAxis.position(histogram.heights().get(i));
            outline.lineTo(xAxis.position(histogram.edges().get(i)), height);
            outline.lineTo(xAxis.position(histogram.edges().get(i + 1)), height);
        }
        outline.lineTo(xAxis.position(histogram.edges().get(histogram.heights().size())), 0);
        outline.closePath();
        return outline;
    }

    @Override
    public void draw(Canvas canvas) {
        for (int i = 0; i < chart.histograms().size(); i++) {
            Histogram histogram = chart.histograms().get(i);
            Color color = canvas.identities().color(histogram.color());
            Shape outline = canvas.placed(outline(histogram));
            canvas.fill(outline, Look.withAlpha(color, ALPHA));
            canvas.draw(outline, color, stroke(canvas, i));
        }
    }

    /** Where colors look alike to some, every other outline is dashed. */
    private static Stroke stroke(Canvas canvas, int place) {
        return canvas.identities().shapesNeeded() && place % 2 == 1 ? DASHES : STEPS;
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        return chart.histograms().stream()
                .map(histogram -> toPixels.createTransformedShape(outline(histogram)))
                .toList();
    }

    @Override
    public List<LegendEntry> legend() {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        for (int i = 0; i < chart.histograms().size(); i++) {
            Histogram histogram = chart.histograms().get(i);
            int place = i;
            Shape sample = new Rectangle2D.Double(-11, -6, 22, 12);
            entries.putIfAbsent(histogram.name(), new LegendEntry(histogram.name(), canvas -> {
                Color color = canvas.identities().color(histogram.color());
                canvas.fill(sample, Look.withAlpha(color, ALPHA));
                canvas.draw(sample, color, stroke(canvas, place));
            }));
        }
        entries.remove("");
        return List.copyOf(entries.values());
    }
}
