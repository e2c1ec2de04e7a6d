package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.gradus.optim.after.Muon;
import org.gradus.optim.after.Sam;
import org.gradus.optim.after.ScheduleFreeSgd;
import org.gradus.optim.after.Soap;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.gradient.PaperGradientNoise;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Cycled;
import org.gradus.optim.rule.LectureRules;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.Sgd;
import org.gradus.schedule.Constant;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every hyper-parameter of every rule outside its domain is refused, with its name, its value and the domain. */
@InEveryLocale
class DomainsTest {
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

    private static final Range COUNT =
            new Range("a whole number", List.of(1.0, 7.0), List.of(0.5, 1e300, INFINITE, Double.NaN));

    private static final List<Range> ALL = List.of(DECAY, NOT_NEGATIVE, POSITIVE, SHARE, COUNT);

    /** The domains of the lecture's symbols. */
    private static final Map<String, Range> RANGES = Map.of(
            "beta1", DECAY,
            "beta2", DECAY,
            "lambda", DECAY,
            "alpha", DECAY,
            "epsilon", POSITIVE,
            "gamma", NOT_NEGATIVE,
            "delta", NOT_NEGATIVE,
            "f", POSITIVE);

    private static final List<String> OF_THE_LECTURE =
            new LectureRules().entries().stream().map(ListedRule::name).toList();

    @TestFactory
    Stream<DynamicTest> hyperparameters() {
        return Rules.names().stream()
                .flatMap(name -> Rules.hyperparameters(name).keySet().stream()
                        .map(key -> DynamicTest.dynamicTest(
                                name + ", " + key,
                                () -> check(
                                        range(name, key), name, key, value -> Rules.named(name, Map.of(key, value))))));
    }

    /** That of the lecture's symbols; other rules' own may have another, which their refusal of NaN tells. */
    private static Range range(String name, String key) {
        if (!OF_THE_LECTURE.contains(name)) {
            return ALL.stream()
                    .filter(range -> refusal(name, key).contains(range.words))
                    .findFirst()
                    .orElseThrow();
        }
        return RANGES.get(key);
    }

    private static String refusal(String name, String key) {
        return assertThrows(IllegalArgumentException.class, () -> Rules.named(name, Map.of(key, Double.NaN)))
                .getMessage();
    }

