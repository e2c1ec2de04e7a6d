package org.gradus.train.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Iris;
import org.gradus.data.synthetic.Synthetic;
import org.gradus.nn.Activation;
import org.gradus.nn.Dropout;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.Weights;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.Outcome;
import org.gradus.train.range.RangeTest.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryLocale
class RangeTestTest {
    private static final Dataset DATA = Digits.load().range(0, 300);
    private static final RangeTest SHORT = new RangeTest(Sweep.EXPONENTIAL, 1e-3, 1, 12);

    private static Sequential model() {
        return Mlp.withBatchNorm(new RandomStream(1), 64, 16, 10);
    }

    private static Sequential modelWithDropout(RandomStream masks) {
        return Mlp.of(new RandomStream(1), width -> List.of(new Dropout(0.5, masks), Activation.RELU), 64, 16, 10);
    }

    private static RangeTestResult run(RangeTest test, Layer model, UpdateRule rule) {
        return test.run(model, rule, DATA, 64, new RandomStream(2));
    }

    private static Map<String, List<Long>> bits(Layer model) {
        Map<String, List<Long>> bits = new LinkedHashMap<>();
        Weights.of(model)
                .forEach((path, value) -> bits.put(
                        path,
                        Arrays.stream(value.toArray())
                                .mapToObj(Double::doubleToRawLongBits)
                                .toList()));
        return bits;
    }

    /** Fails in its third forward pass. */
    private static Layer failing(Layer layer) {
        List<Shape> seen = new ArrayList<>();
        return Sequential.of(layer, (x, mode) -> {
            seen.add(x.shape());
            if (seen.size() == 3) {
                throw new IllegalStateException("the third batch");
            }
            return x;
        });
    }

    @Test
    void itIsTheLoopByHandWithARisingRate() {
        Sequential model = model().withFrozen(1);
        RangeTestResult result = run(SHORT, model, new Sgdm());
        Optimizer optimizer = new Optimizer(new Sgdm(), SHORT.schedule(), model.trainable())
                .leaving(model.parameters().values());
        Batches batches = new Batches(DATA, 64, new RandomStream(2));
        List<Dataset> dealt = new ArrayList<>();
        while (dealt.size() < 12) {
            dealt.addAll(batches.nextEpoch());
        }
        for (int i = 0; i < 12; i++) {
            Tensor logits = model.forward(dealt.get(i).features(), Mode.TRAINING);
            Tensor loss = Losses.crossEntropy(logits, dealt.get(i).labels());
            assertThat(result.points().get(i).loss()).isEqualTo(loss.item());
            assertThat(result.points().get(i).rate()).isEqualTo(optimizer.learningRate());
            optimizer.step(loss.backward());
        }
        assertThat(result.points()).hasSize(12);
        assertThat(result.outcome()).isEqualTo(new Outcome.Completed());
    }

    @Test
    void theModelIsAfterwardsAsItWasToTheBit() {
        Layer model = model();
        Map<String, List<Long>> before = bits(model);
        assertThat(before).containsKeys("0.weight", "1.running_mean", "1.running_var");
        assertThat(run(SHORT, model, new Adam()).points()).hasSize(12);
        assertThat(bits(model)).isEqualTo(before);
    }

