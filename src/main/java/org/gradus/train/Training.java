package org.gradus.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.RandomStream;

/**
 * A model about to be trained, and what is to help it. What is not asked for is off, and then costs nothing and changes no bit.
 *
 * <pre>{@code
 * History history = Training.of(model, optimizer, data, random.split("shuffle"))
 *         .withEpochs(30)
 *         .withSmoothing(0.1)
 *         .run();
 * }</pre>
 *
 * @param model the model; it changes as it learns
 * @param optimizer the optimizer of its parameters
 * @param data what to learn from and what choices are made by
 * @param task what the model is to do, which decides loss and metrics
 * @param shuffling where the order of the batches comes from; without, it is that of the data in every epoch
 * @param batchSize how many examples to a mini-batch, at least 1
 * @param epochs how often to go through the training data, at least 1
 * @param aids what helps
 * @param judging when and on what the model is judged
 * @param identity words for all else that the numbers depend on, as {@link #withIdentity} takes them
 */
public record Training(
        Layer model,
        Optimizer optimizer,
        Split data,
        Task task,
        Optional<RandomStream> shuffling,
        int batchSize,
        int epochs,
        Aids aids,
        Judging judging,
        String identity) {
    private static final int USUAL_BATCH_SIZE = 64;
    private static final int USUAL_EPOCHS = 20;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one lies outside its domain, the task does not fit the data, or the curriculum is one for other data
     */
    public Training {
        Aids.require(batchSize >= 1, "batch size", "at least 1", batchSize);
        Aids.require(epochs >= 1, "epochs", "at least 1", epochs);
        task.outputs(data.training());
        Aids.require(
                task.hasLabels() || aids.smoothing() == 0,
                "label smoothing",
                "0 for the task %s, which has no labels".formatted(task.text()),
                aids.smoothing());
        Aids.require(
                !judging.onTest() || data.hasTest(), "the test curve", "left out for data without a test part", data);
        int examples = data.training().size();
        aids.curriculum()
                .ifPresent(lessons -> Aids.require(
                        lessons.size() == examples,
                        "curriculum",
                        "given %s difficulties".formatted(examples),
                        lessons.size()));
    }

    /**
     * {@return a training of 20 epochs of mini-batches of 64 examples, without any help, for the {@linkplain Task#of usual task} of the data}
     *
     * @param model the model; it changes as it learns
     * @param optimizer the optimizer of its parameters
     * @param data what to learn from and what choices are made by
     * @param shuffling where the order of the batches comes from; best a stream of its own
     */
    public static Training of(Layer model, Optimizer optimizer, Split data, RandomStream shuffling) {
        Task task = Task.of(data.training());
        Optional<RandomStream> order = Optional.of(shuffling);
        Judging judging = new Judging(1, false, false);
        return new Training(
                model, optimizer, data, task, order, USUAL_BATCH_SIZE, USUAL_EPOCHS, Aids.NONE, judging, "");
    }

    /**
     * {@return this training with another optimizer}
     *
     * @param other the optimizer of the model's parameters
     */
    public Training withOptimizer(Optimizer other) {
        return new Training(model, other, data, task, shuffling, batchSize, epochs, aids, judging, identity);
    }

    /**
     * {@return this training for another task}
     *
     * @param other what the model is to do; its output and the data must fit
     */
    public Training withTask(Task other) {
        return new Training(model, optimizer, data, other, shuffling, batchSize, epochs, aids, judging, identity);
    }

    /**
     * {@return this training with mini-batches of another size}
     *
     * @param examples how many examples to a mini-batch, at least 1
     */
    public Training withBatchSize(int examples) {
        return new Training(model, optimizer, data, task, shuffling, examples, epochs, aids, judging, identity);
    }

    /**
     * {@return this training for another number of epochs}
     *
     * @param times how often to go through the training data, at least 1
     */
    public Training withEpochs(int times) {
        return new Training(model, optimizer, data, task, shuffling, batchSize, times, aids, judging, identity);
    }

    /**
     * {@return this training with the batches in the order of the data in every epoch: shows what shuffling is good for}
     */
    public Training withoutShuffling() {
        return new Training(model, optimizer, data, task, Optional.empty(), batchSize, epochs, aids, judging, identity);
    }

    /**
     * {@return this training with smoothed labels, as in {@link org.gradus.nn.loss.ClassTargets#smoothed}; only the training loss of the steps
     * shows it}
     *
     * @param share the share of each label that is spread over all classes, from 0 to 1
     */
    public Training withSmoothing(double share) {
        return with(aids.withSmoothing(share));
    }

    /**
     * {@return this training with an exponential moving average of the weights: the model is judged with it, and has it in the end}
     *
     * <p>φ_0 = θ_0, and after every step φ_t = d φ_{t−1} + (1 − d) θ_t. Running statistics of normalization are not averaged.
     *
     * @param decay the decay d, at least 0 and less than 1, such as 0.99
     */
    public Training withAveraging(double decay) {
        return with(aids.withAveraging(decay));
    }

    /**
     * {@return this training with early stopping: it stops when the validation loss has not fallen below its least value for some epochs;
     * the model has the weights of the best epoch in the end, however it ends}
     *
     * @param count after how many epochs to stop, at least 1
     */
    public Training withPatience(int count) {
        return with(aids.withPatience(count));
    }

    /**
     * {@return this training with easy examples first}
     *
     * @param lessons which examples each epoch has
     */
    public Training withCurriculum(Curriculum lessons) {
        return with(aids.withCurriculum(lessons));
    }

    /**
     * {@return this training with the model judged on the validation data after every so many epochs, and on the training data only where that is asked for}
     *
     * <p>It is judged before training and after the last epoch in any case. Early stopping and schedules that look at the validation loss see
     * only every such epoch.
     *
     * @param everyEpochs after how many epochs, at least 1; usual is 1
     * @param onTraining whether on the training data too; usually not
     */
    public Training withEvaluation(int everyEpochs, boolean onTraining) {
        return with(new Judging(everyEpochs, onTraining, judging.onTest()));
    }

    /**
     * {@return this training with the model judged on the test data too, each time that it is judged; nothing is chosen by it}
     */
    public Training withTestCurve() {
        return with(new Judging(judging.everyEpochs(), judging.onTraining(), true));
    }

    private Training with(Aids others) {
        return new Training(model, optimizer, data, task, shuffling, batchSize, epochs, others, judging, identity);
    }

    private Training with(Judging other) {
        return new Training(model, optimizer, data, task, shuffling, batchSize, epochs, aids, other, identity);
    }

    /**
     * {@return this training with words for all that its numbers depend on and that it cannot know itself, such as the settings that its model
     * and its optimizer were made from}
     *
     * <p>A checkpoint keeps them, and only a training with the same words goes on from it. Settings written as {@code name=value}, one to a
     * line, are compared one by one, so that a message names the one that differs.
     *
     * @param settings the words; "" is none
     */
    public Training withIdentity(String settings) {
        return new Training(model, optimizer, data, task, shuffling, batchSize, epochs, aids, judging, settings);
    }

    /**
     * Trains. A loss or gradient that is NaN or infinite, or a gradient that the optimizer finds too large, ends the run; the outcome says so.
     *
     * @param listeners who is told of steps and epochs
     * @return what was measured
     * @throws IllegalArgumentException as in {@link #start}
     */
    public History run(Listener... listeners) {
        return start(listeners).finish();
    }

    /**
     * {@return a run of this training, before its first step; there should be only one at a time, because it changes the model}
     *
     * @param listeners who is told of steps and epochs; a {@link Probe} also looks into them
     * @throws IllegalArgumentException if an update is to have the gradients of more mini-batches than an epoch has
     */
    public TrainingRun start(Listener... listeners) {
        long most = batches().perEpoch(most());
        Aids.require(
                optimizer.accumulating() <= most,
                "mini-batches to an update",
                "at most %s, which is what an epoch has".formatted(most),
                optimizer.accumulating());
        return new TrainingRun(this, listeners);
    }

    /**
     * {@return what is worth knowing before the run, each in a sentence: classes that a part of the data lacks, a curriculum that never comes to
     * all examples; empty if there is nothing}
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!data.missing().isEmpty()) {
            warnings.add(
                    "the split leaves out classes: %s; split stratified, or by another seed".formatted(data.missing()));
        }
        int examples = data.training().size();
        if (most() < examples) {
            warnings.add(
                    "the curriculum is longer than the run: the last of %s epochs has only %s of %s examples; train for more epochs, or make it shorter"
                            .formatted(epochs, most(), examples));
        }
        return warnings;
    }

    private int most() {
        return aids.curriculum()
                .map(lessons -> lessons.count(epochs))
                .orElse(data.training().size());
    }

    /**
     * {@return how many steps the first epochs have}
     *
     * @param count how many epochs; {@link #epochs()} for the whole training
     */
    public long steps(int count) {
        return sum(count, batches()::perEpoch);
    }

    /** {@return how many updates the optimizer makes in the whole training: what a schedule is as long as} */
    public long updates() {
        Batches batches = batches();
        long every = optimizer.accumulating();
        return sum(epochs, examples -> (batches.perEpoch(examples) + every - 1) / every);
    }

    /** A formula, not a loop over the epochs: there may be a billion of them. */
    private long sum(int count, IntToLongFunction ofExamples) {
        return aids.curriculum()
                .map(lessons -> lessons.sum(count, ofExamples))
                .orElseGet(() -> count * ofExamples.applyAsLong(data.training().size()));
    }

    Batches batches() {
        return shuffling
                .map(random -> new Batches(data.training(), batchSize, random))
                .orElseGet(() -> Batches.inOrder(data.training(), batchSize));
    }

    /** The examples of an epoch, in the order of the data. */
    int[] examples(int epoch) {
        return aids.curriculum()
                .map(lessons -> lessons.examples(epoch))
                .orElseGet(() -> IntStream.range(0, data.training().size()).toArray());
    }

    /** What decides which examples a batch has: a run that goes on in the middle of an epoch must agree in it. */
    Map<String, String> order() {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("training data", text(data.training()));
        order.put("batch size", Integer.toString(batchSize));
        order.put("shuffling", shuffling.isPresent() ? "on" : "off");
        order.put("curriculum", aids.curriculum().map(Curriculum::fingerprint).orElse("off"));
        return order;
    }

    /** What this is a training of, by name: a run that is resumed must agree in it. The number of epochs is not among it. */
    Map<String, String> description() {
        Map<String, String> description = new LinkedHashMap<>(order());
        description.put("validation data", text(data.validation()));
        if (data.hasTest()) {
            description.put("test data", text(data.test()));
        }
        description.put("task", task.text());
        description.put("label smoothing", Double.toString(aids.smoothing()));
        description.put("averaging", Double.toString(aids.averaging()));
        description.put("patience", Integer.toString(aids.patience()));
        description.put("epochs from one evaluation to the next", Integer.toString(judging.everyEpochs()));
        description.put("evaluation on the training data", judging.onTraining() ? "on" : "off");
        description.put("evaluation on the test data", judging.onTest() ? "on" : "off");
        description.put("mini-batches to an update", Integer.toString(optimizer.accumulating()));
        if (!identity.isEmpty()) {
            description.put("settings", identity);
        }
        return Collections.unmodifiableMap(description);
    }

    /** The sizes and the fingerprint. */
    private static String text(Dataset data) {
        return data + ", fingerprint " + data.fingerprint();
    }

    /** What is trained on what, as in {@code 20 epochs of mini-batches of 64; training: 1438 examples of 64 features in 10 classes; …}. */
    @Override
    public String toString() {
        return "%s epochs of mini-batches of %s; %s".formatted(epochs, batchSize, data);
    }
}
