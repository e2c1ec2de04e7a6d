package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.equation.Equations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dialect with one thing changed in its lines does not pass for itself. */
class DialectsProofTest {
    /** What one gets wrong most easily, dialect by dialect, and the first symbol that shows it. */
    @ParameterizedTest(name = "{0}: {2} for {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                // the lecture's m: η inside
                "pytorch-sgdm; b_t = λ b_{t−1} + (1 − τ) g_{t−1}; b_t = λ b_{t−1} + η / 0.05 g_{t−1}; b_t",
                "pytorch-sgdm; b_1 = g_0; b_1 = 2 g_0; b_t",
                "pytorch-adagrad; (t − 1) κ; (t − 1) κ + 0.001; θ_t",
                "pytorch-adagrad; s_t = s_{t−1} + g_{t−1}²; s_t = s_{t−1} + |g_{t−1}|; s_t",
                "keras-adagrad; √(s_t + ε); (√s_t + ε); θ_t",
                "keras-adagrad; s_0 = τ; s_0 = 0; s_t",
                "pytorch-rmsprop; v_0 = 0; v_1 = g_0²; v_t", // the lecture's start
                "pytorch-rmsprop; (√v_t + ε); √(v_t + ε); θ_t",
                "pytorch-centered-rmsprop; v_t − ḡ_t²; v_t − ḡ_{t−1}²; b_t",
                "pytorch-centered-rmsprop; b_t = λ b_{t−1} + g_{t−1}; b_t = λ b_{t−1} + (1 − λ) g_{t−1}; b_t",
                "efficient-adam; (√v_t + ε̂); (√v_t + ε̂ √(1 − β2^t)); θ_t", // the lecture's ε
                "kozistr-swats; (1 − β1) Λ_{t−1} u_t; Λ_{t−1} u_t; θ_t",
                "kozistr-swats; t > 1; t > 2; Λ_t",
                "kozistr-swats; u_t = β1 u_{t−1}; u_t = β1 (1 − β1) u_{t−1}; u_t", // two public implementations
                // the max of the corrected v
                "pytorch-amsgrad; max(v̂_{t−1}, v_t); max(v̂_{t−1} / (1 − β2^t) (1 − β2^{t−1}), v_t); v̂_t",
                "pytorch-amsgrad; η_t = η / (1 − β1^t); η_t = η; θ_t",
                "paper-amsgrad; η_t = η / √t; η_t = η; θ_t",
                "paper-amsgrad; max(v̂_{t−1}, v_t); v_t; v̂_t",
                "adabound-m; η̂_t m_t; η̂_t m_t / (1 − β1^t); θ_t", // the other reading of the slide
                "adabound-m; u_t = f + f / ((1 − β2) t); u_t = f + f / ((1 − β2) t + 1); θ_t",
                "paper-adabound; η̂_t / √t; η̂_t; θ_t",
                "paper-adabound; f − f / ((1 − β2) t + 1); 0; θ_t",
                // 1 / (1 − β1^t) outside of the clip
                "authors-adabound; / (1 − β1^t) / (√v_t + ε); / (√v_t + ε); θ_t",
                "authors-adabound; l_t = f η / η_0; l_t = f; θ_t",
                "authors-amsbound; max(v̂_{t−1}, v_t); v_t; v̂_t",
                "authors-adaboundw; λ θ_{t−1}; η λ θ_{t−1}; θ_t",
                "pytorch-radam; ' 5'; ' 4'; θ_t",
                "pytorch-radam; (√v_t + ε); (√v_t + ε √(1 − β2^t)); θ_t",
                "authors-radam; ρ_t ≥ 5; ρ_t ≥ 4; θ_t",
                "pytorch-nadam; 1 − Π_t μ_{t+1}; 1 − Π_t μ_t μ_{t+1}; θ_t", // PyTorch 1.13.1
                "pytorch-nadam; (t + 1) ψ; t ψ; θ_t",
                "timm-sgdw; (1 − η γ); (1 − γ); θ_t", // the lecture's decay
                "timm-sgdw; b_t = λ b_{t−1} + g_{t−1}; b_t = λ b_{t−1} + η / 0.05 g_{t−1}; b_t",
                "paper-adamw; λ θ_{t−1}; η_0 λ θ_{t−1}; θ_t", // the lecture's decay
            })
    void aDialectWithSomethingElseInItsLinesIsRejected(String name, String from, String to, String symbol) {
        UpdateRule rule = Rules.named(name);
        Equations sound = rule.equations();
        String text = sound.text().replace(from, to);
        assertThat(text).as("the line to change").isNotEqualTo(sound.text());
        Equations mistaken = new Equations(Equations.of(text.split("\n")).lines(), sound.constants(), sound.givens());
        EquationProof proof = EquationProof.of(rule, mistaken);
        assertThat(proof.failure()).isEmpty();
        assertThat(proof.toString()).contains(symbol + "[", " in the loop and ", " by the equations");
    }
}
