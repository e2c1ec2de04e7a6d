package org.gradus.lecture.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.gradus.train.curvature.StabilityCurve;
import org.gradus.train.curvature.StabilityPoint;
import org.junit.jupiter.api.Test;

class SharpnessAtTheEdgeTest {
    private final SharpnessAtTheEdge figure = MadeFigures.get(SharpnessAtTheEdge.class, "edge-of-stability");

    @Test
    void theSharpnessRisesFromBelowAndStaysAboutTwoOverEta() {
        assertThat(figure.curves()).hasSize(3);
        for (StabilityCurve curve : figure.curves()) {
            StabilityPoint first = curve.points().get(0);
            assertThat(first.sharpness()).isLessThan(first.threshold());
            assertThat(curve.points()).anyMatch(point -> point.sharpness() > point.threshold());
        }
        assertThat(figure.farthest()).isLessThan(0.05);
    }

    /** Whatever the rate, it is that of the rate: the lower it is, the sharper it gets. */
    @Test
    void theLowerTheRateTheSharperItGets() {
        List<Double> ends = figure.curves().stream()
                .map(curve -> curve.points().get(curve.points().size() - 1).sharpness())
                .toList();
        assertThat(ends.get(0)).isGreaterThan(ends.get(1));
        assertThat(ends.get(1)).isGreaterThan(ends.get(2));
    }

    @Test
    void theLossFallsButNotAtEveryStep() {
        for (StabilityCurve curve : figure.curves()) {
            List<StabilityPoint> points = curve.points();
            assertThat(points.get(points.size() - 1).loss())
                    .isLessThan(points.get(0).loss() / 10);
        }
        List<StabilityPoint> fastest = figure.curves().get(2).points();
        boolean rises = false;
        for (int i = 1; i < fastest.size(); i++) {
            rises |= fastest.get(i).loss() > fastest.get(i - 1).loss();
        }
        assertThat(rises).isTrue();
    }
}
