package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.gradus.chart.ContourLines.Line;
import org.gradus.chart.ContourLines.Vertex;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Level lines against those known from geometry. */
@InEveryLocale
class ContourLinesTest {

    private static final Limits SIDE = new Limits(-2, 2);
    private static final DoubleBinaryOperator BOWL = (x, y) -> x * x + y * y;
    private static final DoubleBinaryOperator SADDLE = (x, y) -> x * x - y * y;

    /** On an edge of length h linear interpolation misses x² + y² by at most h²/4: its second derivative is 2. */
    @ParameterizedTest
    @ValueSource(doubles = {0.09, 1, 3.9})
    void ofABowlAreCircles(double level) {
        double h = 4.0 / 80;

        List<Line> lines = ContourLines.of(field(BOWL, 81), level);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).closed()).isTrue();
        assertThat(lines.get(0).vertices())
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .allSatisfy(v -> assertThat(BOWL.applyAsDouble(v.x(), v.y())).isCloseTo(level, within(h * h / 4)));
        assertThat(area(lines.get(0))).isCloseTo(Math.PI * level, within(Math.PI * level * h));
        assertStepsWithinCells(lines.get(0), h);
    }

    /** Interpolation is exact where the field is linear. */
    @Test
    void ofAPlaneAreStraightLinesFromEdgeToEdge() {
        DoubleBinaryOperator plane = (x, y) -> 2 * x - 3 * y + 1;

        List<Line> lines = ContourLines.of(field(plane, 38), 0.3);

        assertThat(lines).hasSize(1);
        Line line = lines.get(0);
        assertThat(line.closed()).isFalse();
        assertThat(line.vertices())
                .allSatisfy(v -> assertThat(plane.applyAsDouble(v.x(), v.y())).isCloseTo(0.3, within(1e-13)));
        assertThat(List.of(
                        line.vertices().get(0),
                        line.vertices().get(line.vertices().size() - 1)))
                .allSatisfy(end -> assertThat(Math.max(Math.abs(end.x()), Math.abs(end.y())))
                        .isEqualTo(2));
        assertThat(line.vertices().get(0).x()
                        * line.vertices().get(line.vertices().size() - 1).x())
                .isNegative();
        assertStepsWithinCells(line, 4.0 / 37);
    }

    /** x² − y² = c is a hyperbola: two branches, to the left and right if c is positive, else above and below. */
    @Test
    void besideASaddleAreTwoBranches() {
        List<Line> right = ContourLines.of(field(SADDLE, 40), 0.5);
        List<Line> above = ContourLines.of(field(SADDLE, 40), -0.5);

        assertThat(right).hasSize(2).noneMatch(Line::closed);
        assertThat(right)
                .allSatisfy(line -> assertThat(sameSign(line.vertices(), true)).isTrue());
        assertThat(above).hasSize(2).noneMatch(Line::closed);
        assertThat(above)
                .allSatisfy(line -> assertThat(sameSign(line.vertices(), false)).isTrue());
    }

    /** One cell, above the level at the bottom left and the top right: the mean of the corners says whether these two are joined. */
    @Test
    void inASaddleCellFollowTheMean() {
        ScalarField cell = ScalarField.of(SIDE, SIDE, new double[][] {{1, -1}, {-1, 1}}); // its mean is 0

        List<Line> apart = ContourLines.of(cell, 0.5);
        List<Line> joined = ContourLines.of(cell, -0.5);

        assertThat(ends(apart))
                .containsExactlyInAnyOrder(
                        Set.of(new Vertex(-1, -2), new Vertex(-2, -1)), // around the bottom left
                        Set.of(new Vertex(2, 1), new Vertex(1, 2))); // around the top right
        assertThat(ends(joined))
                .containsExactlyInAnyOrder(
                        Set.of(new Vertex(1, -2), new Vertex(2, -1)), // around the bottom right
                        Set.of(new Vertex(-2, 1), new Vertex(-1, 2))); // around the top left
        assertThat(ends(ContourLines.of(cell, 0))) // a mean at the level counts as above it
                .containsExactlyInAnyOrder(
                        Set.of(new Vertex(0, -2), new Vertex(2, 0)), Set.of(new Vertex(-2, 0), new Vertex(0, 2)));
    }

    @Test
    void inTheOtherSaddleCellFollowTheMeanToo() {
        ScalarField cell = ScalarField.of(SIDE, SIDE, new double[][] {{-1, 1}, {1, -1}});

        assertThat(ends(ContourLines.of(cell, 0.5)))
                .containsExactlyInAnyOrder(
                        Set.of(new Vertex(1, -2), new Vertex(2, -1)), Set.of(new Vertex(-2, 1), new Vertex(-1, 2)));
        assertThat(ends(ContourLines.of(cell, -0.5)))
                .containsExactlyInAnyOrder(
                        Set.of(new Vertex(-1, -2), new Vertex(-2, -1)), Set.of(new Vertex(2, 1), new Vertex(1, 2)));
    }

    /** Himmelblau's function has four minima of 0, and below its lowest pass four separate valleys. */
    @Test
    void aroundSeveralValleysAreSeveralClosedLines() {
        DoubleBinaryOperator himmelblau = (x, y) -> Math.pow(x * x + y - 11, 2) + Math.pow(x + y * y - 7, 2);
        ScalarField field = ScalarField.sample(himmelblau, new Limits(-5, 5), new Limits(-5, 5), 101, 101);

        assertThat(ContourLines.of(field, 10)).hasSize(4).allMatch(Line::closed);
        assertThat(ContourLines.of(field, 10)).isEqualTo(ContourLines.of(field, 10));
    }

    @Test
    void whereTheFieldIsNotANumberEnd() {
        ScalarField field = field((x, y) -> x > 1 && y > 1 ? Double.NaN : x * x + y * y, 41);
        ScalarField infinite = field((x, y) -> x > 1 && y > 1 ? Double.POSITIVE_INFINITY : x * x + y * y, 41);

        assertThat(ContourLines.of(field, 2.5)).hasSize(1).noneMatch(Line::closed);
        assertThat(ContourLines.of(field, 2.5).get(0).vertices()).noneMatch(v -> v.x() > 1.1 && v.y() > 1.1);
        assertThat(ContourLines.of(infinite, 2.5)).isEqualTo(ContourLines.of(field, 2.5));
        assertThat(ContourLines.of(field, 1)).hasSize(1).allMatch(Line::closed);
    }

    @Test
    void outsideTheRangeAreNone() {
        assertThat(ContourLines.of(field(BOWL, 11), -0.1)).isEmpty();
        assertThat(ContourLines.of(field(BOWL, 11), 8.1)).isEmpty();
    }

    /** Through the corners of the grid a line goes along two edges each; it passes every corner once. */
    @Test
    void throughCornersOfTheGridHaveNoVertexTwice() {
        List<Line> diamond = ContourLines.of(field((x, y) -> Math.abs(x) + Math.abs(y), 17), 1);

        assertThat(diamond).hasSize(1);
        assertThat(diamond.get(0).closed()).isTrue();
        assertThat(diamond.get(0).vertices()).doesNotHaveDuplicates().hasSize(16);
        assertThat(area(diamond.get(0))).isEqualTo(2);
    }

    /** The top of a hill exactly at the level is a point, not a line; the bottom of a valley is not below the level. */
    @Test
    void whereTheFieldOnlyTouchesTheLevelAreNone() {
        assertThat(ContourLines.of(field((x, y) -> -BOWL.applyAsDouble(x, y), 41), 0))
                .isEmpty();
        assertThat(ContourLines.of(field(BOWL, 41), 0)).isEmpty();
    }

    @Test
    void ofVeryLargeValuesAreFinite() {
        ScalarField field = field((x, y) -> x * 8e307, 4);

        assertThat(ContourLines.of(field, 1e307).get(0).vertices())
                .allSatisfy(v -> assertThat(v.x()).isCloseTo(0.125, within(1e-12)));
    }

    @Test
    void wantAFiniteLevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourLines.of(field(BOWL, 3), Double.NaN))
                .withMessage("contour lines: the level is NaN; give a finite number");
    }

    /** Left of x = −1 lies a quarter of the square. */
    @Test
    void ofAFramedFieldAreClosedAroundWhatIsBelow() {
        List<Line> quarter = ContourLines.of(field((x, y) -> x, 41).framed(), -1);
        List<Line> all = ContourLines.of(field((x, y) -> x, 41).framed(), 5);
        List<Line> ring = ContourLines.of(field(BOWL, 81).framed(), 1);
        List<Line> outside =
                ContourLines.of(field((x, y) -> -BOWL.applyAsDouble(x, y), 81).framed(), -1);

        assertThat(quarter).hasSize(1).allMatch(Line::closed);
        assertThat(area(quarter.get(0))).isCloseTo(4, within(1e-9));
        assertThat(area(all.get(0))).isCloseTo(16, within(1e-9));
        assertThat(ring).isNotEmpty().hasSameSizeAs(ContourLines.of(field(BOWL, 81), 1));
        assertThat(outside).hasSize(2).allMatch(Line::closed); // the edge of the square, and the hole in it
        assertThat(ContourLines.of(field((x, y) -> x, 41).framed(), -3)).isEmpty();
        assertThat(ContourLines.of(field((x, y) -> Double.NaN, 5).framed(), 1e300))
                .isEmpty();
    }

    @Test
    void losesNothingButNearVerticesWhenSimplified() {
        Line circle = ContourLines.of(field(BOWL, 401), 1).get(0);

        Line simple = circle.simplified(0.01, 0.02);

        assertThat(simple.closed()).isTrue();
        assertThat(simple.vertices().size()).isBetween(8, circle.vertices().size() / 10);
        assertThat(circle.vertices()).containsAll(simple.vertices());
        assertThat(circle.vertices())
                .allSatisfy(v -> assertThat(distance(simple, v, 0.01, 0.02)).isLessThanOrEqualTo(1));
    }

    @Test
    void keepsTheCornersOfAClosedLineWhenSimplified() {
        Vertex[] corners = {new Vertex(0, 0), new Vertex(2, 0), new Vertex(2, 2), new Vertex(0, 2)};
        Line square = new Line(List.of(corners), true);
        Line more = new Line(
                List.of(corners[0], new Vertex(1, 0), corners[1], corners[2], corners[3], new Vertex(0, 1)), true);

        assertThat(square.simplified(0.1, 0.1)).isEqualTo(square);
        assertThat(more.simplified(0.1, 0.1)).isEqualTo(square);
    }

    @Test
    void isTwoPointsIfStraightAndSimplified() {
        Line line = ContourLines.of(field((x, y) -> 2 * x - 3 * y + 1, 38), 0.3).get(0);

        Line simple = line.simplified(1e-6, 1e-6);

        assertThat(simple.closed()).isFalse();
        assertThat(simple.vertices())
                .containsExactly(
                        line.vertices().get(0),
                        line.vertices().get(line.vertices().size() - 1));
    }

    @Test
    void staysIfSmallerThanWhatMatters() {
        Line small = ContourLines.of(field(BOWL, 401), 0.001).get(0);

        assertThat(small.simplified(1, 1)).isEqualTo(small);
    }

    private static ScalarField field(DoubleBinaryOperator function, int size) {
        return ScalarField.sample(function, SIDE, SIDE, size, size);
    }

    /** The vertices of each line; in which direction it runs does not matter. */
    private static List<Set<Vertex>> ends(List<Line> lines) {
        return lines.stream().map(line -> Set.copyOf(line.vertices())).toList();
    }

    /** The area within a closed line, by the trapezoid (shoelace) formula. */
    private static double area(Line line) {
        double twice = 0;
        for (int i = 0; i < line.vertices().size(); i++) {
            Vertex a = line.vertices().get(i);
            Vertex b = line.vertices().get((i + 1) % line.vertices().size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    /** Neighbors lie in one cell: the line is in the right order and has no gap, nor has its closing stretch. */
    private static void assertStepsWithinCells(Line line, double h) {
        int steps = line.closed() ? line.vertices().size() : line.vertices().size() - 1;
        for (int i = 0; i < steps; i++) {
            Vertex a = line.vertices().get(i);
            Vertex b = line.vertices().get((i + 1) % line.vertices().size());
            assertThat(Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())))
                    .isLessThan(h * 1.000001);
        }
    }

    private static boolean sameSign(List<Vertex> vertices, boolean across) {
        double first = across ? vertices.get(0).x() : vertices.get(0).y();
        return vertices.stream().allMatch(v -> (across ? v.x() : v.y()) * first > 0);
    }

    private static double distance(Line line, Vertex vertex, double across, double up) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < line.vertices().size(); i++) {
            Vertex a = line.vertices().get(i);
            Vertex b = line.vertices().get((i + 1) % line.vertices().size());
            least = Math.min(
                    least,
                    Line2D.ptSegDist(
                            a.x() / across,
                            a.y() / up,
                            b.x() / across,
                            b.y() / up,
                            vertex.x() / across,
                            vertex.y() / up));
        }
        return least;
    }
}