    @TestFactory
    Stream<DynamicTest> ofWrappersAndTreatments() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "lookahead",
                        () -> check(
                                SHARE,
                                "lookahead",
                                "alpha",
                                value -> new Lookahead(new Sgd(), 5, value, Pullback.NONE))),
                DynamicTest.dynamicTest("clip-norm", () -> check(POSITIVE, "clip-norm", "c", ClipNorm::new)),
                DynamicTest.dynamicTest("clip-value", () -> check(POSITIVE, "clip-value", "c", ClipValue::new)),
                DynamicTest.dynamicTest(
                        "gradient-noise, c",
                        () -> check(NOT_NEGATIVE, "gradient-noise", "c", value -> new GradientNoise(value, 1, 1))),
                DynamicTest.dynamicTest(
                        "gradient-noise, gamma",
                        () -> check(NOT_NEGATIVE, "gradient-noise", "gamma", value -> new GradientNoise(1, value, 1))),
                DynamicTest.dynamicTest(
                        "paper-gradient-noise, c",
                        () -> check(
                                NOT_NEGATIVE,
                                "paper-gradient-noise",
                                "c",
                                value -> new PaperGradientNoise(value, 1, 1))),
                DynamicTest.dynamicTest(
                        "paper-gradient-noise, gamma",
                        () -> check(
                                NOT_NEGATIVE,
                                "paper-gradient-noise",
                                "gamma",
                                value -> new PaperGradientNoise(1, value, 1))));
    }

    private static void check(Range range, String rule, String key, DoubleFunction<?> made) {
        range.inside.forEach(value -> assertThat(made.apply(value)).isNotNull());
        for (double value : range.outside) {
            assertThatThrownBy(() -> made.apply(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("%s: %s must be %s, found %s", rule, key, range.words, value);
        }
    }

    @Test
    void countsAreAtLeastOne() {
        Map<String, Parameter> parameters = Map.of("w", new Parameter("w", Tensor.of(1)));
        for (int k : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> new Lookahead(new Sgd(), k, 0.5, Pullback.NONE))
                    .hasMessage("lookahead: k must be a whole number, at least 1, found " + k);
            Optimizer optimizer = new Optimizer(new Sgd(), 1, parameters);
            assertThatThrownBy(() -> optimizer.accumulating(k))
                    .hasMessage(
                            "optimizer: the number of mini-batches to an update must be a whole number, at least 1, "
                                    + "found " + k);
            assertThat(optimizer.accumulating()).isEqualTo(1);
        }
    }

    @Test
    void aConstantLearningRateIsAPositiveNumber() {
        Map<String, Parameter> parameters = Map.of("w", new Parameter("w", Tensor.of(1)));
        assertThat(new Optimizer(new Sgd(), 0.25, parameters).learningRate()).isEqualTo(0.25);
        for (double eta : new double[] {0, -1, Double.NaN, INFINITE}) {
            assertThatThrownBy(() -> new Optimizer(new Sgd(), eta, parameters))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("η")
                    .hasMessageContaining("found " + eta);
            assertThatThrownBy(() -> new Group(new Sgd(), eta, parameters)).hasMessageContaining("found " + eta);
            assertThatThrownBy(() -> new RuleWithRate(new Sgd(), eta)).hasMessageContaining("found " + eta);
        }
    }

    @Test
    void aScheduleThatLeavesItsDomainIsNoticedAtItsStep() {
        for (double eta : new double[] {-1e-9, Double.NaN, INFINITE}) {
            assertThatThrownBy(() -> new Step(3, eta))
                    .hasMessage("step 3: η must be a finite number, at least 0, found %s; check the schedule", eta);
            assertThatThrownBy(() -> new Step(3, 0.1, eta, 3))
                    .hasMessage("step 3: η_0 must be a finite number, at least 0, found %s; check the schedule", eta);
        }
        assertThatThrownBy(() -> new Step(0, 1))
                .hasMessage("step: t and the update must be at least 1, found 0 and 0; the first is 1");
        assertThatThrownBy(() -> new Step(1, 1, 1, 0))
                .hasMessage("step: t and the update must be at least 1, found 1 and 0; the first is 1");
        assertThat(new Step(1, 0).eta()).isZero();
        assertThat(new Step(3, 0.25)).isEqualTo(new Step(3, 0.25, 0.25, 3));
    }

    /** A point that the last λ led to is not the one that the next λ asks for. */
    @Test
    void cycledRefusesWhatStandsAheadOfItself() {
        assertThatThrownBy(() -> new Cycled("λ", new Constant(0.5), NagOriginal::new))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cycled: nag-original has the model stand where the next gradient is wanted, when λ may have "
                                + "another value by then; use another rule, such as nag");
    }

    @Test
    void rulesAroundOthersRefuseWhatSeesMatrices() {
        String why = "sees matrix by matrix, a rule around it one vector of all parameters; use it alone";
        assertThatThrownBy(() -> new Lookahead(new Muon())).hasMessage("lookahead: muon " + why);
        assertThatThrownBy(() -> new Sam(new Soap())).hasMessage("sam: soap " + why);
        assertThatThrownBy(() -> new Cycled("μ", new Constant(0.5), mu -> new Muon(mu, 0)))
                .hasMessage("cycled: muon " + why);
        assertThatThrownBy(() -> new Sam(new NagOriginal()))
                .hasMessage(
                        "sam: nag-original takes its gradient elsewhere itself; use another rule inside, such as sgdm");
    }

    @Test
    void lookaheadRefusesWhatAStepBackWouldNotReach() {
        assertThatThrownBy(() -> new Lookahead(new NagOriginal()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "lookahead: nag-original keeps a point of its own beside the one it moves, which a step back "
                                + "would not reach; use another rule inside, such as nag");
        assertThatThrownBy(() -> new Lookahead(new ScheduleFreeSgd()))
                .hasMessageStartingWith("lookahead: schedule-free-sgd keeps a point of its own");
        assertThatThrownBy(() -> new Lookahead(new Adagrad(), 5, 0.8, Pullback.RESET))
                .hasMessage("lookahead: adagrad has no momentum m to reset, only [s]; use pullback NONE");
    }
}
