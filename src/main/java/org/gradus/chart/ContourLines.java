package org.gradus.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * The lines along which a field has a given value, found by marching squares.
 *
 * <p>In each cell of the grid a level line enters and leaves through the edges whose ends lie on different sides of the level; where on the edge,
 * says linear interpolation, so a line is as exact as the grid is fine. Where all four edges are crossed, as beside a saddle point, the mean of the
 * four corners says which two of them belong together. A corner exactly at the level counts as above it.
 *
 * <p>A cell with a corner that is not finite has no line.
 *
 * <p>Lorensen and Cline 1987, <a href="https://doi.org/10.1145/37402.37422">doi 10.1145/37402.37422</a>, describe the same for cubes.
 */
public final class ContourLines {

    /**
     * A point of a line.
     *
     * @param x the place on the horizontal axis
     * @param y the place on the vertical axis
     */
    public record Vertex(double x, double y) {}

    /**
     * One line, in one piece.
     *
     * @param vertices its points in order, each different from the one before; a closed line does not repeat the first at the end
     * @param closed whether it returns to its first point; otherwise it ends at the edge of the field, or of cells without values
     */
    public record Line(List<Vertex> vertices, boolean closed) {

        /** Keeps a copy of the list. */
        public Line {
            vertices = List.copyOf(vertices);
        }

        /**
         * The same line without the vertices that lie near the line through the others (Ramer 1972, Douglas and Peucker 1973).
         *
         * @param across how far to the side is near
         * @param up how far up or down is near
         * @return the line with fewer vertices, or the same
         */
        public Line simplified(double across, double up) {
            List<Vertex> path = new ArrayList<>(vertices);
            if (closed) {
                path.add(vertices.get(0));
            }
            BitSet kept = new BitSet();
            kept.set(0);
            kept.set(path.size() - 1);
            Deque<int[]> stretches = new ArrayDeque<>(List.of(new int[] {0, path.size() - 1}));
            while (!stretches.isEmpty()) {
                int[] ends = stretches.pop();
                int farthest = farthest(path, ends[0], ends[1], across, up);
                if (farthest != NONE) {
                    kept.set(farthest);
                    stretches.push(new int[] {farthest, ends[1]});
                    stretches.push(new int[] {ends[0], farthest});
                }
            }
            kept.set(path.size() - 1, !closed); // of a closed line that is the first again
            List<Vertex> rest = kept.stream().mapToObj(path::get).toList();
            return rest.size() > (closed ? 2 : 1) ? new Line(rest, closed) : this;
        }

        /** The vertex between two others that is farthest from the line between them; NONE if all are near it. */
        private static int farthest(List<Vertex> path, int start, int end, double across, double up) {
            Vertex first = path.get(start);
            Vertex last = path.get(end);
            int farthest = NONE;
            double limit = 1;
            for (int i = start + 1; i < end; i++) {
                double distance = distance(path.get(i), first, last, across, up);
                if (distance > limit) {
                    limit = distance;
                    farthest = i;
                }
            }
            return farthest;
        }

        /** How far a vertex is from the nearest point of a stretch, in units of what is near. */
        private static double distance(Vertex vertex, Vertex first, Vertex last, double across, double up) {
            double x = (vertex.x() - first.x()) / across;
            double y = (vertex.y() - first.y()) / up;
            double alongX = (last.x() - first.x()) / across;
            double alongY = (last.y() - first.y()) / up;
            double square = alongX * alongX + alongY * alongY;
            double part = square == 0 ? 0 : Math.max(0, Math.min((x * alongX + y * alongY) / square, 1));
            return FastMath.hypot(x - part * alongX, y - part * alongY);
        }
    }

    private static final int NONE = -1;

    private final ScalarField field;
    private final double level;

    /** The number of the first edge that goes up; those before it go across. */
    private final int verticals;

    /** For each edge that is crossed the edges at which the line comes in and goes on; NONE where it ends. */
    private final int[] one;

    private final int[] other;
    private final boolean[] passed;

    private ContourLines(ScalarField field, double level) {
        this.field = field;
        this.level = level;
        this.verticals = field.columns() * field.rows();
        this.one = new int[2 * verticals];
        this.other = new int[2 * verticals];
        this.passed = new boolean[2 * verticals];
        Arrays.fill(one, NONE);
        Arrays.fill(other, NONE);
    }

