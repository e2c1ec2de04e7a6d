package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.equation.RuleNames;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One update from several mini-batches. */
@InEveryLocale
class AccumulationTest {
    private final Parameter w = new Parameter("w", Tensor.of(1, -1));

    private Optimizer optimizer(UpdateRule rule, int miniBatches) {
        return new Optimizer(rule, 0.1, Map.of("0.w", w)).accumulating(miniBatches);
    }

    /** But for SAM, which refuses accumulation. */
    static Stream<String> vectorRules() {
        return RuleNames.ofVectors().filter(name -> !name.contains("("));
    }

    private Gradients gradients(double... g) {
        return w.value().mul(Tensor.of(g)).sum().backward();
    }

    /** The same to the last bit, as sums of small whole numbers and their halves are exact. */
    @ParameterizedTest
    @MethodSource("vectorRules")
    void severalMiniBatchesAreALargerOne(String name) {
        for (int k : new int[] {1, 2, 4, 8}) {
            UpdateRule rule = Rules.named(name);
            w.set(Tensor.of(1, -1));
            Optimizer optimizer = optimizer(rule, k);
            double[] expected = {1, -1};
            State state = rule.init(2);
            RandomStream random = new RandomStream(k);
            double[] sum = new double[2];
            for (int t = 1; t <= 3 * k; t++) {
                double[] g = {random.below(20) - 10, random.below(20) - 10};
                Arrays.setAll(sum, i -> sum[i] + g[i]);
                assertThat(optimizer.step(gradients(g))).isEqualTo(t % k == 0);
                if (t % k == 0) {
                    double[] mean = {sum[0] / k, sum[1] / k};
                    Movements.step(rule, expected, mean, state, new Step(t / k, 0.1));
                    Arrays.fill(sum, 0);
                }
                assertThat(w.value().toArray()).as("step %s of %s", t, k).containsExactly(expected);
                assertThat(optimizer.steps()).isEqualTo(t / k);
            }
        }
    }

    @Test
    void aMiniBatchCountsForAsManyExamplesAsItHas() {
        Optimizer optimizer = optimizer(new Sgd(), 2);
        optimizer.step(gradients(1, 0), 30);
        optimizer.step(gradients(5, 10), 10);
        // (30 · 1 + 10 · 5) / 40 = 2; 10 · 10 / 40 = 2.5
        assertThat(w.value().toArray()).containsExactly(new double[] {1 - 0.2, -1 - 0.25}, within(1e-15));
        assertThatThrownBy(() -> optimizer.step(gradients(1, 1), 0))
                .hasMessage("optimizer: the number of examples must be a whole number, at least 1, found 0");
    }

    @Test
    void whatIsLeftOverAtTheEndMakesAnUpdate() {
        Optimizer optimizer = optimizer(new Sgd(), 100);
        assertThat(optimizer.flush()).isFalse();
        optimizer.step(gradients(1, 2));
        optimizer.step(gradients(3, 4));
        assertThat(w.value().toArray()).containsExactly(1, -1);
        assertThat(optimizer.flush()).isTrue();
        assertThat(w.value().toArray()).containsExactly(new double[] {1 - 0.2, -1 - 0.3}, within(1e-15));
        assertThat(optimizer.steps()).isEqualTo(1);
        assertThat(optimizer.flush()).isFalse();
        assertThat(optimizer.steps()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void savedInTheMiddleItGoesOnAsIfNothingHadHappened(int taken) {
        Optimizer first = optimizer(new Adam(), 3);
        for (int t = 1; t <= taken; t++) {
            first.step(gradients(t, 2 * t), t);
        }
        List<Memory> saved = first.save();
        assertThat(saved)
                .hasSize(2)
                .last()
                .hasToString(
                        "accumulation after step %s: %s of 0.w",
                        taken, String.join(", ", saved.get(1).values().keySet()));
        for (int t = taken + 1; t <= 3; t++) {
            first.step(gradients(t, 2 * t), t);
        }
        double[] expected = w.value().toArray();
        w.set(Tensor.of(1, -1));
        Optimizer second = optimizer(new Adam(), 3);
        second.load(saved, 0);
        for (int t = taken + 1; t <= 3; t++) {
            second.step(gradients(t, 2 * t), t);
        }
        assertThat(w.value().toArray()).containsExactly(expected).isNotEqualTo(new double[] {1, -1});
        assertThat(second.save()).hasSize(1);
    }

    @Test
    void whatIsRefusedIsNotGathered() {
        Optimizer optimizer = optimizer(new Sgd(), 2);
        optimizer.step(gradients(1, 1));
        assertThatThrownBy(() -> optimizer.step(gradients(Double.NaN, 1)))
                .hasMessageStartingWith("update 1: the gradient of parameter 0.w is NaN at element 0;");
        optimizer.step(gradients(3, 3));
        assertThat(w.value().toArray()).containsExactly(new double[] {1 - 0.2, -1 - 0.2}, within(1e-15));
    }

    @Test
    void theMeanIsTreatedAndNotItsParts() {
        Optimizer optimizer = optimizer(new Sgd(), 2).with(new ClipNorm(1));
        optimizer.step(gradients(10, 0));
        optimizer.step(gradients(-9, 0)); // the mean is ½, and not long
        assertThat(w.value().toArray()).containsExactly(new double[] {1 - 0.05, -1}, within(1e-15));
    }

    @Test
    void anUpdateThatIsRefusedKeepsWhatWasGathered() {
        Optimizer optimizer = optimizer(new Sgd(), 2);
        optimizer.step(gradients(1e155, 0));
        assertThatThrownBy(() -> optimizer.step(gradients(1e155, 0))).hasMessageContaining("is 1.0E155 at element 0");
        assertThat(optimizer.steps()).isZero();
        assertThat(optimizer.save().get(1).steps()).isEqualTo(1);
    }
}
