package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.optim.dialect.Dialects;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.LectureRules;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Swats;
import org.gradus.tensor.Shape;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@InEveryLocale
class RulesTest {
    @Test
    void theLecturesRulesComeFirstInItsOrderThenTheDialectsThenThoseOfUsers() {
        List<ListedRule> ours = new ArrayList<>(new LectureRules().entries());
        ours.addAll(new Dialects().entries());
        List<String> names = ours.stream()
                .filter(RuleEntry.class::isInstance)
                .map(ListedRule::name)
                .toList();
        assertThat(List.copyOf(Rules.names()).subList(0, names.size())).isEqualTo(names);
        assertThat(Rules.names()).last().isEqualTo("sign-sgd-test");
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void aRuleIsKnownByItsName(String name) {
        assertThat(Rules.named(name).name()).isEqualTo(name);
        assertThat(Rules.entry(name).name()).isEqualTo(name);
        for (String wrapper : Rules.wrapperNames()) {
            assertThat(Rules.entry(wrapper + "(" + name + ")")).isSameAs(Rules.entry(name));
        }
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void aRuleKeepsNothingButItsState(String name) {
        UpdateRule rule = Rules.named(name);
        double[] first = Movements.of(rule, 0.1, 1, -2, 3, 0, 5, 6);
        assertThat(Movements.of(rule, 0.1, 1, -2, 3, 0, 5, 6)).containsExactly(first);
    }

    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void aRuleLeavesTheGradientAndThePresentPointAsTheyAre(String name) {
        UpdateRule rule = Rules.named(name);
        double[] g = {3, -4, 0};
        double[] theta = {1, 2, 3};
        rule.update(theta, new double[3], g, rule.init(Shape.of(3, 1)), new Step(1, 0.1));
        assertThat(g).containsExactly(3, -4, 0);
        assertThat(theta).containsExactly(1, 2, 3);
    }

    @Test
    void thereIsANearestName() {
        assertThatThrownBy(() -> Rules.named("adma"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "there is no rule 'adma'; did you mean adam? the rules are sgd, sgdm, sgdm-ema,");
        assertThatThrownBy(() -> Rules.hyperparameters("adma")).hasMessageStartingWith("there is no rule 'adma'; did");
    }

    @Test
    void whatIsNotGivenHasTheRulesOwnDefault() {
        assertThat(Rules.named("adabound", Map.of())).isEqualTo(new AdaBound());
        assertThat(Rules.named("adabound", Map.of("f", 0.2, "beta2", 0.99)))
                .isEqualTo(new AdaBound(0.9, 0.99, 1e-8, 0.2));
        assertThat(Rules.named("lookahead(sgdm)", Map.of("k", 7.0, "lambda", 0.5)))
                .isEqualTo(new Lookahead(new Sgdm(0.5), 7, 0.8, Pullback.NONE));
    }

    /**
     * The papers' values: Kingma and Ba, Keskar and Socher, Luo et al., the code of Zhang et al.; the lecture's λ; Hinton's α. After the lecture, by
     * after.md: Bernstein et al., Chen et al., the code of Xie et al. and of Liang et al., whose γ is AdamW's here.
     */
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
                "lookahead(sgdm) | {lambda=0.9, k=5.0, alpha=0.8}",
                "lookahead(adam) | {beta1=0.9, beta2=0.999, epsilon=1.0E-8, k=5.0, alpha=0.8}",
                "nag | {lambda=0.9}",
                "nag-original | {lambda=0.9}",
                "nadam | {beta1=0.9, beta2=0.999, epsilon=1.0E-8}",
                "sgdm-l2 | {lambda=0.9, gamma=5.0E-4}",
                "adam-l2 | {beta1=0.9, beta2=0.999, epsilon=1.0E-8, gamma=5.0E-4}",
                "sgdwm | {lambda=0.9, gamma=1.0E-4}",
                "adamw | {beta1=0.9, beta2=0.999, epsilon=1.0E-8, gamma=0.01}",
                "signum | {beta=0.9, lambda=0.0}",
                "adan | {beta1=0.98, beta2=0.92, beta3=0.99, epsilon=1.0E-8, gamma=0.0}",
                "lion | {beta1=0.9, beta2=0.99, gamma=0.0}",
                "cautious-adamw | {beta1=0.9, beta2=0.999, epsilon=1.0E-6, gamma=0.01}"
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
        assertThat(Rules.hyperparameters(new Swats(0.1, 0.2, 0.3, 0.4)))
                .containsExactly(
                        Map.entry("beta1", 0.1),
                        Map.entry("beta2", 0.2),
                        Map.entry("epsilon", 0.3),
                        Map.entry("delta", 0.4));
        assertThat(Rules.hyperparameters(new Lookahead(new RmsProp(0.7), 4, 0.3, Pullback.NONE)))
                .containsExactly(Map.entry("alphaPrime", 0.7), Map.entry("k", 4.0), Map.entry("alpha", 0.3));
    }

    /** The rules by themselves and, but for those that keep a point of their own or see matrices, in Lookahead once and twice. */
    static Stream<String> names() {
        List<String> alone = Rules.names().stream()
                .filter(name -> !Samples.lookaheads(Rules.named(name)).isEmpty())
                .toList();
        return Stream.of(
                        Rules.names().stream(),
                        alone.stream().map("lookahead(%s)"::formatted),
                        alone.stream().map("lookahead(lookahead(%s))"::formatted))
                .flatMap(each -> each);
    }

    /** Every hyper-parameter reaches the place of its name and no other: all are given different values, and all come back. */
    @ParameterizedTest
    @MethodSource("names")
    void whatGoesInComesOut(String name) {
        Map<String, Double> values = new LinkedHashMap<>();
        Rules.hyperparameters(name).keySet().forEach(key -> values.put(key, 0.3 + values.size() / 16.0));
        List.of("k", "kPrime", "f", "d", "tau")
                .forEach(count -> values.computeIfPresent(count, (key, value) -> whole(name, key, value)));
        UpdateRule rule = Rules.named(name, values);
        assertThat(Rules.hyperparameters(rule)).containsExactlyEntriesOf(values);
        assertThat(Rules.named(name, Rules.hyperparameters(rule))).isEqualTo(rule);
    }

    /** The value, or where a whole number is wanted one that no other hyper-parameter has. */
    private static double whole(String name, String key, double value) {
        try {
            Rules.named(name, Map.of(key, value));
            return value;
        } catch (IllegalArgumentException e) {
            return 7 + key.length() + key.charAt(0);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void namingTheDefaultsChangesNothing(String name) {
        assertThat(Rules.named(name, Rules.hyperparameters(name))).isEqualTo(Rules.named(name));
        assertThat(Rules.hyperparameters(Rules.named(name))).containsExactlyEntriesOf(Rules.hyperparameters(name));
    }

    @Test
    void anUnknownHyperparameterIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> Rules.named("adam", Map.of("bata1", 0.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adam: there is no hyper-parameter 'bata1'; did you mean beta1? "
                        + "the hyper-parameters are beta1, beta2, epsilon");
        assertThatThrownBy(() -> Rules.named("sgd", Map.of("lambda", 0.9)))
                .hasMessage("sgd: there is no hyper-parameter 'lambda'; it has none");
    }

    @Test
    void aCountIsAWholeNumber() {
        assertThatThrownBy(() -> Rules.named("lookahead(adam)", Map.of("k", 2.5)))
                .hasMessage("lookahead(adam): k must be a whole number, found 2.5");
        assertThatThrownBy(() -> Rules.named("lookahead(adam)", Map.of("k", 1e10)))
                .hasMessage("lookahead(adam): k must be a whole number, found 1.0E10");
    }

    @Test
    void whatBothRulesHaveIsGivenToTheInnerOneWithAPrime() {
        assertThat(Rules.hyperparameters("lookahead(rmsprop)")).hasToString("{alphaPrime=0.9, k=5.0, alpha=0.8}");
        assertThat(Rules.named("lookahead(rmsprop)", Map.of("alpha", 0.3)))
                .isEqualTo(new Lookahead(new RmsProp(), 5, 0.3, Pullback.NONE));
        assertThat(Rules.named("lookahead(rmsprop)", Map.of("alphaPrime", 0.3)))
                .isEqualTo(new Lookahead(new RmsProp(0.3), 5, 0.8, Pullback.NONE));
        assertThat(Rules.named("lookahead(lookahead(sgdm))", Map.of("k", 2.0, "kPrime", 3.0, "lambda", 0.5)))
                .isEqualTo(new Lookahead(new Lookahead(new Sgdm(0.5), 3, 0.8, Pullback.NONE), 2, 0.8, Pullback.NONE));
        assertThatThrownBy(() -> Rules.named("lookahead(adam)", Map.of("alphaPrime", 0.3)))
                .hasMessageStartingWith(
                        "lookahead(adam): there is no hyper-parameter 'alphaPrime'; the hyper-parameters are beta1, ");
    }

    @Test
    void aRuleAroundAnotherIsNamedWithIt() {
        assertThat(Rules.named("lookahead(lookahead(adam))"))
                .isEqualTo(new Lookahead(new Lookahead(new Adam())))
                .extracting(UpdateRule::name)
                .isEqualTo("lookahead(lookahead(adam))");
        assertThat(Rules.named("lookahead(lookahead(adam))").equations().names())
                .contains("φ", "φ′", "k", "k′", "α", "α′", "θ̃", "θ̃′");
        assertThatThrownBy(() -> Rules.named("lookahead"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lookahead: it is a rule around another; say which, as in lookahead(adam)");
        assertThatThrownBy(() -> Rules.named("lookahead()"))
                .hasMessage("rule 'lookahead()': a rule around another has it in brackets, as in lookahead(adam)");
        assertThatThrownBy(() -> Rules.named("lookahead(adam"))
                .hasMessage("rule 'lookahead(adam': a rule around another has it in brackets, as in lookahead(adam)");
        assertThatThrownBy(() -> Rules.named("lookahead(adma)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no rule 'adma'; did you mean adam? the rules are sgd, ");
        assertThatThrownBy(() -> Rules.named("lookahaed(adam)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no rule around rules 'lookahaed'; did you mean lookahead?");
        assertThatThrownBy(() -> Rules.named("lookahead(lookahead)"))
                .hasMessage("lookahead: it is a rule around another; say which, as in lookahead(adam)");
    }

    @Test
    void whatFollowsAScheduleCannotBeGiven() {
        assertThatThrownBy(() -> Rules.named("cycled(sgdm)", Map.of("lambda", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cycled(sgdm): lambda cannot be given, because the rule around sets it; leave it out");
        assertThatThrownBy(() -> Rules.named("lookahead(cycled(adam))", Map.of("beta1", 0.5)))
                .hasMessageEndingWith("beta1 cannot be given, because the rule around sets it; leave it out");
        assertThat(Rules.named("cycled(adam)", Map.of("beta2", 0.5)).equations().constants())
                .containsEntry("β2", 0.5)
                .doesNotContainKey("β1");
    }

    @Test
    void whatHasNoMomentumCannotBeCycled() {
        for (String name : List.of("sgd", "adagrad", "rmsprop", "lookahead(sgd)")) {
            assertThatThrownBy(() -> Rules.named("cycled(" + name + ")"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "cycled: %s has no momentum λ or β1 to follow a schedule; use one that has, such as cycled(sgdm)",
                            name);
        }
    }

    @Test
    void whatIsComputedAStepAheadCannotBeCycled() {
        assertThatThrownBy(() -> Rules.named("cycled(pytorch-nadam)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cycled: pytorch-nadam computes μ_{t+1} a step ahead, when β1 may have another value by then; "
                                + "use another rule");
    }

    /** A rule with a β1 has a λ for something else, such as the decay of its weights. */
    @Test
    void theMomentumIsCycledAndNotTheDecay() {
        for (String name : List.of("paper-adamw", "authors-adaboundw")) {
            assertThat(Rules.named("cycled(" + name + ")").equations().constants())
                    .containsKey("λ")
                    .doesNotContainKey("β1");
        }
    }

    @Test
    void titlesAreWrittenAsInTheEntries() {
        assertThat(Rules.written("amsgrad")).isEqualTo("AMSGrad");
        assertThat(Rules.written("lookahead(lookahead(amsgrad))")).isEqualTo("Lookahead (Lookahead (AMSGrad))");
        assertThat(Rules.written("nobody(amsgrad)")).isEqualTo("nobody(amsgrad)");
        assertThat(Rules.written("mine")).isEqualTo("mine");
        assertThat(Rules.entry("adam")).hasToString("adam, adaptive, with momentum");
        assertThat(Rules.wrapper("lookahead")).hasToString("lookahead(…)");
        assertThat(Rules.entry("adam").rateCommand()).endsWith(" -Dbench.workloads=adam");
    }

    @Test
    void aRuleIsTypedInOneWay() {
        assertThat(Rules.choice(" Adam:epsilon=1e-6,beta1=0.8,beta2=0.999")).hasToString("adam:beta1=0.8,epsilon=1e-6");
        assertThat(Rules.choice("Lookahead(SGDM):k=7")).hasToString("lookahead(sgdm):k=7");
        assertThat(Rules.complete(Rules.choice("adam:beta1=0.8")))
                .hasToString("adam:beta1=0.8,beta2=0.999,epsilon=1e-8");
        assertThat(Rules.parse("adam:beta1=0.8")).isEqualTo(Rules.named("adam", Map.of("beta1", 0.8)));
    }

    @Test
    void aRuleThatCannotBeIsRefusedHoweverItIsTyped() {
        assertThatThrownBy(() -> Rules.choice("adma"))
                .hasMessageContaining("there is no rule 'adma'; did you mean adam?");
        assertThatThrownBy(() -> Rules.choice("lookahead")).hasMessageContaining("say which, as in lookahead(adam)");
        assertThatThrownBy(() -> Rules.choice("adam:Beta1=0.8")).hasMessageContaining("did you mean beta1?");
        assertThatThrownBy(() -> Rules.choice("adam:beta1=1"))
                .hasMessageContaining("beta1 must be at least 0 and less than 1");
    }
}
