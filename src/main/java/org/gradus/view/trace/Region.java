package org.gradus.view.trace;

import java.util.List;
import java.util.Optional;
import org.gradus.chart.Limits;
import org.gradus.landscape.Bounds;

/**
 * The part of a landscape that a map shows.
 *
 * @param x from left to right
 * @param y from bottom to top
 */
record Region(Limits x, Limits y) {
    private static final double AIR = 0.05; // around a path that leaves the usual bounds, as a part of the map
    private static final double ROOM = 2; // how much larger than a path its own map is, so that one sees where it leads
    private static final double SMALL = 0.5; // a path this small on the map, as a part of it, deserves one of its own
    private static final double SMALLEST = 1e-6;

    /**
     * The usual bounds, made larger where a path leaves them, but by no more than their size to each side: a path that diverges leaves the map, or
     * the landscape would be a dot.
     */
    static Region around(Bounds bounds, List<double[]> points) {
        return new Region(around(bounds, points, 0), around(bounds, points, 1));
    }

    private static Limits around(Bounds bounds, List<double[]> points, int i) {
        double lower = bounds.lower()[i];
        double upper = bounds.upper()[i];
        double size = upper - lower;
        double least = lower;
        double most = upper;
        for (double[] point : points) {
            if (point[i] >= lower - size && point[i] <= upper + size) {
                least = Math.min(least, point[i] - (point[i] < lower ? AIR * size : 0));
                most = Math.max(most, point[i] + (point[i] > upper ? AIR * size : 0));
            }
        }
        return new Limits(least, most);
    }

    /** A region of the same shape that shows a small path large; empty if the path is seen well enough, or hardly moves. */
    Optional<Region> near(List<double[]> points) {
        double part = 0;
        double[] middle = new double[2];
        for (int i = 0; i < 2; i++) {
            int coordinate = i;
            Limits limits = i == 0 ? x : y;
            double least = points.stream().mapToDouble(p -> p[coordinate]).min().orElseThrow();
            double most = points.stream().mapToDouble(p -> p[coordinate]).max().orElseThrow();
            part = Math.max(part, (most - least) / (limits.upper() - limits.lower()));
            middle[i] = least / 2 + most / 2;
        }
        if (!(part >= SMALLEST && part <= SMALL)) {
            return Optional.empty();
        }
        double zoom = part * ROOM;
        return Optional.of(new Region(around(middle[0], x, zoom), around(middle[1], y, zoom)));
    }

    private static Limits around(double middle, Limits limits, double zoom) {
        double half = (limits.upper() - limits.lower()) * zoom / 2;
        return new Limits(middle - half, middle + half);
    }

    boolean contains(double[] point) {
        return x.lower() <= point[0] && point[0] <= x.upper() && y.lower() <= point[1] && point[1] <= y.upper();
    }
}
