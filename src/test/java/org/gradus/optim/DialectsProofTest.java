package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.gradus.catalog.Hyperparameters;
import org.gradus.equation.Equations;
import org.gradus.optim.dialect.AuthorsAdaBound;
import org.gradus.optim.dialect.AuthorsAdaBoundW;
import org.gradus.optim.dialect.AuthorsAmsBound;
import org.gradus.optim.dialect.AuthorsRAdam;
import org.gradus.optim.dialect.Dialects;
import org.gradus.optim.dialect.EfficientAdam;
import org.gradus.optim.dialect.KerasAdagrad;
import org.gradus.optim.dialect.KozistrSwats;
import org.gradus.optim.dialect.PaperAdaBound;
import org.gradus.optim.dialect.PaperAdamW;
import org.gradus.optim.dialect.PaperAmsGrad;
import org.gradus.optim.dialect.PyTorchAdagrad;
import org.gradus.optim.dialect.PyTorchAmsGrad;
import org.gradus.optim.dialect.PyTorchCenteredRmsProp;
import org.gradus.optim.dialect.PyTorchNadam;
import org.gradus.optim.dialect.PyTorchRAdam;
import org.gradus.optim.dialect.PyTorchRmsProp;
import org.gradus.optim.dialect.PyTorchSgdm;
import org.gradus.optim.dialect.SlideAdaBound;
import org.gradus.optim.dialect.TimmSgdw;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The equation is the code, for every dialect; and a dialect with one thing changed in either does not pass for itself. */
class DialectsProofTest {
    private static final Schedule ETA = new Constant(0.05);

    private static UpdateRule usual(String name) {
        return Dialects.entries().get(name).apply(ETA, new Hyperparameters(name, Map.of()));
    }

    private static Stream<UpdateRule> usual() {
        return Dialects.entries().keySet().stream().map(DialectsProofTest::usual);
    }

    private static Stream<UpdateRule> unusual() {
        return Stream.of(
                new PyTorchSgdm(ETA, 0.6, 0.3),
                new PyTorchSgdm(ETA, 0, 0.3),
                new PyTorchAdagrad(ETA, 0.5, 0.25, 0.01),
                new PyTorchAdagrad(ETA, 0, 0, 0),
                new KerasAdagrad(ETA, 0, 0),
                new KerasAdagrad(ETA, 2, 0.5),
                new PyTorchRmsProp(ETA, 0.5, 0),
                new PyTorchRmsProp(ETA, 0, 0.1),
                new PyTorchCenteredRmsProp(ETA, 0.5, 0.01, 0),
                new PyTorchCenteredRmsProp(ETA, 0, 1e-3, 0.5),
                new EfficientAdam(ETA, 0.5, 0.9, 1e-3),
                new EfficientAdam(ETA, 0, 0, 0),
                new KozistrSwats(ETA, 0.8, 0.99, 0.03),
                new KozistrSwats(ETA, 0, 0.5, 0),
                new PyTorchAmsGrad(ETA, 0.5, 0.9, 1e-3),
                new PyTorchAmsGrad(ETA, 0, 0, 0),
                new PaperAmsGrad(ETA, 0.5, 0.9),
                new PaperAmsGrad(ETA, 0, 0),
                new SlideAdaBound(ETA, 0.5, 0.9, 1e-3, 0.01),
                new SlideAdaBound(ETA, 0, 0, 0, 3),
                new PaperAdaBound(ETA, 0.5, 0.9, 0.01),
                new PaperAdaBound(ETA, 0, 0, 3),
                new AuthorsAdaBound(new Constant(2), 0.5, 0.9, 1e-3, 0.01, 0.5),
                new AuthorsAdaBound(ETA, 0, 0, 0, 3, 2),
                new AuthorsAmsBound(new Constant(2), 0.5, 0.9, 1e-3, 0.01, 0.5),
                new AuthorsAmsBound(ETA, 0, 0, 0, 3, 2),
                new AuthorsAdaBoundW(new Constant(2), 0.5, 0.9, 1e-3, 0.01, 0.5, 0.1),
                new AuthorsAdaBoundW(ETA, 0, 0, 0, 3, 2, 0),
                new PyTorchRAdam(ETA, 0.5, 0.9, 1e-3),
                new PyTorchRAdam(ETA, 0, 0.5, 0), // ρ_∞ = 3: never rectified
                new PyTorchRAdam(ETA, 0.9, 0.999, 0),
                new AuthorsRAdam(ETA, 0.5, 0.9, 1e-3),
                new AuthorsRAdam(ETA, 0, 0.5, 0), // never moves
                new AuthorsRAdam(ETA, 0.9, 0.999, 0),
                new PyTorchNadam(ETA, 0.5, 0.9, 1e-3, 0.1),
                new PyTorchNadam(ETA, 0, 0, 0, 1e6),
                new TimmSgdw(ETA, 0.5, 0.3),
                new TimmSgdw(ETA, 0, 0),
                new PaperAdamW(new Constant(2), 0.5, 0.9, 1e-3, 0.1),
                new PaperAdamW(ETA, 0, 0, 0, 0));
    }