    @Test
    void theModelIsAsItWasAlsoWhenTheTestFailsHalfway() {
        Layer model = model();
        Map<String, List<Long>> before = bits(model);
        assertThatThrownBy(() -> run(SHORT, failing(model), new Sgdm())).hasMessage("the third batch");
        assertThat(bits(model)).isEqualTo(before);
        assertThatThrownBy(
                        () -> SHORT.run(model, new Sgdm(), List.of(DATA, DATA).iterator()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("range test: the batches ran out at step 3 of 12; give one for each step");
        assertThat(bits(model)).isEqualTo(before);
    }

    @Test
    void theModelIsAsItWasAlsoWhenItDiverges() {
        Layer model = model();
        Map<String, List<Long>> before = bits(model);
        RangeTestResult result = run(new RangeTest(Sweep.EXPONENTIAL, 1e200, 1e201, 12), model, new Sgd());
        assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(bits(model)).isEqualTo(before);
    }

    @Test
    void itsRandomStreamsGoOnFromWhereTheyWere() {
        RandomStream masks = new RandomStream(5);
        masks.uniform();
        Layer model = modelWithDropout(masks);
        RangeTestResult once = run(SHORT, model, new Sgdm());
        assertThat(run(SHORT, model, new Sgdm())).isEqualTo(once);
        assertThatThrownBy(() -> run(SHORT, failing(model), new Sgdm())).hasMessage("the third batch");
        RandomStream same = new RandomStream(5);
        same.uniform();
        assertThat(masks.uniform()).isEqualTo(same.uniform());
    }

    @Test
    void sameSeedSameBitsAndAnotherSeedOtherBatches() {
        RangeTestResult once = run(SHORT, model(), new Sgdm());
        assertThat(run(SHORT, model(), new Sgdm())).isEqualTo(once);
        Layer model = model();
        run(SHORT, model, new Sgdm());
        assertThat(run(SHORT, model, new Sgdm()))
                .as("a second test of one model")
                .isEqualTo(once);
        RangeTestResult other = SHORT.run(model(), new Sgdm(), DATA, 64, new RandomStream(3));
        assertThat(other.points()).isNotEqualTo(once.points());
    }

    @Test
    void whenAnEpochEndsTheNextBegins() {
        List<Tensor> seen = new ArrayList<>();
        Layer model = model();
        Layer watched = Sequential.of(
                (x, mode) -> {
                    seen.add(x);
                    return x;
                },
                model);
        run(SHORT, watched, new Sgdm());
        assertThat(seen)
                .extracting(x -> x.shape().size(0))
                .containsExactly(64, 64, 64, 64, 44, 64, 64, 64, 64, 44, 64, 64);
        assertThat(examples(seen.subList(0, 5)))
                .isEqualTo(examples(seen.subList(5, 10)))
                .hasSizeGreaterThan(290);
    }

    /** The different images; a few may be alike. */
    private static Set<List<Double>> examples(List<Tensor> batches) {
        Set<List<Double>> examples = new HashSet<>();
        for (Tensor batch : batches) {
            double[] pixels = batch.toArray();
            for (int start = 0; start < pixels.length; start += 64) {
                examples.add(Arrays.stream(pixels, start, start + 64).boxed().toList());
            }
        }
        return examples;
    }

    @Test
    void theSmoothedLossIsTheWeightedMeanOfThoseSoFar() {
        RangeTest test = new RangeTest(Sweep.LINEAR, 0.01, 0.1, 12, 0.7, 4);
        List<SweepPoint> points = run(test, model(), new Sgdm()).points();
        for (int t = 0; t < 12; t++) {
            double sum = 0;
            double weights = 0; // Σ β^{t−i}, which is (1 − β^{t+1}) / (1 − β)
            for (int i = 0; i <= t; i++) {
                sum += Math.pow(0.7, t - i) * points.get(i).loss();
                weights += Math.pow(0.7, t - i);
            }
            assertThat(points.get(t).smoothedLoss()).isCloseTo(sum / weights, within(1e-13));
        }
    }

    @Test
    void withoutSmoothingTheLossesAreThemselves() {
        RangeTest test = new RangeTest(Sweep.LINEAR, 0.01, 0.1, 12, 0, 4);
        assertThat(run(test, model(), new Sgdm()).points())
                .hasSize(12)
                .allMatch(point -> point.smoothedLoss() == point.loss());
    }

    @Test
    void theTestEndsWhenTheSmoothedLossIsTooFarAboveItsSmallest() {
        RangeTest test = new RangeTest(Sweep.EXPONENTIAL, 1e-2, 1e4, 40, 0.95, 1.2);
        RangeTestResult result = run(test, Mlp.of(new RandomStream(1), 64, 16, 10), new Sgd());
        List<Double> smoothed =
                result.points().stream().map(SweepPoint::smoothedLoss).toList();
        int last = smoothed.size() - 1;
        assertThat(last).isBetween(5, 38);
        for (int i = 1; i <= last; i++) {
            double best = smoothed.subList(0, i).stream().min(Double::compare).orElseThrow();
            assertThat(smoothed.get(i) > 1.2 * best).as("point %d", i).isEqualTo(i == last);
        }
        assertThat(result.outcome()).isInstanceOfSatisfying(Outcome.Diverged.class, diverged -> {
            assertThat(diverged.step()).isEqualTo(last + 1);
            assertThat(diverged.reason())
                    .matches("the smoothed loss, [0-9.]+, is more than 1.2 times its smallest, [0-9.]+");
        });
    }

    @Test
    void withAnInfiniteFactorOnlyNumbersThatAreNoneEndIt() {
        RangeTest patient = new RangeTest(Sweep.EXPONENTIAL, 1e-2, 1e4, 40, 0.5, Double.POSITIVE_INFINITY);
        assertThat(run(patient, Mlp.of(new RandomStream(1), 64, 16, 10), new Sgd())
                        .points())
                .hasSize(40);
        RangeTest wild = new RangeTest(Sweep.EXPONENTIAL, 1e200, 1e201, 40, 0.5, Double.POSITIVE_INFINITY);
        RangeTestResult result = run(wild, Mlp.of(new RandomStream(1), 64, 16, 10), new Sgd());
        assertThat(result.points()).hasSize(1); // the step whose loss is NaN is not a point
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverged(2, "the loss is NaN"));
    }

    @Test
    void anInfiniteGradientEndsItToo() {
        // cross-entropy of two equal logits: loss ln 2, and slopes ±½ · 1e200 · x with x near 1e200
        Dataset data = Dataset.of(Tensor.of(Shape.of(2, 1), 1e200, 1e200), new int[] {0, 1}, 2);
        Layer linear = Mlp.of(new RandomStream(1), 1, 2);
        linear.parameters().values().forEach(parameter -> parameter.set(Tensor.full(parameter.shape(), 0)));
        Layer steep = Sequential.of((x, mode) -> x, linear, (x, mode) -> x.mul(Tensor.of(Shape.of(2), 1e200, -1e200)));
        RangeTestResult result = SHORT.run(steep, new Sgd(), data.select(0), 1, new RandomStream(2));
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverged(1, "the gradient's norm is Infinity"));
        assertThat(result.points()).hasSize(1);
    }

