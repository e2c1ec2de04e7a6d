package org.gradus.train;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.RandomStream;

/**
 * A classifier about to be trained with softmax cross-entropy, and what is to help it. What is not asked for is off, and then costs nothing
 * and changes no bit.
 *
 * <pre>{@code
 * History history = Training.of(model, optimizer, data, random.split("shuffle"))
 *         .withEpochs(30)
 *         .withSmoothing(0.1)
 *         .run();
 * }</pre>
 *
 * @param model the classifier; it changes as it learns
 * @param optimizer the optimizer of its parameters
 * @param data what to learn from and what to be judged by
 * @param shuffling where the order of the batches comes from; without, it is that of the data in every epoch
 * @param batchSize how many examples to a mini-batch, at least 1
 * @param epochs how often to go through the training data, at least 1
 * @param smoothing the share of each label that is spread over all classes, from 0 to 1; 0 is off
 * @param averaging the decay d of the average φ ← d φ + (1 − d) θ of the weights, at least 0 and less than 1; 0 is off
 * @param patience after how many epochs without a lower validation loss to stop; 0 is off
 * @param curriculum which examples each epoch has; without, all
 */
public record Training(
        Layer model,
        Optimizer optimizer,
        Split data,
        Optional<RandomStream> shuffling,
        int batchSize,
        int epochs,
        double smoothing,
        double averaging,
        int patience,
        Optional<Curriculum> curriculum) {
    private static final int USUAL_BATCH_SIZE = 64;
    private static final int USUAL_EPOCHS = 20;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one lies outside its domain, or the curriculum is one for other data
     */
    public Training {
        require(batchSize >= 1, "batch size", "at least 1", batchSize);
        require(epochs >= 1, "epochs", "at least 1", epochs);
        require(smoothing >= 0 && smoothing <= 1, "label smoothing", "from 0 to 1", smoothing);
        require(averaging >= 0 && averaging < 1, "averaging", "at least 0 and less than 1", averaging);
        require(patience >= 0, "patience", "at least 0", patience);
        int examples = data.training().size();
        curriculum.ifPresent(lessons -> require(
                lessons.size() == examples, "curriculum", "given %s difficulties".formatted(examples), lessons.size()));
    }

    private static void require(boolean holds, String name, String domain, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("%s: must be %s, found %s".formatted(name, domain, found));
        }
    }

    /**
     * {@return a training of 20 epochs of mini-batches of 64 examples, without any help}
     *
     * @param model the classifier; it changes as it learns
     * @param optimizer the optimizer of its parameters
     * @param data what to learn from and what to be judged by
     * @param shuffling where the order of the batches comes from; best a stream of its own
     */
    public static Training of(Layer model, Optimizer optimizer, Split data, RandomStream shuffling) {
        return new Training(
                model,
                optimizer,
                data,
                Optional.of(shuffling),
                USUAL_BATCH_SIZE,
                USUAL_EPOCHS,
                0,
                0,
                0,
                Optional.empty());
    }

    /**
     * {@return this training with another optimizer}
     *
     * @param other the optimizer of the model's parameters
     */
    public Training withOptimizer(Optimizer other) {
        return new Training(
                model, other, data, shuffling, batchSize, epochs, smoothing, averaging, patience, curriculum);
    }

    /**
     * {@return this training with mini-batches of another size}
     *
     * @param examples how many examples to a mini-batch, at least 1
     */
    public Training withBatchSize(int examples) {
        return new Training(
                model, optimizer, data, shuffling, examples, epochs, smoothing, averaging, patience, curriculum);
    }

    /**
     * {@return this training for another number of epochs}
     *
     * @param times how often to go through the training data, at least 1
     */
    public Training withEpochs(int times) {
        return new Training(
                model, optimizer, data, shuffling, batchSize, times, smoothing, averaging, patience, curriculum);
    }

    /** {@return this training with the batches in the order of the data in every epoch: shows what shuffling is good for} */
    public Training withoutShuffling() {
        return new Training(
                model,
                optimizer,
                data,
                Optional.empty(),
                batchSize,
                epochs,
                smoothing,
                averaging,
                patience,
                curriculum);
    }

    /**
     * {@return this training with smoothed labels, as in {@link org.gradus.nn.loss.ClassTargets#smoothed}; only the training loss of the steps
     * shows it}
     *
     * @param share the share of each label that is spread over all classes, from 0 to 1
     */
    public Training withSmoothing(double share) {
        return new Training(
                model, optimizer, data, shuffling, batchSize, epochs, share, averaging, patience, curriculum);
    }

    /**
     * {@return this training with an exponential moving average of the weights: the model is judged with it after each epoch, and has it in
     * the end}
     *
     * <p>φ_0 = θ_0, and after every step φ_t = d φ_{t−1} + (1 − d) θ_t. Running statistics of normalization are not averaged.
     *
     * @param decay the decay d, at least 0 and less than 1, such as 0.99
     */
    public Training withAveraging(double decay) {
        return new Training(
                model, optimizer, data, shuffling, batchSize, epochs, smoothing, decay, patience, curriculum);
    }

    /**
     * {@return this training with early stopping: it stops when the validation loss has not fallen below its least value for some epochs;
     * the model has the weights of the best epoch in the end, however it ends}
     *
     * @param count after how many epochs to stop, at least 1
     */
    public Training withPatience(int count) {
        return new Training(
                model, optimizer, data, shuffling, batchSize, epochs, smoothing, averaging, count, curriculum);
    }

    /**
     * {@return this training with easy examples first}
     *
     * @param lessons which examples each epoch has
     */
    public Training withCurriculum(Curriculum lessons) {
        return new Training(
                model,
                optimizer,
                data,
                shuffling,
                batchSize,
                epochs,
                smoothing,
                averaging,
                patience,
                Optional.of(lessons));
    }

    /**
     * Trains. A loss or gradient that is NaN or infinite ends the run; the outcome says so.
     *
     * @param listeners who is told of steps and epochs
     * @return what was measured
     */
    public History run(Listener... listeners) {
        return start(listeners).finish();
    }

    /**
     * {@return a run of this training, before its first step; there should be only one at a time, because it changes the model}
     *
     * @param listeners who is told of steps and epochs
     */
    public TrainingRun start(Listener... listeners) {
        return new TrainingRun(this, listeners);
    }

    /**
     * {@return how many steps the first epochs have}
     *
     * @param count how many epochs; {@link #epochs()} for the whole training
     */
    public long steps(int count) {
        Batches batches = batches();
        return IntStream.rangeClosed(1, count)
                .mapToLong(epoch -> batches.perEpoch(examples(epoch).length))
                .sum();
    }

    /** {@return how many updates the optimizer makes in the whole training: what a schedule is as long as} */
    public long updates() {
        Batches batches = batches();
        long every = optimizer.accumulating();
        return IntStream.rangeClosed(1, epochs)
                .mapToLong(epoch -> (batches.perEpoch(examples(epoch).length) + every - 1) / every)
                .sum();
    }

    Batches batches() {
        return shuffling
                .map(random -> new Batches(data.training(), batchSize, random))
                .orElseGet(() -> Batches.inOrder(data.training(), batchSize));
    }

    /** The examples of an epoch, in the order of the data. */
    int[] examples(int epoch) {
        return curriculum
                .map(lessons -> lessons.examples(epoch))
                .orElseGet(() -> IntStream.range(0, data.training().size()).toArray());
    }

    /** What decides which examples a batch has: a run that goes on in the middle of an epoch must agree in it. */
    Map<String, String> order() {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("training data", text(data.training()));
        order.put("batch size", Integer.toString(batchSize));
        order.put("shuffling", shuffling.isPresent() ? "on" : "off");
        order.put("curriculum", curriculum.isPresent() ? "on" : "off");
        return order;
    }

    /** What this is a training of, by name: a run that is resumed must agree in it. */
    Map<String, String> description() {
        Map<String, String> description = new LinkedHashMap<>(order());
        description.put("validation data", text(data.validation()));
        description.put("label smoothing", Double.toString(smoothing));
        description.put("averaging", Double.toString(averaging));
        description.put("patience", Integer.toString(patience));
        return Collections.unmodifiableMap(description);
    }

    /** The sizes, and a number that another order or split of the data would most likely change. */
    private static String text(Dataset data) {
        return data + ", labels " + HexFormat.of().toHexDigits(Arrays.hashCode(data.labels()));
    }

    /** What is trained on what, as in {@code 20 epochs of mini-batches of 64; training: 1438 examples of 64 features in 10 classes; …}. */
    @Override
    public String toString() {
        return "%s epochs of mini-batches of %s; %s".formatted(epochs, batchSize, data);
    }
}
