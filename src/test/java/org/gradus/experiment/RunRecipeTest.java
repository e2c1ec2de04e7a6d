package org.gradus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.data.Safetensors;
import org.gradus.data.Split;
import org.gradus.nn.Weights;
import org.gradus.optim.Rules;
import org.gradus.tensor.Tensor;
import org.gradus.train.History;
import org.gradus.train.Metric;
import org.gradus.train.Outcome;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That every setting of a described run does something when it is on, and nothing when it has its default. */
class RunRecipeTest {
    private static final Map<String, String> SMALL = Map.of(
            "data", "moons", "hidden", "8", "epochs", "3", "batch-size", "32", "rule", "sgdm", "learning-rate", "0.05");

    private static RunRecipe recipe(Map<String, String> changes) {
        return new RunRecipe(RunSpec.of(SMALL).with(changes), new DataShelf());
    }

    private static History run(Map<String, String> changes) {
        return recipe(changes).training().run();
    }

    private static Stream<String> names() {
        return Settings.catalog().names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDefaultThatIsGivenChangesNothing(String setting) {
        if (!SMALL.containsKey(setting)) {
            Map<String, String> explicit = Map.of(setting, RunSpec.usual().text(Settings.named(setting)));
            assertThat(run(explicit)).isEqualTo(run(Map.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "data,circles",
        "standardize,yes",
        "seed,2",
        "hidden,'8,8'",
        "activation,tanh",
        "normalization,layer",
        "normalization,none",
        "dropout,0.5",
        "rule,adam",
        "learning-rate,0.01",
        "rule,sgdm:lambda=0.5",
        "rule,cycled(sgdm)",
        "schedule,cosine",
        "schedule,constant:linearWarmUp=10",
        "schedule,constant@9+cosine",
        "validation-share,0.3",
        "test-share,0.3",
        "test-share,0",
        "test-seed,5",
        "evaluate-test,yes",
        "stratify,yes",
        "task,binary",
        "evaluate-every,2",
        "evaluate-training,no",
        "epochs,4",
        "batch-size,16",
        "shuffle,no",
        "curriculum,2",
        "label-smoothing,0.1",
        "clip-norm,0.01",
        "clip-value,0.01",
        "gradient-noise,0.1",
        "accumulate,2",
        "average,0.9",
        "body-rate,0.1",
        "body-rate,0"
    })
    void aSettingChangesTheRun(String setting, String value) {
        assertThat(run(Map.of(setting, value))).isNotEqualTo(run(Map.of()));
    }

    /** The test part of one seed for all seeds; what is left is split by each run's own. */
    @ParameterizedTest
    @ValueSource(strings = {"no", "yes"})
    void runsOfSeveralSeedsCanLeaveTheSameExamplesOut(String stratify) {
        RunSpec spec = RunSpec.of("data=iris seed=7 stratify=" + stratify);
        Split own = new RunRecipe(spec, new DataShelf()).data().split();
        Split other = new RunRecipe(spec.with("seed=8 test-seed=7"), new DataShelf())
                .data()
                .split();
        Split itself =
                new RunRecipe(spec.with("test-seed=7"), new DataShelf()).data().split();
        assertThat(itself.fingerprint()).isEqualTo(own.fingerprint());
        assertThat(other.test().fingerprint()).isEqualTo(own.test().fingerprint());
        assertThat(other.validation().size()).isEqualTo(own.validation().size());
        assertThat(other.validation().fingerprint())
                .isNotEqualTo(own.validation().fingerprint());
        assertThat(new RunRecipe(spec.with("seed=8"), new DataShelf())
                        .data()
                        .split()
                        .test()
                        .fingerprint())
                .isNotEqualTo(own.test().fingerprint());
    }

    @Test
    void scheduleOptionsReachTheSchedule() {
        Map<String, String> step = Map.of("schedule", "step-decay");
        Map<String, String> gentle = Map.of("schedule", "step-decay:factor=0.5");
        assertThat(run(gentle)).isNotEqualTo(run(step));
    }

    @Test
    void decayCanSpareBiases() {
        Map<String, String> decay = Map.of("rule", "adamw:gamma=1");
        Map<String, String> sparing = new HashMap<>(decay);
        sparing.put("decay-weights-only", "yes");
        assertThat(run(sparing)).isNotEqualTo(run(decay));
    }

    /** With γ and λ = 0 SGDWM is SGD, whatever its groups; with η = 1 a step is the gradient that the rule saw. */
    private static double[] gradientOfTheFirstStep(String... settings) {
        Map<String, String> changes = new HashMap<>(Map.of("rule", "sgdwm:lambda=0,gamma=0", "learning-rate", "1"));
        for (int i = 0; i < settings.length; i += 2) {
            changes.put(settings[i], settings[i + 1]);
        }
        Training training = recipe(changes).training();
        double[] before = numbers(training);
        training.start().step();
        double[] after = numbers(training);
        return IntStream.range(0, before.length)
                .mapToDouble(i -> before[i] - after[i])
                .toArray();
    }

    private static double[] numbers(Training training) {
        return training.model().parameters().values().stream()
                .flatMapToDouble(parameter -> Arrays.stream(parameter.value().toArray()))
                .toArray();
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    /** Clipping each of two groups to 0.01 would give a step of 0.01414. */
    @Test
    void clippingByNormSeesTheGroupsTogether() {
        assertThat(length(gradientOfTheFirstStep())).isGreaterThan(0.1);
        assertThat(length(gradientOfTheFirstStep("clip-norm", "0.01"))).isCloseTo(0.01, within(1e-14));
        assertThat(length(gradientOfTheFirstStep("clip-norm", "0.01", "decay-weights-only", "yes")))
                .isCloseTo(0.01, within(1e-14));
        double[] halved = gradientOfTheFirstStep("clip-norm", "0.01", "body-rate", "0.5");
        int head = 8 * 2 + 2; // the last numbers are those of the head
        Arrays.setAll(halved, i -> i < halved.length - head ? 2 * halved[i] : halved[i]);
        assertThat(length(halved)).isCloseTo(0.01, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"decay-weights-only,yes", "body-rate,0.5", "body-rate,1"})
    void everyParameterHasNoiseOfItsOwn(String setting, String value) {
        double[] plain = gradientOfTheFirstStep(setting, value);
        double[] noisy = gradientOfTheFirstStep(setting, value, "gradient-noise", "1");
        double body = setting.equals("body-rate") ? Double.parseDouble(value) : 1;
        int head = 8 * 2 + 2;
        double[] noise = IntStream.range(0, plain.length)
                .mapToDouble(i -> (noisy[i] - plain[i]) / (i < plain.length - head ? body : 1))
                .sorted()
                .toArray();
        assertThat(noise).hasSize(2 * 8 + 8 + 8 + 8 + head);
        assertThat(length(noise) / Math.sqrt(noise.length)).isBetween(0.7, 1.3);
        for (int i = 1; i < noise.length; i++) {
            assertThat(noise[i] - noise[i - 1]).isGreaterThan(1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("org.gradus.equation.RuleNames#ofVectors")
    void withoutALearningRateARuleHasItsUsualOne(String rule) {
        Training training =
                new RunRecipe(RunSpec.of(Map.of("data", "moons", "rule", rule)), new DataShelf()).training();
        assertThat(training.optimizer().learningRate())
                .isEqualTo(Rules.entry(rule).usualRate())
                .isPositive();
    }

    @Test
    void aRuleOfMatricesAloneDoesNotDoForANetwork() {
        assertThatThrownBy(() -> RunSpec.of("rule=muon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "rule=muon: it moves matrices, and a network has biases too; take muon-aux-adam, which moves them"
                                + " by AdamW");
    }

    @Test
    void aSecondGradientIsOfAllParametersAndOfOneBatch() {
        for (String setting : new String[] {"accumulate=2", "body-rate=0.5"}) {
            assertThatThrownBy(() -> RunSpec.of("rule=sam(sgdm) " + setting))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(setting + " and rule=sam(sgdm): it needs a second gradient of the same"
                            + " batch, of all parameters together; leave one of the two out");
        }
    }

    @Test
    void whatIsAccumulatedAtTheEndOfAnEpochIsAnUpdate() {
        TrainingRun run = recipe(Map.of("data", "iris", "epochs", "2", "accumulate", "2"))
                .training()
                .start();
        run.finish();
        assertThat(run.save().updates()).isEqualTo(4); // an epoch has 3 mini-batches
    }

    @ParameterizedTest
    @CsvSource({"regression", "huber:delta=0.5"})
    void numbersArePredictedToo(String task) {
        RunRecipe recipe = new RunRecipe(
                RunSpec.of("data=regression epochs=5 task=" + task + " standardize=yes"), new DataShelf());
        Training training = recipe.training();
        History history = training.run();
        assertThat(history.last().validation().loss())
                .isLessThan(history.epochs().get(0).validation().loss());
        assertThat(recipe.test(training).orElseThrow().get(Metric.R_SQUARED)).isBetween(0.0, 1.0);
        assertThat(recipe.modelFile(training).standardizer()).isPresent();
    }

    @Test
    void patienceStopsARunThatGetsNoBetter() {
        History history = run(Map.of("patience", "1", "learning-rate", "3", "epochs", "50"));
        assertThat(history.outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(history.epochs()).hasSizeLessThan(51);
    }

    @Test
    void aFrozenBodyKeepsItsWeights() {
        RunRecipe recipe = recipe(Map.of("body-rate", "0"));
        Training training = recipe.training();
        double[] before = training.model().parameters().get("0.weight").value().toArray();
        double[] head = training.model().parameters().get("3.weight").value().toArray();
        training.run();
        assertThat(training.model().parameters().get("0.weight").value().toArray())
                .containsExactly(before);
        assertThat(training.model().parameters().get("3.weight").value().toArray())
                .isNotEqualTo(head);
    }

    @Test
    void aHeadThatIsTransposedIsNotMadeAnew(@TempDir Path folder) {
        Map<String, Tensor> weights =
                new LinkedHashMap<>(Weights.of(recipe(Map.of()).training().model()));
        weights.put("3.weight", weights.get("3.weight").transpose());
        Path file = folder.resolve("model.safetensors");
        Safetensors.write(file, weights, Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe(Map.of("start-from", file.toString())).training())
                .withMessageStartingWith("start-from: " + file + " has 3.weight of shape (")
                .withMessageEndingWith(
                        "classes); PyTorch stores it transposed: take its weights over by StateDictionary.load, "
                                + "and save them by Safetensors.write");
    }

    @Test
    void aRunCanStartFromTheWeightsOfAnotherWithANewHead(@TempDir Path folder) {
        Training first = recipe(Map.of()).training();
        first.run();
        Path file = folder.resolve("model.safetensors");
        Safetensors.write(file, Weights.of(first.model()), Map.of());
        Training same = recipe(Map.of("start-from", file.toString())).training();
        assertThat(same.model().parameters().get("3.weight").value().toArray())
                .containsExactly(
                        first.model().parameters().get("3.weight").value().toArray());
        Training blobs =
                recipe(Map.of("start-from", file.toString(), "data", "blobs")).training(); // three classes
        assertThat(blobs.model().parameters().get("0.weight").value().toArray())
                .containsExactly(
                        first.model().parameters().get("0.weight").value().toArray());
        assertThat(blobs.model().parameters().get("3.weight").value().shape().size(1))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"batch, 2", "layer, 2", "group, 2", "rms, 1", "none, 0"})
    void everyNormalizationThatSuitsStandsBehindAHiddenLayer(String name, int parameters) {
        Training training = recipe(Map.of("normalization", name, "epochs", "1")).training();
        assertThat(training.model().parameters().keySet())
                .filteredOn(path -> path.startsWith("1."))
                .hasSize(parameters);
        assertThat(training.start().finish().last().onTraining().loss()).isFinite();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accumulate | 100 | accumulate=100: an epoch has only 10 mini-batches of 32; take at most so many, or smaller batches",
                "schedule | constant:linearWarmUp=1000000 | schedule=constant:linearWarmUp=1000000: the warm-up is longer than the training, which has 30 updates;",
                "schedule | noam:warmUp=40 | schedule=noam:warmUp=40: the warm-up is longer than the training, which has 30 updates;",
                "schedule | constant@39+cosine | schedule constant@39+cosine: the number of updates before its last part must be less than the training's, which is 30",
                "hidden | 20000,20000,20000 | hidden=20000,20000,20000: makes 800140002 parameters, which take ",
            })
    void aWrongValueIsRefused(String setting, String value, String message) {
        assertThatThrownBy(() -> recipe(Map.of(setting, value)).training())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message.strip());
    }

    /** Normalization stands behind a hidden layer; where there is none, nothing normalizes, whatever the setting. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden=64,32                    | digits, 64 – 64 – 32 – 10 with batch normalization, mini-batches of 64, seed 1",
                "normalization=none batch-size=8 | digits, 64 – 64 – 10 with no normalization, mini-batches of 8, seed 1",
                "hidden=none seed=3              | digits, 64 – 10 with no normalization, mini-batches of 64, seed 3",
            })
    void theConditionsAreWhatIsTrained(String run, String conditions) {
        assertThat(new RunRecipe(RunSpec.of(run), new DataShelf()).conditions()).isEqualTo(conditions);
    }
}
