package org.gradus.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.equation.Line;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Divergence.Parting;
import org.junit.jupiter.api.Test;

@InEveryLocale
class DivergenceTest {
    private static final Landscape ROSENBROCK = new Rosenbrock();

    @Test
    void aRuleDoesNotPartFromItself() {
        Divergence divergence =
                Divergence.of(new RuleWithRate(new Adam(), 0.05), new RuleWithRate(new Adam(), 0.05), ROSENBROCK, 30);
        assertThat(divergence.parting()).isEmpty();
        assertThat(divergence.distance()).isZero();
    }

    @Test
    void rulesThatAreTheSameForAWhilePartWhereTheyDiffer() {
        // with m_0 = 0 the first step of SGDM is that of SGD; the second has λ m_1 more
        Divergence divergence =
                Divergence.of(new RuleWithRate(new Sgd(), 1e-3), new RuleWithRate(new Sgdm(), 1e-3), ROSENBROCK, 5);
        Parting parting = divergence.parting().orElseThrow();
        assertThat(parting.step()).isEqualTo(2);
        assertThat(parting.symbol()).isEqualTo("θ_t");
        double[] gap = {parting.ofFirst()[0] - parting.ofSecond()[0], parting.ofFirst()[1] - parting.ofSecond()[1]};
        double[] g = ROSENBROCK.gradient(ROSENBROCK.start(), 1);
        assertThat(gap[0]).isCloseTo(0.9 * 1e-3 * g[0], org.assertj.core.api.Assertions.within(1e-12));
        assertThat(parting.gap()).isEqualTo(Math.max(Math.abs(gap[0]), Math.abs(gap[1])));
        assertThat(parting.linesOfSecond()).extracting(Line::text).containsExactly("θ_t = θ_{t−1} − m_t");
        assertThat(parting.why()).isEqualTo("sgd has θ_t = θ_{t−1} − η g_{t−1}, sgdm has θ_t = θ_{t−1} − m_t.");
    }

    @Test
    void aHyperParameterThatDiffersIsNamed() {
        Divergence divergence = Divergence.of(
                new RuleWithRate(new Adam(0.9, 0.999, 1e-8), 0.05),
                new RuleWithRate(new Adam(0.8, 0.999, 1e-8), 0.05),
                ROSENBROCK,
                5);
        Parting parting = divergence.parting().orElseThrow();
        assertThat(parting.step()).isEqualTo(1);
        assertThat(parting.symbol()).isEqualTo("m_t");
        assertThat(parting.why()).isEqualTo("β1 is 0.9 in one and 0.8 in the other.");
    }

    @Test
    void learningRatesThatDifferAreSaid() {
        Parting parting = Divergence.of(
                        new RuleWithRate(new Sgd(), 1e-3), new RuleWithRate(new Sgd(), 2e-3), ROSENBROCK, 1)
                .parting()
                .orElseThrow();
        assertThat(parting.symbol()).as("not the rates, but what they do").isEqualTo("θ_t");
        assertThat(parting.why()).isEqualTo("The learning rates differ.");
    }
}
