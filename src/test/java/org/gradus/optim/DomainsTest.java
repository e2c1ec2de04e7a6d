package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gradus.optim.gradient.Accumulation;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.gradient.PaperGradientNoise;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.SgdmEma;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.optim.rule.Sgdwm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every hyper-parameter of every rule outside its domain is refused, with its name, its value and the domain. */
class DomainsTest {
    private static final Schedule ETA = new Constant(0.1);
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** A domain in words, and numbers inside and outside of it. */
    private record Range(String words, List<Double> inside, List<Double> outside) {}

    private static final Range DECAY = new Range(
            "at least 0 and less than 1",
            List.of(0.0, 0.5, Math.nextDown(1.0)),
            List.of(-Double.MIN_VALUE, 1.0, 1.5, -INFINITE, INFINITE, Double.NaN));
    private static final Range NOT_NEGATIVE = new Range(
            "a finite number, at least 0",
            List.of(0.0, 1e300),
            List.of(-Double.MIN_VALUE, -1.0, -INFINITE, INFINITE, Double.NaN));
    private static final Range POSITIVE = new Range(
            "a finite number, more than 0",
            List.of(Double.MIN_VALUE, 1e300),
            List.of(0.0, -1.0, -INFINITE, INFINITE, Double.NaN));
    private static final Range SHARE = new Range(
            "more than 0 and at most 1",
            List.of(Double.MIN_VALUE, 1.0),
            List.of(0.0, -0.5, Math.nextUp(1.0), INFINITE, Double.NaN));

    private static final Map<String, Range> RANGES = Map.of(
            "beta1", DECAY,
            "beta2", DECAY,
            "lambda", DECAY,
            "alpha", DECAY,
            "epsilon", NOT_NEGATIVE,
            "gamma", NOT_NEGATIVE,
            "delta", NOT_NEGATIVE,
            "f", POSITIVE);

    /** The lecture's rules by name; the dialects have domains of their own. */
    private static Stream<String> names() {
        return Rules.names().stream().limit(19);
    }

    @TestFactory
    Stream<DynamicTest> hyperparameters() {
        return names().filter(name -> !name.startsWith("lookahead"))
                .flatMap(name -> Rules.hyperparameters(name).keySet().stream()
                        .map(key -> DynamicTest.dynamicTest(
                                name + ", " + key,
                                () -> check(
                                        RANGES.get(key),
                                        name,
                                        key,
                                        value -> Rules.named(name, ETA, Map.of(key, value))))));
    }

    @TestFactory
    Stream<DynamicTest> ofWrappers() {
        UpdateRule sgd = new Sgd(ETA);
        return Stream.of(
                DynamicTest.dynamicTest(
                        "lookahead",
                        () -> check(SHARE, "lookahead", "alpha", value -> new Lookahead(sgd, 5, value, Pullback.NONE))),
                DynamicTest.dynamicTest(
                        "clip-norm", () -> check(POSITIVE, "clip-norm", "c", value -> new ClipNorm(sgd, value))),
                DynamicTest.dynamicTest(
                        "clip-value", () -> check(POSITIVE, "clip-value", "c", value -> new ClipValue(sgd, value))),
                DynamicTest.dynamicTest(
                        "gradient-noise, c",
                        () -> check(NOT_NEGATIVE, "gradient-noise", "c", value -> new GradientNoise(sgd, value, 1, 1))),
                DynamicTest.dynamicTest(
                        "gradient-noise, gamma",
                        () -> check(
                                NOT_NEGATIVE, "gradient-noise", "gamma", value -> new GradientNoise(sgd, 1, value, 1))),
                DynamicTest.dynamicTest(
                        "paper-gradient-noise, c",
                        () -> check(
                                NOT_NEGATIVE,
                                "paper-gradient-noise",
                                "c",
                                value -> new PaperGradientNoise(sgd, value, 1, 1))),
                DynamicTest.dynamicTest(
                        "paper-gradient-noise, gamma",
                        () -> check(
                                NOT_NEGATIVE,
                                "paper-gradient-noise",
                                "gamma",
                                value -> new PaperGradientNoise(sgd, 1, value, 1))));
    }

    private static void check(Range range, String rule, String key, DoubleFunction<UpdateRule> made) {
        range.inside.forEach(value -> assertThat(made.apply(value)).isNotNull());
        for (double value : range.outside) {
            assertThatThrownBy(() -> made.apply(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("%s: %s must be %s, found %s", rule, key, range.words, value);
        }
    }

    @Test
    void countsAreAtLeastOne() {
        for (int k : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> new Lookahead(new Sgd(ETA), k, 0.5, Pullback.NONE))
                    .hasMessage("lookahead: k must be a whole number, at least 1, found " + k);
            assertThatThrownBy(() -> new Accumulation(new Sgd(ETA), k))
                    .hasMessage("accumulation: k must be a whole number, at least 1, found " + k);
        }
    }

    @TestFactory
    Stream<DynamicTest> aConstantLearningRateIsAPositiveNumber() {
        List<DoubleFunction<UpdateRule>> constructors = List.of(
                Sgd::new,
                Sgdm::new,
                SgdmEma::new,
                Adagrad::new,
                RmsProp::new,
                Adam::new,
                Swats::new,
                AmsGrad::new,
                AdaBound::new,
                RAdam::new,
                Nag::new,
                NagOriginal::new,
                Nadam::new,
                SgdmL2::new,
                AdamL2::new,
                Sgdwm::new,
                AdamW::new);
        return constructors.stream()
                .map(made -> DynamicTest.dynamicTest(made.apply(1).name(), () -> {
                    assertThat(made.apply(0.25).eta().at(7)).isEqualTo(0.25);
                    DoubleStream.of(0, -1, Double.NaN, INFINITE)
                            .forEach(eta -> assertThatThrownBy(() -> made.apply(eta))
                                    .isInstanceOf(IllegalArgumentException.class)
                                    .hasMessageContaining("η")
                                    .hasMessageContaining("found " + eta));
                }));
    }

    @Test
    void aScheduleThatLeavesItsDomainIsNoticedAtItsStep() {
        for (double eta : new double[] {-1e-9, Double.NaN, INFINITE}) {
            assertThatThrownBy(() -> new Step(3, eta))
                    .hasMessage("step 3: η must be a finite number, at least 0, found %s; check the schedule", eta);
        }
        assertThatThrownBy(() -> new Step(0, 1)).hasMessage("step: t must be at least 1, found 0; the first step is 1");
        assertThat(new Step(1, 0).eta()).isZero();
    }

    @Test
    void lookaheadRefusesWhatAStepBackWouldNotReach() {
        assertThatThrownBy(() -> new Lookahead(new ClipNorm(new NagOriginal(ETA), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "lookahead: clip-norm(nag-original) keeps its own copy of θ, which a step back would not reach; "
                                + "use nag in its place");
        assertThatThrownBy(() -> new Lookahead(new Adagrad(ETA), 5, 0.8, Pullback.RESET))
                .hasMessage("lookahead: adagrad has no momentum m to reset, only [s]; use pullback NONE");
    }
}
