package org.gradus.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.catalog.Choice;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.nn.Sequential;
import org.gradus.nn.Weights;
import org.gradus.optim.Optimizer;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.train.Curriculum;
import org.gradus.train.Evaluation;
import org.gradus.train.ModelFile;
import org.gradus.train.Task;
import org.gradus.train.Training;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTestResult;

/**
 * A described run made ready: the data opened, and model, rule and training built from the description, the same each time, whichever command asks
 * for it.
 */
public final class RunRecipe {
    private static final Set<Setting<?>> FORKABLE = Set.of(
            Settings.RULE,
            Settings.LEARNING_RATE,
            Settings.SCHEDULE,
            Settings.BODY_RATE,
            Settings.DECAY_WEIGHTS_ONLY,
            Settings.CLIP_NORM,
            Settings.CLIP_VALUE,
            Settings.GRADIENT_NOISE,
            Settings.AVERAGE,
            Settings.EPOCHS,
            Settings.SHUFFLE,
            Settings.LABEL_SMOOTHING,
            Settings.PATIENCE);

    private final RunSpec spec;
    private final RunData data;

    /**
     * Opens the data of a run.
     *
     * @param spec the run
     * @param shelf where data is that was opened before
     * @throws IllegalArgumentException if a setting has a value that it cannot have with this data
     * @throws org.gradus.data.DataException if the data cannot be read
     */
    public RunRecipe(RunSpec spec, DataShelf shelf) {
        this.spec = spec;
        this.data = shelf.open(spec);
        Feasibility.check(spec, data);
    }

    /** {@return the run} */
    public RunSpec spec() {
        return spec;
    }

    /** {@return what to learn from and what to be judged by} */
    public RunData data() {
        return data;
    }

    /** {@return data, network, batches and seed in words, as under a title: {@code digits, 64 – 64 – 10 with batch normalization, …}} */
    public String conditions() {
        return "%s, seed %s".formatted(commonConditions(), spec.get(Settings.SEED));
    }

    /** {@return data, network and batches in words: what the same run with another seed shares} */
    public String commonConditions() {
        Dataset training = data.split().training();
        String network = Arrays.stream(spec.get(Settings.HIDDEN).between(training.width(), task().outputs(training)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" – "));
        String normalization = spec.get(Settings.NORMALIZATION);
        boolean normalizes = !spec.get(Settings.HIDDEN).widths().isEmpty() && !normalization.equals(Networks.NONE);
        return "%s, %s with %s normalization, mini-batches of %s"
                .formatted(
                        spec.get(Settings.DATA),
                        network,
                        normalizes ? normalization : "no",
                        spec.get(Settings.BATCH_SIZE));
    }

    /** {@return what means this run: a hash of its description, in which the data stand in place of their path} */
    public String id() {
        Fingerprint id = new Fingerprint();
        spec.record().forEach((name, value) -> id.add(name).add(value.replaceFirst(pathIn(name), "")));
        id.add(fingerprint());
        return id.hex();
    }

    private static String pathIn(String name) {
        return name.equals(Settings.DATA.name()) ? ":.*" : name.equals(Settings.START_FROM.name()) ? ".+" : "^";
    }

    /** {@return what means all that the run reads: the data, and the weights that it starts from if it starts from some} */
    public String fingerprint() {
        String weights = spec.get(Settings.START_FROM);
        if (weights.isEmpty()) {
            return data.fingerprint();
        }
        Fingerprint both = new Fingerprint().add(data.fingerprint());
        FirstWeights.add(Path.of(weights), both);
        return both.hex();
    }

    /** {@return the rule and the schedule with all their numbers, also those that follow from the number of updates, by setting} */
    public Map<Setting<?>, String> inFull() {
        long updates = training().updates();
        Choice rule = Defaults.rule(spec.get(Settings.RULE), updates);
        Map<Setting<?>, String> inFull = new LinkedHashMap<>();
        inFull.put(Settings.RULE, rule.toString());
        inFull.put(
                Settings.SCHEDULE,
                spec.get(Settings.SCHEDULE)
                        .complete(spec.get(Settings.LEARNING_RATE), updates)
                        .toString());
        return inFull;
    }

    /** {@return what the model is to do} */
    public Task task() {
        return Task.parse(spec.get(Settings.TASK));
    }

    /** What a checkpoint of the run keeps of its description: all but the number of epochs. */
    private String identity(RunSpec run) {
        Map<String, String> record = new LinkedHashMap<>(run.record());
        record.remove(Settings.EPOCHS.name());
        record.remove(Settings.DATA.name()); // the data has a fingerprint, wherever it is
        record.remove(Settings.START_FROM.name());
        return RunText.line(record);
    }

