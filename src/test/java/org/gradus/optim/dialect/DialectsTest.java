package org.gradus.optim.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.optim.ListedRule;
import org.gradus.optim.Movements;
import org.gradus.optim.Optimizer;
import org.gradus.optim.Rules;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every dialect. */
class DialectsTest {
    private static Set<String> names() {
        return new Dialects()
                .entries().stream().map(ListedRule::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Dialect dialect(String name, Map<String, Double> given) {
        return (Dialect) Rules.named(name, given);
    }

    private static Dialect usual(String name) {
        return dialect(name, Map.of());
    }

    /** The names of its hyper-parameters. */
    private static List<String> components(Dialect dialect) {
        return Arrays.stream(dialect.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void thereAreAllOfThem() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/gradus/optim/dialect"))) {
            Set<String> records = sources.map(path -> path.getFileName().toString())
                    .filter(file -> !Set.of("Dialect.java", "Dialects.java", "package-info.java")
                            .contains(file))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(names().stream().map(name -> usual(name).getClass().getSimpleName()))
                    .containsExactlyInAnyOrderElementsOf(records);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDialectIsKnownByItsName(String name) {
        assertThat(usual(name).name()).isEqualTo(name).matches("[a-z]+(-[a-z]+)+");
    }

    @ParameterizedTest
    @MethodSource("names")
    void itIsOfARuleThatIsNoDialect(String name) {
        assertThat(Rules.names()).contains(usual(name).of());
        assertThat(names()).doesNotContain(usual(name).of());
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsDifferenceIsOneSentence(String name) {
        assertThat(usual(name).difference())
                .matches("(?U)\\p{L}.*[^.;]\\.")
                .doesNotContain(". ")
                .hasSizeLessThan(220);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsNotGivenIsTheDefaultOfTheShorterConstructor(String name) throws ReflectiveOperationException {
        assertThat(usual(name))
                .isEqualTo(usual(name).getClass().getConstructor().newInstance());
    }

    /**
     * The signatures of torch 2.13.0, keras 3.15.1, adabound.py, radam.py and swats.py; the numbers of the papers' experiments; λ = 0.9 for
     * SGDM from the lecture and for centered RMSProp from Graves 2013 (as in chainer's RMSpropGraves); those of timm's train.py; weight decay
     * of AdaBoundW from the authors' demos/cifar10/main.py; λ of the paper's AdamW is torch's lr · weight_decay.
     * After the lecture: Signum's β, plainLM's own without dampening; adan.py; timm's AdamWLegacy (29993ff).
     */
    @Test
    void theDefaultsAreThoseOfTheSources() {
        assertThat(names().stream().map(DialectsTest::usual))
                .containsExactly(
                        new PyTorchSgdm(0.9, 0),
                        new PyTorchAdagrad(0, 0, 1e-10),
                        new KerasAdagrad(0.1, 1e-7),
                        new PyTorchRmsProp(0.99, 1e-8),
                        new PyTorchCenteredRmsProp(0.99, 1e-8, 0.9),
                        new EfficientAdam(0.9, 0.999, 1e-8),
                        new KozistrSwats(0.9, 0.999, 1e-6),
                        new PyTorchAmsGrad(0.9, 0.999, 1e-8),
                        new PaperAmsGrad(0.9, 0.999),
                        new SlideAdaBound(0.9, 0.999, 1e-8, 0.1),
                        new PaperAdaBound(0.9, 0.999, 0.1),
                        new AuthorsAdaBound(0.9, 0.999, 1e-8, 0.1, 1e-3),
                        new AuthorsAdaBoundW(0.9, 0.999, 1e-8, 0.1, 1e-3, 5e-4),
                        new AuthorsAmsBound(0.9, 0.999, 1e-8, 0.1, 1e-3),
                        new PyTorchRAdam(0.9, 0.999, 1e-8),
                        new AuthorsRAdam(0.9, 0.999, 1e-8),
                        new PyTorchNadam(0.9, 0.999, 1e-8, 4e-3),
                        new TimmSgdw(0.9, 2e-5),
                        new PaperAdamW(0.9, 0.999, 1e-8, 0.001 * 0.01),
                        new PlainLmSignum(0.9, 0, 0),
                        new NoProxAdan(0.98, 0.92, 0.99, 1e-8, 0),
                        new TimmCautiousAdamW(0.9, 0.999, 1e-8, 0.01));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsGivenArrivesUnderItsName(String name) throws ReflectiveOperationException {
        Map<String, Double> given = new LinkedHashMap<>();
        for (String component : components(usual(name))) {
            given.put(component, 0.5 + 0.01 * given.size()); // in the domain of each
        }
        UpdateRule made = dialect(name, given);
        assertThat(Rules.hyperparameters(name).keySet()).containsExactlyElementsOf(given.keySet());
        for (String component : given.keySet()) {
            assertThat(made.getClass().getMethod(component).invoke(made)).isEqualTo(given.get(component));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aHyperparameterOutsideItsDomainIsRefusedByName(String name) {
        for (String component : components(usual(name))) {
            for (double bad : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatThrownBy(() -> dialect(name, Map.of(component, bad)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(name + ": " + component + " must be ")
                        .hasMessageEndingWith(", found " + bad);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pytorch-sgdm, lambda",
        "pytorch-sgdm, tau",
        "pytorch-rmsprop, alpha",
        "pytorch-centered-rmsprop, alpha",
        "pytorch-centered-rmsprop, lambda",
        "efficient-adam, beta1",
        "efficient-adam, beta2",
        "kozistr-swats, beta1",
        "kozistr-swats, beta2",
        "pytorch-amsgrad, beta1",
        "pytorch-amsgrad, beta2",
        "paper-amsgrad, beta1",
        "paper-amsgrad, beta2",
        "adabound-m, beta1",
        "adabound-m, beta2",
        "paper-adabound, beta1",
        "paper-adabound, beta2",
        "authors-adabound, beta1",
        "authors-adabound, beta2",
        "authors-adaboundw, beta1",
        "authors-adaboundw, beta2",
        "authors-amsbound, beta1",
        "authors-amsbound, beta2",
        "pytorch-radam, beta1",
        "pytorch-radam, beta2",
        "authors-radam, beta1",
        "authors-radam, beta2",
        "pytorch-nadam, beta1",
        "pytorch-nadam, beta2",
        "timm-sgdw, lambda",
        "paper-adamw, beta1",
        "paper-adamw, beta2",
        "plainlm-signum, beta",
        "plainlm-signum, tau",
        "no-prox-adan, beta1",
        "no-prox-adan, beta2",
        "no-prox-adan, beta3",
        "timm-cautious-adamw, beta1",
        "timm-cautious-adamw, beta2"
    })
    void aDecayRateOfOneWouldForgetNothing(String name, String decay) {
        assertThatThrownBy(() -> dialect(name, Map.of(decay, 1.0)))
                .hasMessage("%s: %s must be at least 0 and less than 1, found 1.0", name, decay);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEpsilonIsMoreThanZero(String name) {
        components(usual(name)).stream()
                .filter(component -> component.startsWith("epsilon"))
                .forEach(epsilon -> assertMoreThanZero(name, epsilon));
    }

    @ParameterizedTest
    @CsvSource({
        "adabound-m, f",
        "paper-adabound, f",
        "authors-adabound, f",
        "authors-adabound, gamma",
        "authors-adaboundw, f",
        "authors-adaboundw, gamma",
        "authors-amsbound, f",
        "authors-amsbound, gamma"
    })
    void whatDividesIsMoreThanZero(String name, String divisor) {
        assertMoreThanZero(name, divisor);
    }

    private static void assertMoreThanZero(String name, String component) {
        assertThatThrownBy(() -> dialect(name, Map.of(component, 0.0)))
                .hasMessage("%s: %s must be a finite number, more than 0, found 0.0", name, component);
    }

    @ParameterizedTest
    @CsvSource({"authors-adabound", "authors-adaboundw", "authors-amsbound", "paper-adamw"})
    void aFirstRateThatOthersAreMeasuredByIsMoreThanZero(String name) {
        Map<String, Parameter> parameters = Map.of("w", new Parameter("w", Tensor.of(1)));
        assertThatThrownBy(() -> new Optimizer(usual(name), t -> 0.01 * t, parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "%s: it divides by η_0, the learning rate of the first update, which is 0.0 here; begin above 0",
                        name);
        assertThat(new Optimizer(usual(name), t -> 0.01 * (t + 1), parameters).learningRate())
                .isEqualTo(0.01);
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsDocumentationHasItsLinesWordForWord(String name) throws IOException {
        Dialect dialect = usual(name);
        String source = Files.readString(Path.of(
                "src/main/java/org/gradus/optim/dialect", dialect.getClass().getSimpleName() + ".java"));
        String lines = source.substring(source.indexOf("<pre>") + 5, source.indexOf("</pre>"))
                .replaceAll("(?m)^ \\* ?", "")
                .replace("&gt;", ">")
                .replace("&lt;", "<");
        assertThat(lines.strip()).isEqualTo(dialect.equations().text());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aParameterThatNeverHasAGradientStaysUnlessItDecays(String name) {
        Map<String, Double> withoutDecay = switch (name) {
            case "timm-sgdw", "timm-cautious-adamw" -> Map.of("gamma", 0.0);
            case "authors-adaboundw", "paper-adamw" -> Map.of("lambda", 0.0);
            default -> Map.of();
        };
        Dialect dialect = dialect(name, withoutDecay);
        double[] theta = {2, 1};
        State state = dialect.init(2);
        for (int t = 1; t <= 20; t++) {
            Movements.step(dialect, theta, new double[] {0, t % 4 - 1}, state, new Step(t, 0.05));
        }
        assertThat(theta[0]).isEqualTo(2);
        assertThat(theta[1]).isNotEqualTo(1).isFinite();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLearningRateOfZeroMakesNoNaN(String name) {
        Dialect dialect = usual(name);
        double[] theta = {2, 1};
        State state = dialect.init(2);
        for (int t = 1; t <= 8; t++) {
            Movements.step(dialect, theta, new double[] {0, t}, state, new Step(t, 0, 0.05, t));
        }
        assertThat(theta[0]).isFinite();
        assertThat(theta[1]).isFinite();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itKeepsNothingButItsStateAndLeavesTheGradientAlone(String name) {
        Dialect dialect = usual(name);
        double[] first = twoSteps(dialect);
        assertThat(twoSteps(dialect)).containsExactly(first);
    }

    private static double[] twoSteps(Dialect dialect) {
        double[] theta = {2, 1};
        double[] g = {3, -4};
        State state = dialect.init(2);
        Movements.step(dialect, theta, g, state, new Step(1, 0.05));
        Movements.step(dialect, theta, g, state, new Step(2, 0.05));
        assertThat(g).containsExactly(3, -4);
        return theta;
    }

    @Test
    void aSteadyGradientHasADeviationOfZeroNotNaN() {
        // rounding makes v − ḡ² negative in time, here for g = 0.11 at step 52 (numpy 2.4.6); torch 2.13.0 then has NaN
        Dialect centered = new PyTorchCenteredRmsProp(0.5, 1e-8, 0);
        double[] theta = new double[100];
        double[] g = new double[100];
        Arrays.setAll(g, i -> 0.01 * (i + 1));
        State state = centered.init(100);
        for (int t = 1; t <= 100; t++) {
            Movements.step(centered, theta, g, state, new Step(t, 0.05));
        }
        assertThat(Arrays.stream(theta).allMatch(Double::isFinite)).isTrue();
    }

    @Test
    void swatsLearnsNothingFromAStepThatIsZeroOrAtRightAnglesToTheGradient() {
        Dialect swats = new KozistrSwats();
        State state = swats.init(1);
        double[] theta = {1};
        Movements.step(swats, theta, new double[] {0}, state, new Step(1, 0.05)); // p = 0
        assertThat(state.scalar("λ")).isZero();
        Movements.step(swats, theta, new double[] {1}, state, new Step(2, 0.05));
        double before = state.scalar("λ");
        Movements.step(swats, theta, new double[] {0}, state, new Step(3, 0.05)); // p = −η m̂ / …, but pᵀg = 0
        assertThat(state.scalar("λ")).isEqualTo(before).isPositive();
    }

    @Test
    void swatsDoesNotSwitchToANegativeRateHoweverNear() {
        // γ_1 = |p|/|g| = 0.05; then p goes on against a small gradient of the other sign: γ_2 is negative and larger,
        // and so is λ̂_2
        KozistrSwats swats = new KozistrSwats(0.9, 0.999, 0.9);
        State state = swats.init(1);
        double[] theta = {1};
        Movements.step(swats, theta, new double[] {1}, state, new Step(1, 0.05));
        Movements.step(swats, theta, new double[] {-0.01}, state, new Step(2, 0.05));
        assertThat(state.scalar("λ")).isNegative();
        assertThat(swats.switched(state)).isEmpty();
    }

    @Test
    void nadamsMomentumIsSeenAtEveryStepThoughItIsKnownAStepAhead() {
        Recurrence recurrence = new Recurrence(new PyTorchNadam().equations(), new double[] {1});
        Snapshot first = recurrence.step(0.05, point -> point);
        Snapshot second = recurrence.step(0.05, point -> point);
        assertThat(second.value("μ_t")).containsExactly(first.value("μ_{t+1}"));
        assertThat(second.value("μ_t")[0]).isGreaterThan(first.value("μ_t")[0]);
    }
}
