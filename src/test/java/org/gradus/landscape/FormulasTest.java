package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Values and gradients against numbers from elsewhere.
 *
 * <p>Unless said otherwise they were computed from the formulas of the cited papers by SymPy 1.14 or 1.11 (which differentiated them) and mpmath 1.3 or 1.2 with
 * 40 digits, and rounded once.
 */
class FormulasTest {

    private record Expected(Landscape landscape, double[] theta, double value, double... gradient) {
        @Override
        public String toString() {
            return landscape.name() + " at " + Arrays.toString(theta);
        }
    }

    static final List<Expected> ELSEWHERE = List.of(
            new Expected(new Rosenbrock(), at(-1.25, 0.75), 71.078125, -410.75, -162.5),
            new Expected(new Rosenbrock(), at(0.5, -1.875), 451.8125, 424, -425),
            new Expected(new Rosenbrock(), at(2.125, 1.625), 836.8369140625, 2459.28125, -578.125),
            new Expected(new Beale(), at(-1.25, 0.75), 22.314468383789062, -7.2242431640625, -29.1424560546875),
            new Expected(new Beale(), at(0.5, -1.875), 13.679657936096191, 35.067752838134766, -25.441116333007812),
            new Expected(new Beale(), at(2.125, 1.625), 133.4175277352333, 85.66614627838135, 415.08483028411865),
            new Expected(new Himmelblau(), at(-1.25, 0.75), 134.5703125, 28.0625, -40.4375),
            new Expected(new Himmelblau(), at(0.5, -1.875), 168.297119140625, -31.21875, -2.8671875),
            new Expected(new Himmelblau(), at(2.125, 1.625), 28.60595703125, -45.7734375, -24.2421875),
            new Expected(new Booth(), at(-1.25, 0.75), 91.125, -40.5, -40.5),
            new Expected(new Booth(), at(0.5, -1.875), 139.578125, -44, -52.75),
            new Expected(new Booth(), at(2.125, 1.625), 3.40625, 0.25, -4.75),
            new Expected(new Matyas(), at(-1.25, 0.75), 1.0025, -1.01, 0.99),
            new Expected(new Matyas(), at(0.5, -1.875), 1.4290625, 1.16, -1.215),
            new Expected(new Matyas(), at(2.125, 1.625), 0.203125, 0.325, -0.175),
            new Expected(new ThreeHumpCamel(), at(-1.25, 0.75), 0.8223063151041666, 0.9013671875, 0.25),
            new Expected(new ThreeHumpCamel(), at(0.5, -1.875), 3.0151041666666667, -0.36875, -3.25),
            new Expected(new ThreeHumpCamel(), at(2.125, 1.625), 9.060840479532878, 13.153643798828124, 5.375),
            new Expected(new StyblinskiTang(2), at(-1.25, 0.75), -16.87109375, 18.59375, -8.65625),
            new Expected(new StyblinskiTang(2), at(0.5, -1.875), -27.3514404296875, -5.25, 19.31640625),
            new Expected(new StyblinskiTang(2), at(2.125, 1.625), -34.193115234375, -12.30859375, -14.91796875),
            new Expected(
                    new StyblinskiTang(3), at(-1.25, 0.75, 0.125), -16.6834716796875, 18.59375, -8.65625, 0.50390625),
            new Expected(
                    new StyblinskiTang(3), at(0.5, -1.875, 2.125), -47.968505859375, -5.25, 19.31640625, -12.30859375),
            new Expected(new Rastrigin(2), at(-1.25, 0.75), 22.125, -65.33185307179586, -61.33185307179586),
            new Expected(new Rastrigin(2), at(0.5, -1.875), 26.694557188134524, 1, 40.67882938158366),
            new Expected(new Rastrigin(2), at(2.125, 1.625), 27.15625, 48.67882938158366, -41.17882938158366),
            new Expected(
                    new Rastrigin(3),
                    at(-1.25, 0.75, 0.125),
                    25.069557188134524,
                    -65.33185307179586,
                    -61.33185307179586,
                    44.67882938158366),
            new Expected(
                    new Rastrigin(3),
                    at(0.5, -1.875, 2.125),
                    34.13911437626905,
                    1,
                    40.67882938158366,
                    48.67882938158366),
            new Expected(new Ackley(2), at(-1.25, 0.75), 5.444147567427312, -5.115121316052059, -1.9574754561124337),
            new Expected(new Ackley(2), at(0.5, -1.875), 6.654424621176534, 0.5538759331005464, -0.15821614527897776),
            new Expected(new Ackley(2), at(2.125, 1.625), 8.01803807644723, 3.760515372435849, -1.0445026018064385),
            new Expected(
                    new Ackley(3),
                    at(-1.25, 0.75, 0.125),
                    4.561340088645141,
                    -4.317437240362696,
                    -1.6512653758011981,
                    2.0412322632677546),
            new Expected(
                    new Ackley(3),
                    at(0.5, -1.875, 2.125),
                    7.224639406973013,
                    0.2878125268266798,
                    0.6209310502480069,
                    2.923431264861445),
            new Expected(
                    new Easom(), at(2.125, 1.625), -0.0010169390677557315, -0.003710754453190967, -0.02182762903411158),
            new Expected(new Easom(), at(3.5, 2.25), -0.23363762500763505, 0.2549921817297575, -0.7060091946414151),
            new Expected(new Easom(), at(4.25, 3), -0.12670250500800204, 0.5350803543686764, -0.053941291888856206),
            new Expected(new Saddle(), at(-1.25, 0.75), 1, -2.5, -1.5),
            new Expected(new Saddle(), at(0.5, -1.875), -3.265625, 1, 3.75),
            new Expected(new Saddle(), at(2.125, 1.625), 1.875, 4.25, -3.25),
            new Expected(new IllConditioned(2, 100), at(-1.25, 0.75), 28.90625, -1.25, 75),
            new Expected(new IllConditioned(2, 100), at(0.5, -1.875), 175.90625, 0.5, -187.5),
            new Expected(new IllConditioned(2, 100), at(2.125, 1.625), 134.2890625, 2.125, 162.5),
            new Expected(new IllConditioned(3, 1e4), at(-1.25, 0.75, 0.125), 107.03125, -1.25, 75, 1250),
            new Expected(new IllConditioned(3, 1e4), at(0.5, -1.875, 2.125), 22754.03125, 0.5, -187.5, 21250),
            new Expected(new Reddi(), at(0.5), 505, 1010), // by hand, as is the next
            new Expected(new GradientTable(new double[][] {{2, -3}}), at(5, 7), -11, 2, -3));

