package org.gradus.chart.render;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Oklab;

/** The colors of a heat map: a way through a few colors in equal steps of what one sees. */
final class Shading {
    /** From dark blue over green to yellow, its lightness rising evenly. */
    private static final List<String> RISING =
            List.of("#2d1150", "#33437e", "#1f6f86", "#2a9a78", "#84bf4e", "#f6e34a");

    /** From blue over nearly white to red, lightest in the middle. */
    private static final List<String> DIVERGING =
            List.of("#12396b", "#3f7fbd", "#a9cbe6", "#f5f3f1", "#f2b89c", "#cc5a44", "#74101f");

    /** So many colors, from one end to the other, are more than one sees. */
    private static final int STEPS = 512;

    private final List<Color> colors;

    /** The way through some colors, the same length between each and the next. */
    Shading(List<Oklab> stations) {
        this.colors = IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> {
                    double place = (double) i / STEPS * (stations.size() - 1);
                    int below = Math.min((int) place, stations.size() - 2);
                    return stations.get(below).towards(stations.get(below + 1), place - below);
                })
                .map(color -> Color.decode(color.html()))
                .toList();
    }

    static Shading of(HeatMapChart.Shades shades) {
        List<String> stations = shades == HeatMapChart.Shades.RISING ? RISING : DIVERGING;
        return new Shading(stations.stream().map(Oklab::of).toList());
    }

    /**
     * {@return the color at a place of the scale}
     *
     * @param part from 0, the scale's lower end, to 1; beyond them it is that of the end
     */
    Color at(double part) {
        return colors.get((int) Math.round(Math.max(0, Math.min(part, 1)) * STEPS));
    }
}