    @TestFactory
    Stream<DynamicTest> loopAndEquationsAgree() {
        return Stream.concat(usual(), unusual())
                .flatMap(rule -> Stream.of(1, 2, 7, 40, 1000)
                        .map(size -> DynamicTest.dynamicTest(rule.name() + " " + rule + ", " + size, () -> {
                            for (long seed = 1; seed <= (size < 1000 ? 3 : 1); seed++) {
                                new Proof(rule, size, 60).check(seed);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoAroundDialects() {
        return usual().flatMap(rule -> Stream.concat(
                        Samples.lookaheads(rule).stream(),
                        Samples.TREATMENTS.stream().map(treatment -> treatment.apply(rule))))
                .map(rule -> DynamicTest.dynamicTest(rule.name() + " " + rule, () -> new Proof(rule, 15, 60).check(1)));
    }

    /** A rule whose lines say something else than its loop does. */
    private record Mutant(UpdateRule rule, String from, String to) implements UpdateRule {
        @Override
        public Equations equations() {
            Equations sound = rule.equations();
            String text = sound.text().replace(from, to);
            assertThat(text).as("the line to change").isNotEqualTo(sound.text());
            return new Equations(Equations.of(text.split("\n")).lines(), sound.constants(), sound.givens());
        }

        @Override
        public Schedule eta() {
            return rule.eta();
        }

        @Override
        public State init(int size) {
            return rule.init(size);
        }

        @Override
        public void update(double[] theta, double[] g, State state, Step step) {
            rule.update(theta, g, state, step);
        }

        @Override
        public String name() {
            return rule.name();
        }
    }

    /** What one gets wrong most easily, dialect by dialect. */
    @ParameterizedTest(name = "{0}: {2} for {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                // the lecture's m: η inside
                "pytorch-sgdm; b_t = λ b_{t−1} + (1 − τ) g_{t−1}; b_t = λ b_{t−1} + η / 0.05 g_{t−1}",
                "pytorch-sgdm; b_1 = g_0; b_1 = 2 g_0",
                "pytorch-adagrad; (t − 1) κ; (t − 1) κ + 0.001",
                "pytorch-adagrad; s_t = s_{t−1} + g_{t−1}²; s_t = s_{t−1} + |g_{t−1}|",
                "keras-adagrad; √(s_t + ε); (√s_t + ε)",
                "keras-adagrad; s_0 = τ; s_0 = 0",
                "pytorch-rmsprop; v_0 = 0; v_1 = g_0²", // the lecture's start
                "pytorch-rmsprop; (√v_t + ε); √(v_t + ε)",
                "pytorch-centered-rmsprop; v_t − ḡ_t²; v_t − ḡ_{t−1}²",
                "pytorch-centered-rmsprop; b_t = λ b_{t−1} + g_{t−1}; b_t = λ b_{t−1} + (1 − λ) g_{t−1}",
                "efficient-adam; (√v_t + ε̂); (√v_t + ε̂ √(1 − β2^t))", // the lecture's ε
                "kozistr-swats; (1 − β1) Λ_{t−1} u_t; Λ_{t−1} u_t",
                "kozistr-swats; t > 1; t > 2",
                "kozistr-swats; u_t = β1 u_{t−1}; u_t = β1 (1 − β1) u_{t−1}", // two public implementations
                // the max of the corrected v
                "pytorch-amsgrad; max(v̂_{t−1}, v_t); max(v̂_{t−1} / (1 − β2^t) (1 − β2^{t−1}), v_t)",
                "pytorch-amsgrad; η_t = η / (1 − β1^t); η_t = η",
                "paper-amsgrad; η_t = η / √t; η_t = η",
                "paper-amsgrad; max(v̂_{t−1}, v_t); v_t",
                "adabound-m; η̂_t m_t; η̂_t m_t / (1 − β1^t)", // the other reading of the slide
                "adabound-m; u_t = f + f / ((1 − β2) t); u_t = f + f / ((1 − β2) t + 1)",
                "paper-adabound; η̂_t / √t; η̂_t",
                "paper-adabound; f − f / ((1 − β2) t + 1); 0",
                // 1 / (1 − β1^t) outside of the clip
                "authors-adabound; / (1 − β1^t) / (√v_t + ε); / (√v_t + ε)",
                "authors-adabound; l_t = f η / η_0; l_t = f",
                "authors-amsbound; max(v̂_{t−1}, v_t); v_t",
                "authors-adaboundw; λ θ_{t−1}; η λ θ_{t−1}",
                "pytorch-radam; ' 5'; ' 4'",
                "pytorch-radam; (√v_t + ε); (√v_t + ε √(1 − β2^t))",
                "authors-radam; ρ_t ≥ 5; ρ_t ≥ 4",
                "pytorch-nadam; 1 − Π_t μ_{t+1}; 1 − Π_t μ_t μ_{t+1}", // PyTorch 1.13.1
                "pytorch-nadam; (t + 1) ψ; t ψ",
                "timm-sgdw; (1 − η γ); (1 − γ)", // the lecture's decay
                "timm-sgdw; b_t = λ b_{t−1} + g_{t−1}; b_t = λ b_{t−1} + η / 0.05 g_{t−1}",
                "paper-adamw; λ θ_{t−1}; η_0 λ θ_{t−1}", // the lecture's decay
            })
    void aDialectWithSomethingElseInItsLinesIsRejected(String name, String from, String to) {
        UpdateRule mutant = new Mutant(usual(name), from, to);
        assertThatThrownBy(() -> {
                    for (long seed = 1; seed <= 3; seed++) {
                        new Proof(mutant, 7, 60).check(seed);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in the loop and");
    }
}