    /**
     * {@return all lines along which a field has a value; first those that end at an edge, then the closed ones; none if the field never crosses it}
     *
     * @param field the field
     * @param level the value
     * @throws IllegalArgumentException if the level is not finite
     */
    public static List<Line> of(ScalarField field, double level) {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("contour lines: the level is " + level + "; give a finite number");
        }
        ContourLines search = new ContourLines(field, level);
        search.crossCells();
        return search.lines();
    }

    private void crossCells() {
        for (int row = 0; row + 1 < field.rows(); row++) {
            for (int column = 0; column + 1 < field.columns(); column++) {
                crossCell(column, row);
            }
        }
    }

    /** Links the edges of a cell through which a line goes, in the order bottom, right, top, left. */
    private void crossCell(int column, int row) {
        double[] corners = {
            field.z(column, row), field.z(column + 1, row), field.z(column + 1, row + 1), field.z(column, row + 1)
        };
        int bottom = row * field.columns() + column;
        int left = verticals + bottom;
        int[] edges = {bottom, left + 1, bottom + field.columns(), left};
        int[] crossed = new int[4];
        int crossings = 0;
        for (int i = 0; i < 4; i++) {
            if (!Double.isFinite(corners[i])) {
                return;
            }
            if (isAbove(corners[i]) != isAbove(corners[(i + 1) % 4])) {
                crossed[crossings++] = edges[i];
            }
        }
        if (crossings == 2) {
            link(crossed[0], crossed[1]);
        } else if (crossings == 4) {
            double mean = corners[0] / 4 + corners[1] / 4 + corners[2] / 4 + corners[3] / 4;
            boolean firstStandsAlone = isAbove(corners[0]) != isAbove(mean);
            link(edges[0], firstStandsAlone ? edges[3] : edges[1]);
            link(edges[2], firstStandsAlone ? edges[1] : edges[3]);
        }
    }

    private boolean isAbove(double value) {
        return value >= level;
    }

    private void link(int edge, int next) {
        add(edge, next);
        add(next, edge);
    }

    private void add(int edge, int next) {
        if (one[edge] == NONE) {
            one[edge] = next;
        } else {
            other[edge] = next;
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int edge = 0; edge < one.length; edge++) {
            if (one[edge] != NONE && other[edge] == NONE && !passed[edge]) {
                addLine(lines, edge, false);
            }
        }
        for (int edge = 0; edge < one.length; edge++) {
            if (one[edge] != NONE && !passed[edge]) {
                addLine(lines, edge, true);
            }
        }
        return lines;
    }

    private void addLine(List<Line> lines, int start, boolean closed) {
        List<Vertex> vertices = new ArrayList<>();
        int edge = start;
        while (edge != NONE) {
            passed[edge] = true;
            Vertex vertex = crossing(edge);
            if (vertices.isEmpty() || !vertex.equals(vertices.get(vertices.size() - 1))) {
                vertices.add(vertex);
            }
            edge = next(edge);
        }
        if (closed && vertices.get(vertices.size() - 1).equals(vertices.get(0))) {
            vertices.remove(vertices.size() - 1);
        }
        if (vertices.size() > 1) { // else the field only touches the level in a corner of the grid
            lines.add(new Line(vertices, closed));
        }
    }

    private int next(int edge) {
        if (one[edge] != NONE && !passed[one[edge]]) {
            return one[edge];
        }
        return other[edge] != NONE && !passed[other[edge]] ? other[edge] : NONE;
    }

    /** Where the level lies on an edge. */
    private Vertex crossing(int edge) {
        boolean up = edge >= verticals;
        int corner = up ? edge - verticals : edge;
        int column = corner % field.columns();
        int row = corner / field.columns();
        double from = field.z(column, row) / 2; // halves, whose difference cannot overflow
        double to = (up ? field.z(column, row + 1) : field.z(column + 1, row)) / 2;
        double part = (level / 2 - from) / (to - from);
        return up
                ? new Vertex(field.x(column), between(field.y(row), field.y(row + 1), part))
                : new Vertex(between(field.x(column), field.x(column + 1), part), field.y(row));
    }

    private static double between(double from, double to, double part) {
        return from * (1 - part) + to * part;
    }
}