    /** As above, with slopes of ±½ · 1e160: finite, and the optimizer refuses the step. */
    @Test
    void aGradientTooLargeForAStepEndsItToo() {
        Layer linear = Mlp.of(new RandomStream(1), 1, 2);
        linear.parameters().values().forEach(parameter -> parameter.set(Tensor.full(parameter.shape(), 0)));
        Layer steep = Sequential.of((x, mode) -> x, linear, (x, mode) -> x.mul(Tensor.of(Shape.of(2), 1e160, -1e160)));
        Dataset data = Dataset.of(Tensor.of(Shape.of(1, 1), 1), new int[] {0}, 2);
        RangeTestResult result = SHORT.run(steep, new Sgd(), data, 1, new RandomStream(2));
        assertThat(result.outcome())
                .isEqualTo(new Outcome.Diverged(1, "the gradient of parameter 1.0.weight is -5.0E159 at element 0"));
        assertThat(result.points()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theRateRisesFromMinToMaxAndStaysThere(Sweep sweep) {
        Schedule schedule = new RangeTest(sweep, 0.01, 5, 100).schedule();
        assertThat(schedule.at(0)).isEqualTo(0.01);
        assertThat(schedule.at(99)).isCloseTo(5, within(1e-15));
        assertThat(schedule.at(1000)).isEqualTo(schedule.at(99));
        double middle = sweep == Sweep.LINEAR ? (0.01 + 5) / 2 : Math.sqrt(0.01 * 5);
        assertThat(new RangeTest(sweep, 0.01, 5, 101).schedule().at(50)).isCloseTo(middle, within(1e-15));
    }

    @Test
    void theDefaultsAreThoseStated() {
        assertThat(new RangeTest()).isEqualTo(new RangeTest(Sweep.EXPONENTIAL, 1e-5, 10, 100, 0.8, 4));
        assertThat(new RangeTest()).hasToString("range test: exponential from 1e-05 to 10 in 100 steps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "           | 1e-5 | 10   | 100 | 0.98 | 4   | the sweep must be LINEAR or EXPONENTIAL, found null",
                "LINEAR     | 0    | 10   | 100 | 0.98 | 4   | min must be a positive number, found 0.0",
                "LINEAR     | NaN  | 10   | 100 | 0.98 | 4   | min must be a positive number, found NaN",
                "LINEAR     | 1    | 1    | 100 | 0.98 | 4   | max must be a number above min, 1.0, found 1.0",
                "LINEAR     | 1    | Infinity | 100 | 0.98 | 4 | max must be a number above min, 1.0, found Infinity",
                "LINEAR     | 1    | 2    | 1   | 0.98 | 4   | the number of steps must be at least 2, found 1",
                "LINEAR     | 1    | 2    | 2   | 1    | 4   | the smoothing β must be at least 0 and less than 1, found 1.0",
                "LINEAR     | 1    | 2    | 2   | -0.1 | 4   | the smoothing β must be at least 0 and less than 1, found -0.1",
                "LINEAR     | 1    | 2    | 2   | 0    | 1   | the factor of divergence must be more than 1, found 1.0",
                "LINEAR     | 1    | 2    | 2   | 0    | NaN | the factor of divergence must be more than 1, found NaN"
            })
    void settingsOutsideTheirDomainsAreRefused(
            Sweep sweep, double min, double max, int steps, double smoothing, double divergence, String message) {
        assertThatThrownBy(() -> new RangeTest(sweep, min, max, steps, smoothing, divergence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("range test: " + message);
    }

    @Test
    void thereAreExamples() {
        assertThatThrownBy(() -> SHORT.run(model(), new Sgd(), DATA.range(0, 0), 64, new RandomStream(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("range test: there are no examples to learn from; pass at least one");
    }

    /** fastai's 0.98 is for the long sweeps; the mean remembers 1 / (1 − β) steps, a twentieth of the sweep. */
    @ParameterizedTest
    @CsvSource({"2, 0", "20, 0", "40, 0.5", "100, 0.8", "1000, 0.98", "100000, 0.98"})
    void theSmoothingFollowsTheLengthOfTheSweep(int steps, double smoothing) {
        assertThat(RangeTest.usualSmoothing(steps)).isEqualTo(smoothing);
        assertThat(new RangeTest(Sweep.LINEAR, 0.1, 1, steps).smoothing()).isEqualTo(smoothing);
    }

    /** The loss of the irises blows up within 100 steps; where, the criteria must say before it happens. */
    @Test
    void theCriteriaFindRatesForTheIrises() {
        Dataset irises = Iris.load();
        for (int seed = 1; seed <= 3; seed++) {
            RandomStream random = new RandomStream(seed);
            Layer model = Mlp.withBatchNorm(random.split("weights"), 4, 64, 3);
            RangeTestResult result = new RangeTest().run(model, new Sgdm(), irises, 64, random.split("shuffle"));
            double blownUp = result.points()
                    .get(new JudgedCurve(result).lastSound() + 10)
                    .rate();
            List<Suggestion.Rates> found = result.suggestions().stream()
                    .filter(Suggestion.Rates.class::isInstance)
                    .map(Suggestion.Rates.class::cast)
                    .toList();
            assertThat(found)
                    .as("steepest descent, which noise moves most, may name the fall of a curve that has blown up")
                    .extracting(Suggestion.Rates::criterion)
                    .contains(Criterion.MINIMUM_OVER_TEN, Criterion.VALLEY, Criterion.SMITH);
            assertThat(found).allSatisfy(rates -> assertThat(rates.maximum()).isBetween(0.005, blownUp));
        }
    }

    @Test
    void anInterruptEndsTheSweepBetweenTwoSteps() {
        Layer model = model();
        Map<String, List<Long>> before = bits(model);
        Thread.currentThread().interrupt();
        RangeTestResult result = run(SHORT, model, new Sgd());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(result.outcome()).isEqualTo(new Outcome.Interrupted(0));
        assertThat(bits(model)).isEqualTo(before);
        assertThat(result.suggestions()).hasOnlyElementsOfType(Suggestion.Inapplicable.class);
        assertThat(result).asString().contains("interrupted after step 0");
    }

    @Test
    void numbersCanBeSweptToo() {
        Dataset numbers = Synthetic.regression(200, 3, 0.1, new RandomStream(1));
        Layer model = Mlp.of(new RandomStream(1), 3, 8, 1);
        RangeTestResult result = SHORT.run(model, new Sgd(), numbers, 32, new RandomStream(2));
        Dataset first =
                new Batches(numbers, 32, new RandomStream(2)).nextEpoch().get(0);
        assertThat(result.points().get(0).loss())
                .isEqualTo(Losses.meanSquaredError(model.forward(first.features(), Mode.TRAINING), first.values())
                        .item());
    }
}
