package org.gradus.lecture.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.lecture.MadeFigures;
import org.gradus.nn.Weights;
import org.gradus.train.Training;
import org.gradus.train.curvature.LinePoint;
import org.gradus.train.curvature.Objective;
import org.junit.jupiter.api.Test;

class SharpAndFlatTest {
    private final SharpAndFlat figure = MadeFigures.get(SharpAndFlat.class, "sharp-flat");

    @Test
    void largeBatchesEndSharperFromEverySeed() {
        assertThat(figure.minima().sharperSeeds(figure.minima().large()))
                .isEqualTo(figure.minima().small().size());
        assertThat(figure.minima().sharper(figure.minima().large())).isGreaterThan(1.5);
    }

    /** The slide hints that Adam ends sharper: from some seeds it does, from others not. */
    @Test
    void thatAdamEndsSharperIsNotSettled() {
        assertThat(figure.minima().sharper(figure.minima().adam()))
                .isLessThan(figure.minima().sharper(figure.minima().large()));
    }

    @Test
    void allHaveComeToTheSameLoss() {
        Stream.of(
                        figure.minima().small(),
                        figure.minima().large(),
                        figure.minima().adam())
                .flatMap(List::stream)
                .forEach(minimum -> assertThat(minimum.training().loss())
                        .isBetween(figure.minima().loss() / 5, figure.minima().loss()));
    }

    @Test
    void theLineBeginsAndEndsAtTheMinima() {
        check(figure.batches().points(), figure.minima().large());
        check(figure.rules().points(), figure.minima().adam());
    }

    private void check(List<LinePoint> points, List<Minimum> end) {
        assertThat(at(points, 0))
                .isCloseTo(figure.minima().small().get(0).training().loss(), within(1e-12));
        assertThat(at(points, 1)).isCloseTo(end.get(0).training().loss(), within(1e-12));
    }

    private static double at(List<LinePoint> points, double alpha) {
        return points.stream()
                .filter(point -> point.alpha() == alpha)
                .mapToDouble(point -> point.training().loss())
                .findFirst()
                .orElseThrow();
    }

    /** No direction curves more than the sharpness says, and the step of the gradient's own direction curves less. */
    @Test
    void theSharpnessIsTheCurvatureNoGradientExceeds() {
        for (Minimum minimum :
                List.of(figure.minima().small().get(0), figure.minima().large().get(0))) {
            Training training = new RunRecipe(minimum.spec(), new DataShelf()).training();
            Weights.load(training.model(), minimum.weights());
            var function =
                    Objective.of(training.model(), training.data().training()).function();
            var g = function.gradient();
            double curvature =
                    g.mul(function.hvp().apply(g)).sum().item() / g.mul(g).sum().item();
            assertThat(curvature).isPositive().isLessThanOrEqualTo(minimum.sharpness() * 1.001);
        }
    }
}