    /**
     * {@return how well a trained model does on the test part, which nothing was chosen by; nothing if there is no such part}
     *
     * @param trained the training, after its last step
     */
    public Optional<Evaluation> test(Training trained) {
        Split split = data.split();
        return split.hasTest()
                ? Optional.of(Evaluation.of(trained.model(), split.test(), trained.task()))
                : Optional.empty();
    }

    /**
     * {@return a trained model with all that belongs to it: the scale of its features, the names of its classes, what it was built from}
     *
     * @param trained the training, after its last step
     */
    public ModelFile modelFile(Training trained) {
        Dataset training = data.split().training();
        return new ModelFile(
                Weights.of(trained.model()),
                trained.task(),
                training.hasClasses() ? training.classNames() : List.of(),
                data.standardizer(),
                TrainedModel.notes(spec, training.width(), task().outputs(training)));
    }

    /** {@return the training, before its first step} */
    public Training training() {
        return training(spec);
    }

    /**
     * {@return the training of another future of the same beginning}
     *
     * @param future the run with other settings: the rule and what belongs to it, the number of epochs and a few more
     * @throws IllegalArgumentException if it differs in what no future can change: the beginning is over
     */
    public Training future(RunSpec future) {
        spec.differences(future).forEach((setting, value) -> {
            if (!FORKABLE.contains(setting)) {
                throw new IllegalArgumentException(
                        "%s: a future cannot change it, %s was settled at the beginning; start another run with %s=%s, or change one of %s"
                                .formatted(setting, spec.text(setting), setting, value, forkable()));
            }
        });
        return training(future);
    }

    private static String forkable() {
        return String.join(
                ", ",
                Settings.catalog().names().stream()
                        .filter(name -> FORKABLE.contains(Settings.catalog().get(name)))
                        .toList());
    }

    private Training training(RunSpec run) {
        RandomStream random = new RandomStream(run.get(Settings.SEED));
        Split split = data.split();
        Sequential model = model(random);
        Optimizer unused = new Optimizer(new Sgd(), 1, model.trainable()).accumulating(run.get(Settings.ACCUMULATE));
        Training plain = Training.of(model, unused, split, random.split("shuffle"))
                .withEpochs(run.get(Settings.EPOCHS))
                .withTask(task())
                .withEvaluation(run.get(Settings.EVALUATE_EVERY), run.get(Settings.EVALUATE_TRAINING))
                .withIdentity(identity(run))
                .withBatchSize(run.get(Settings.BATCH_SIZE))
                .withSmoothing(run.get(Settings.LABEL_SMOOTHING))
                .withAveraging(run.get(Settings.AVERAGE));
        if (run.get(Settings.EVALUATE_TEST)) {
            plain = plain.withTestCurve();
        }
        if (run.get(Settings.PATIENCE) > 0) {
            plain = plain.withPatience(run.get(Settings.PATIENCE));
        }
        if (run.get(Settings.CURRICULUM) > 0) {
            plain = plain.withCurriculum(curriculum(split.training(), run.get(Settings.CURRICULUM)));
        }
        if (!run.get(Settings.SHUFFLE)) {
            plain = plain.withoutShuffling();
        }
        long updates = plain.updates();
        Feasibility.checkWarmUps(run, updates);
        return plain.withOptimizer(new RunOptimizer(run, updates).of(model));
    }

    /**
     * {@return what a range test sees of this run: the same data, first weights and batches as {@link #training()} has them}
     *
     * @param test the test
     */
    public RangeTestResult rangeTest(RangeTest test) {
        Training training = training();
        Choice rule = Defaults.rule(spec.get(Settings.RULE), test.steps());
        return test.run(
                training.model(),
                Rules.named(rule.name(), rule.options()),
                data.split().training(),
                training.batchSize(),
                new RandomStream(spec.get(Settings.SEED)).split("shuffle"));
    }

    /** The easiest examples first: those nearest to the mean of their class. */
    private static Curriculum curriculum(Dataset training, int epochs) {
        return Curriculum.of(epoch -> Math.min(1, (double) epoch / epochs), ClassMeans.distances(training));
    }

    private Sequential model(RandomStream random) {
        Dataset training = data.split().training();
        Sequential model = Networks.mlp(spec, random, training.width(), task().outputs(training));
        if (!spec.get(Settings.START_FROM).isEmpty()) {
            FirstWeights.load(model, Path.of(spec.get(Settings.START_FROM)));
        }
        return model;
    }

    /** The run, as {@link RunSpec#toString} has it. */
    @Override
    public String toString() {
        return spec.toString();
    }
}
