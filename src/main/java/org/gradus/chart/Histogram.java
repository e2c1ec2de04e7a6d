package org.gradus.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/**
 * How often values lie in each of some bins.
 *
 * @param name its name in the legend; empty for one that the legend leaves out
 * @param edges the ends of the bins, rising, one more than there are bins
 * @param heights how many values lie in each bin, or what share of them
 * @param color its color as in HTML, or a name, as that of a {@link Series}
 */
public record Histogram(String name, List<Double> edges, List<Double> heights, String color) {

    /**
     * Checks the numbers and keeps its own copies of the lists.
     *
     * @throws IllegalArgumentException if a part is missing, the edges do not rise, their number does not fit, or a height is negative or not finite
     */
    public Histogram {
        Labels.require("histogram: the name", name);
        Labels.require("histogram '" + name + "': the color", color);
        if (edges == null || heights == null || heights.isEmpty() || edges.size() != heights.size() + 1) {
            throw new IllegalArgumentException("histogram '" + name + "': found edges " + edges + " for heights "
                    + heights + "; give at least one bin, and one edge more than there are bins");
        }
        edges = List.copyOf(edges);
        heights = List.copyOf(heights);
        requireRising(name, edges);
        for (double height : heights) {
            if (!(height >= 0 && height < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "histogram '" + name + "': found the height " + height + "; give numbers from 0");
            }
        }
        color = color.toLowerCase(Locale.ROOT);
    }

    private static void requireRising(String name, List<Double> edges) {
        for (int i = 0; i < edges.size(); i++) {
            if (!Double.isFinite(edges.get(i)) || i > 0 && !(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("histogram '" + name + "': found the edges " + edges
                        + "; give finite numbers, each above the one before");
            }
        }
    }

    /**
     * Counts values. A value at the edge between two bins belongs to the upper one, the last edge to the last bin.
     *
     * @param name its name in the legend
     * @param values the values, all finite and between the edges
     * @param edges the ends of the bins, rising
     * @return the counts, in a color of the palette
     * @throws IllegalArgumentException if a value is not between the edges, or the edges do not rise
     */
    public static Histogram of(String name, double[] values, List<Double> edges) {
        Double[] counts = new Double[Math.max(0, edges.size() - 1)];
        Arrays.fill(counts, 0.0);
        Histogram empty = new Histogram(name, edges, Arrays.asList(counts), name);
        double last = edges.get(counts.length);
        for (double value : values) {
            if (!(value >= edges.get(0) && value <= last)) {
                throw new IllegalArgumentException("histogram '" + name + "': found the value " + value
                        + " outside the edges " + edges.get(0) + " to " + last
                        + "; choose edges around all values, or leave it out and say so");
            }
            int found = Collections.binarySearch(edges, value == 0 ? 0.0 : value); // −0 sorts below 0
            counts[Math.min(found >= 0 ? found : -found - 2, counts.length - 1)]++;
        }
        return new Histogram(empty.name, edges, Arrays.asList(counts), empty.color);
    }

    /**
     * The same with heights that add up to 1, so that different numbers of values can be compared.
     *
     * @return the shares; the same histogram if it is empty
     */
    public Histogram asShares() {
        double sum = heights.stream().mapToDouble(height -> height).sum();
        return sum == 0
                ? this
                : new Histogram(
                        name,
                        edges,
                        heights.stream().map(height -> height / sum).toList(),
                        color);
    }

    /**
     * The same in another color.
     *
     * @param other the color as in HTML, or a name that it shares with others
     * @return the histogram in that color
     */
    public Histogram withColor(String other) {
        return new Histogram(name, edges, heights, other);
    }

    /**
     * Edges of bins of equal width.
     *
     * @param lower the first edge
     * @param upper the last edge
     * @param bins how many bins, at least 1
     * @return the edges
     * @throws IllegalArgumentException if the ends are not finite and in order, or there is no bin
     */
    public static List<Double> linearEdges(double lower, double upper, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("histogram: found " + bins + " bins; ask for at least 1");
        }
        Limits ends = new Limits(lower, upper);
        return IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> (double) i / bins)
                .mapToObj(part -> ends.lower() * (1 - part) + ends.upper() * part)
                .toList();
    }

    /**
     * Edges of bins of equal ratio, for values over several powers of ten.
     *
     * @param lower the first edge, above 0
     * @param upper the last edge
     * @param bins how many bins, at least 1
     * @return the edges
     * @throws IllegalArgumentException if the ends are not above 0, finite and in order, or there is no bin
     */
    public static List<Double> logarithmicEdges(double lower, double upper, int bins) {
        if (!(lower > 0)) {
            throw new IllegalArgumentException(
                    "histogram: found bins of equal ratio from " + lower + "; give a first edge above 0");
        }
        List<Double> edges = new ArrayList<>();
        for (double edge : linearEdges(FastMath.log10(lower), FastMath.log10(upper), bins)) {
            edges.add(FastMath.pow(10, edge));
        }
        edges.set(0, lower); // exactly, so that the smallest value is within
        edges.set(bins, upper);
        return edges;
    }
}
