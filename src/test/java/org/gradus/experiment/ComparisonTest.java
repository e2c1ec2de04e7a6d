package org.gradus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.RandomStream;
import org.gradus.train.StepMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static final ComparisonListener NOBODY = new ComparisonListener() {};

    private static Comparison comparison(Map<String, RuleWithRate> rules) {
        Split data = Split.of(Digits.load().range(0, 200), 0.2, new RandomStream(0));
        return new Comparison(rules, List.of(1L, 2L, 3L), data, random -> Mlp.withBatchNorm(random, 64, 8, 10), 32, 2);
    }

    private static Map<String, RuleWithRate> adamAndSgdm() {
        Map<String, RuleWithRate> rules = new LinkedHashMap<>();
        rules.put("adam", new RuleWithRate(new Adam(), 0.01));
        rules.put("sgdm", new RuleWithRate(new Sgdm(), 0.05));
        return rules;
    }

    /**
     * The fingerprint is our own output, pinned on JDK 17 and x86-64; the same bits on JDK 25 and with any number of threads are what it
     * guards. A change of an equation, of the order of a sum or of a random stream changes it, and must be meant.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theSameBitsWithAnyNumberOfThreads(int threads) throws InterruptedException {
        assertThat(comparison(adamAndSgdm()).run(threads, NOBODY).fingerprint()).isEqualTo("124371246f57cb4d");
    }

    @Test
    void everyRuleStartsFromTheSameWeightsAndSeesTheSameFirstBatch() throws InterruptedException {
        ComparisonResult result = comparison(adamAndSgdm()).run(2, NOBODY);
        for (int seed = 0; seed < 3; seed++) {
            Run adam = result.runs("adam").get(seed);
            Run sgdm = result.runs("sgdm").get(seed);
            assertThat(adam.seed()).isEqualTo(sgdm.seed());
            assertThat(adam.history().epochs().get(0))
                    .isEqualTo(sgdm.history().epochs().get(0));
            assertThat(adam.history().steps().get(0).loss())
                    .isEqualTo(sgdm.history().steps().get(0).loss());
            assertThat(adam.history().last()).isNotEqualTo(sgdm.history().last());
        }
        assertThat(result.runs("adam").get(0).history().steps().get(0))
                .isNotEqualTo(result.runs("adam").get(1).history().steps().get(0));
    }

    @Test
    void twoRulesThatAreTheSameGiveTheSameRunsUnderEqualConditions() throws InterruptedException {
        ComparisonResult result = comparison(
                        Map.of("a", new RuleWithRate(new Sgdm(), 0.05), "b", new RuleWithRate(new Sgdm(), 0.05)))
                .run(2, NOBODY);
        for (int seed = 0; seed < 3; seed++) {
            assertThat(result.runs("a").get(seed).history())
                    .isEqualTo(result.runs("b").get(seed).history());
        }
    }

    @Test
    void theFingerprintSeesASingleBit() throws InterruptedException {
        String one = comparison(Map.of("sgd", new RuleWithRate(new Sgd(), 0.1)))
                .run(1, NOBODY)
                .fingerprint();
        String other = comparison(Map.of("sgd", new RuleWithRate(new Sgd(), Math.nextUp(0.1))))
                .run(1, NOBODY)
                .fingerprint();
        assertThat(one).matches("[0-9a-f]{16}").isNotEqualTo(other);
    }

    @Test
    void linesEndWhereTheFirstRunDiverges() throws InterruptedException {
        ComparisonResult result =
                comparison(Map.of("sgd", new RuleWithRate(new Sgd(), 1e200))).run(2, NOBODY);
        List<Quartiles> losses =
                result.byEpoch("sgd", epoch -> epoch.onTraining().loss());
        assertThat(losses).hasSize(3);
        assertThat(losses.get(0).median()).isFinite();
        assertThat(losses.get(2).median()).isNaN();
    }

    @Test
    void listenersHearOfEveryRunAndStep() throws InterruptedException {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        comparison(adamAndSgdm()).run(2, new ComparisonListener() {
            @Override
            public void onStep(String rule, long seed, StepMetrics step) {
                heard.add(rule + " " + seed + " " + step.step());
            }

            @Override
            public void onRun(Run run) {
                heard.add(run.rule() + " " + run.seed());
            }
        });
        assertThat(heard).hasSize(6 + 6 * 10).contains("adam 1", "sgdm 3 10");
    }

    @Test
    void aFailureInARunIsReported() {
        Comparison wrong = new Comparison(
                adamAndSgdm(), List.of(1L), comparison(adamAndSgdm()).data(), random -> Mlp.of(random, 63, 10), 32, 2);
        assertThatThrownBy(() -> wrong.run(2, NOBODY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("comparison: a run failed: linear: the input has shape");
    }

    @Test
    void needsRulesAndSeeds() {
        assertThatThrownBy(() -> comparison(Map.of()))
                .hasMessage("comparison: needs at least one rule and one seed, found 0 and 3");
    }
}
