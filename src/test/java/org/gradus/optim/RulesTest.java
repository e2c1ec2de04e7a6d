package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    private static final Schedule ETA = new Constant(0.1);
    private static final int LECTURE = 19;

    @Test
    void theLecturesRulesComeFirstInItsOrder() {
        assertThat(Rules.names().stream().limit(LECTURE))
                .containsExactly(
                        "sgd",
                        "sgdm",
                        "sgdm-ema",
                        "adagrad",
                        "rmsprop",
                        "adam",
                        "swats",
                        "amsgrad",
                        "adabound",
                        "radam",
                        "lookahead-sgdm",
                        "lookahead-adam",
                        "nag",
                        "nag-original",
                        "nadam",
                        "sgdm-l2",
                        "adam-l2",
                        "sgdwm",
                        "adamw");
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void aRuleIsKnownByItsName(String name) {
        assertThat(Rules.named(name, ETA).name()).isEqualTo(name);
        assertThat(Rules.named(name, ETA).eta()).isSameAs(ETA);
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void aRuleKeepsNothingButItsState(String name) {
        UpdateRule rule = Rules.named(name, ETA);
        double[] first = Movements.of(rule, 1, -2, 3, 0, 5, 6);
        assertThat(Movements.of(rule, 1, -2, 3, 0, 5, 6)).containsExactly(first);
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void aRuleLeavesTheGradientAsItIs(String name) {
        UpdateRule rule = Rules.named(name, ETA);
        double[] g = {3, -4, 0};
        rule.update(new double[] {1, 2, 3}, g, rule.init(3), new Step(1, 0.1));
        assertThat(g).containsExactly(3, -4, 0);
    }

    @Test
    void thereIsANearestName() {
        assertThatThrownBy(() -> Rules.named("adan", ETA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "there is no rule 'adan'; did you mean adam? the rules are sgd, sgdm, sgdm-ema,");
        assertThatThrownBy(() -> Rules.hyperparameters("adan")).hasMessageStartingWith("there is no rule 'adan'; did");
    }

    @Test
    void whatIsNotGivenHasTheRulesOwnDefault() {
        assertThat(Rules.named("adabound", ETA, Map.of())).isEqualTo(new AdaBound(ETA));
        assertThat(Rules.named("adabound", ETA, Map.of("f", 0.2, "beta2", 0.99)))
                .isEqualTo(new AdaBound(ETA, 0.9, 0.99, 1e-8, 0.2));
        assertThat(Rules.named("lookahead-sgdm", ETA, Map.of("k", 7.0, "lambda", 0.5)))
                .isEqualTo(new Lookahead(new Sgdm(ETA, 0.5), 7, 0.8, Pullback.NONE));
    }

    /** The papers' values: Kingma and Ba, Keskar and Socher, Luo et al., the code of Zhang et al.; the lecture's λ; Hinton's α. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgdm | {lambda=0.9}",
                "sgdm-ema | {beta1=0.9}",
                "rmsprop | {alpha=0.9}",
                "adam | {beta1=0.9, beta2=0.999, epsilon=1.0E-8}",
                "swats | {beta1=0.9, beta2=0.999, epsilon=1.0E-9, delta=1.0E-9}",
                "amsgrad | {beta1=0.9, beta2=0.999, epsilon=1.0E-8}",
                "adabound | {beta1=0.9, beta2=0.999, epsilon=1.0E-8, f=0.1}",
                "radam | {beta1=0.9, beta2=0.999, epsilon=1.0E-8}",
                "lookahead-sgdm | {lambda=0.9, k=5.0, alpha=0.8}",
                "lookahead-adam | {beta1=0.9, beta2=0.999, epsilon=1.0E-8, k=5.0, alpha=0.8}",
                "nag | {lambda=0.9}",
                "nag-original | {lambda=0.9}",
                "nadam | {beta1=0.9, beta2=0.999, epsilon=1.0E-8}",
                "sgdm-l2 | {lambda=0.9, gamma=5.0E-4}",
                "adam-l2 | {beta1=0.9, beta2=0.999, epsilon=1.0E-8, gamma=5.0E-4}",
                "sgdwm | {lambda=0.9, gamma=1.0E-4}",
                "adamw | {beta1=0.9, beta2=0.999, epsilon=1.0E-8, gamma=0.01}"
            })
    void defaultsAreThoseOfTheirSources(String name, String defaults) {
        assertThat(Rules.hyperparameters(name)).hasToString(defaults);
    }

    @Test
    void hyperparametersComeInTheOrderOfTheRecord() {
        assertThat(Rules.hyperparameters("swats"))
                .containsExactly(
                        Map.entry("beta1", 0.9),
                        Map.entry("beta2", 0.999),
                        Map.entry("epsilon", 1e-9),
                        Map.entry("delta", 1e-9));
        assertThat(Rules.hyperparameters("sgd")).isEmpty();
        assertThat(Rules.hyperparameters(new Swats(ETA, 0.1, 0.2, 0.3, 0.4)))
                .containsExactly(
                        Map.entry("beta1", 0.1),
                        Map.entry("beta2", 0.2),
                        Map.entry("epsilon", 0.3),
                        Map.entry("delta", 0.4));
        assertThat(Rules.hyperparameters(new Lookahead(new RmsProp(ETA, 0.7), 4, 0.3, Pullback.NONE)))
                .containsExactly(Map.entry("alpha′", 0.7), Map.entry("k", 4.0), Map.entry("alpha", 0.3));
    }

    /** Every hyper-parameter reaches the place of its name and no other: all are given different values, and all come back. */
    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void whatGoesInComesOut(String name) {
        Map<String, Double> values = new LinkedHashMap<>();
        Rules.hyperparameters(name).keySet().forEach(key -> values.put(key, 0.3 + values.size() / 16.0));
        values.computeIfPresent("k", (k, value) -> 9.0);
        UpdateRule rule = Rules.named(name, ETA, values);
        assertThat(Rules.hyperparameters(rule)).containsExactlyEntriesOf(values);
        assertThat(Rules.named(name, ETA, Rules.hyperparameters(rule))).isEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void namingTheDefaultsChangesNothing(String name) {
        assertThat(Rules.named(name, ETA, Rules.hyperparameters(name))).isEqualTo(Rules.named(name, ETA));
        assertThat(Rules.hyperparameters(Rules.named(name, ETA))).containsExactlyEntriesOf(Rules.hyperparameters(name));
    }

    @Test
    void anUnknownHyperparameterIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> Rules.named("adam", ETA, Map.of("bata1", 0.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adam: there is no hyper-parameter 'bata1'; did you mean beta1? "
                        + "the hyper-parameters are beta1, beta2, epsilon");
        assertThatThrownBy(() -> Rules.named("sgd", ETA, Map.of("lambda", 0.9)))
                .hasMessage("sgd: there is no hyper-parameter 'lambda'; it has none");
    }

    @Test
    void aCountIsAWholeNumber() {
        assertThatThrownBy(() -> Rules.named("lookahead-adam", ETA, Map.of("k", 2.5)))
                .hasMessage("lookahead-adam: k must be a whole number, found 2.5");
        assertThatThrownBy(() -> Rules.named("lookahead-adam", ETA, Map.of("k", 1e10)))
                .hasMessage("lookahead-adam: k must be a whole number, found 1.0E10");
    }
}
