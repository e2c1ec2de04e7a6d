package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    /** How far each of several gradients moves a single parameter. */
    private static double[] movements(UpdateRule rule, double... gradients) {
        double[] theta = {0};
        State state = rule.init(1);
        double[] moved = new double[gradients.length];
        for (int t = 1; t <= gradients.length; t++) {
            double before = theta[0];
            rule.update(
                    theta,
                    new double[] {gradients[t - 1]},
                    state,
                    new Step(t, rule.eta().at(t - 1)));
            moved[t - 1] = theta[0] - before;
        }
        return moved;
    }

    @Test
    void sgdMovesAgainstTheGradient() {
        assertThat(movements(new Sgd(0.5), 2, -3)).containsExactly(-1, 1.5);
    }

    @Test
    void sgdmKeepsTheOldLearningRatesInItsMomentum() {
        Schedule halving = t -> t == 0 ? 1 : 0.5;
        // m_1 = 1 · 8 = 8; m_2 = 0.5 · 8 + 0.5 · 2 = 5; m_3 = 0.5 · 5 + 0 = 2.5
        assertThat(movements(new Sgdm(halving, 0.5), 8, 2, 0)).containsExactly(-8, -5, -2.5);
    }

    @Test
    void adamsFirstStepIsTheLearningRateWhateverTheGradient() {
        for (double g : new double[] {1e-3, 1, 1e5, -40}) {
            assertThat(movements(new Adam(0.01), g)[0]).isCloseTo(-0.01 * Math.signum(g), within(1e-7));
        }
    }

    @Test
    void theLecturesTableOfMovements() {
        // lecture: β1 = 0, β2 = 0.999; a thousand gradients of 1, one of 100000, one of 1: η … η, 10√10 η, 10^−3.5 η
        double[] gradients = new double[1002];
        Arrays.fill(gradients, 1);
        gradients[1000] = 1e5;
        double[] moved = movements(new Adam(new Constant(1), 0, 0.999, 0), gradients);
        assertThat(moved[999]).isCloseTo(-1, within(1e-12));
        // the published numbers are the limits for an infinite past; after 1001 steps v̂ is v / (1 − 0.999^1001)
        double bias = 1 - Math.pow(0.999, 1001);
        assertThat(moved[1000]).isCloseTo(-Math.sqrt(1000 * bias), within(1e-3));
        assertThat(moved[1001]).isCloseTo(-Math.pow(10, -3.5) * Math.sqrt(bias), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "beta1, 1, 0.999, 1e-8, 1.0",
        "beta1, -0.1, 0.999, 1e-8, -0.1",
        "beta1, NaN, 0.999, 1e-8, NaN",
        "beta2, 0.9, 1.5, 1e-8, 1.5"
    })
    void adamRefusesADecayOutsideItsDomain(String name, double beta1, double beta2, double epsilon, String found) {
        assertThatThrownBy(() -> new Adam(new Constant(1), beta1, beta2, epsilon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adam: %s must be at least 0 and less than 1, found %s", name, found);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-8, Double.NaN, Double.POSITIVE_INFINITY})
    void adamRefusesAnEpsilonOutsideItsDomain(double epsilon) {
        assertThatThrownBy(() -> new Adam(new Constant(1), 0.9, 0.999, epsilon))
                .hasMessage("adam: epsilon must be a finite number, at least 0, found " + epsilon);
    }

    @Test
    void sgdmRefusesAMomentumOfOne() {
        assertThatThrownBy(() -> new Sgdm(new Constant(1), 1))
                .hasMessage("sgdm: lambda must be at least 0 and less than 1, found 1.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLearningRateIsAPositiveNumber(double eta) {
        assertThatThrownBy(() -> new Sgd(eta)).hasMessage("learning rate: η must be a positive number, found " + eta);
    }

    @Test
    void everyRuleIsKnownByItsName() {
        assertThat(Rules.names()).containsExactly("sgd", "sgdm", "adam");
        for (String name : Rules.names()) {
            assertThat(Rules.named(name, new Constant(1)).name()).isEqualTo(name);
        }
        assertThatThrownBy(() -> Rules.named("adan", new Constant(1)))
                .hasMessage("rule: there is no rule 'adan'; the rules are sgd, sgdm, adam");
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void aRuleKeepsNothingButItsState(String name) {
        UpdateRule rule = Rules.named(name, new Constant(0.1));
        double[] first = movements(rule, 1, -2, 3);
        assertThat(movements(rule, 1, -2, 3)).containsExactly(first);
    }

    @Test
    void aStateKnowsItsVectorsOnly() {
        assertThatThrownBy(() -> new Sgdm(0.1).init(2).vector("v"))
                .hasMessage("state: there is no vector v, only [m]; use a state that this rule's init made");
        assertThat(new Sgdm(0.1).init(2).vector("m")).hasSize(2);
    }
}