    /** Losses of SGD's first updates on Rosenbrock's function from (−1.5, 2), by PyTorch 1.13.1: entry sgd/s1/rosen_a of optimizers.json. */
    static final List<Expected> FROM_PYTORCH = List.of(
            new Expected(new Rosenbrock(), at(-1.345, 2.05), 11.305920062499997),
            new Expected(new Rosenbrock(), at(-1.3715482399272383, 2.0335972758131406), 7.948423669669943),
            new Expected(new Rosenbrock(), at(-1.3063051010916558, 1.7141319689341397), 5.324970605197197));

    /** Only where the loss depends on a seed is there nothing to compare it with. */
    @Test
    void noLandscapeOfTheLibraryEscapes() {
        assertThat(new LibraryLandscapes().entries())
                .extracting(LandscapeEntry::name)
                .filteredOn(name -> !Landscapes.options(name).containsKey("seed"))
                .isSubsetOf(ELSEWHERE.stream()
                        .map(expected -> expected.landscape().name())
                        .toList());
    }

    @ParameterizedTest
    @FieldSource({"ELSEWHERE", "FROM_PYTORCH"})
    void hasTheValueKnownFromElsewhere(Expected expected) {
        assertThat(expected.landscape().value(expected.theta(), 1)).isCloseTo(expected.value(), tolerance(expected));
    }

    @ParameterizedTest
    @FieldSource("ELSEWHERE")
    void hasTheGradientKnownFromElsewhere(Expected expected) {
        assertThat(expected.landscape().gradient(expected.theta(), 1))
                .containsExactly(expected.gradient(), tolerance(expected));
    }

    /** A few roundings of the largest number that takes part. */
    private static Offset<Double> tolerance(Expected expected) {
        double size = Arrays.stream(expected.gradient()).map(Math::abs).max().orElse(1);
        return within(1e-14 * Math.max(Math.abs(expected.value()), size));
    }

    private static double[] at(double... theta) {
        return theta;
    }
}
