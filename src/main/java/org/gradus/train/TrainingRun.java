package org.gradus.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Weights;
import org.gradus.nn.loss.ClassTargets;
import org.gradus.nn.loss.Losses;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * A training under way, which can be stopped between any two steps, saved, and resumed there, also in another process.
 *
 * <pre>{@code
 * TrainingRun run = training.start();
 * while (run.step()) {
 *     // between two steps: run.save(), or leave
 * }
 * History history = run.finish();
 * }</pre>
 */
public final class TrainingRun {
    private static final String SHUFFLING = "shuffling";
    private static final String SHUFFLING_OF_EPOCH = "shuffling before the epoch";

    private final Training training;
    private final Layer model;
    private final Optimizer optimizer;
    private final List<Listener> listeners;
    private final Batches batches;

    private final List<StepMetrics> steps = new ArrayList<>();
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private Optional<Average> average;
    private Optional<Best> best = Optional.empty();
    private List<Dataset> dealt = List.of(); // the batches of the present epoch; none between epochs
    private int batch; // how many of them are done
    private String shufflingOfEpoch = "";
    private boolean started;
    private Optional<Checkpoint> end = Optional.empty(); // before the model got its final weights

    TrainingRun(Training training, Listener... listeners) {
        this.training = training;
        this.model = training.model();
        this.optimizer = training.optimizer().leaving(frozen(training.model()));
        this.listeners = List.of(listeners);
        this.batches = training.batches();
        this.average = newAverage();
    }

    /** The parameters the model names that are not to learn. */
    private static Set<Parameter> frozen(Layer model) {
        Set<Parameter> frozen = Collections.newSetFromMap(new IdentityHashMap<>());
        frozen.addAll(model.parameters().values());
        frozen.removeAll(model.trainable().values());
        return frozen;
    }

    private Optional<Average> newAverage() {
        double decay = training.averaging();
        return decay > 0 ? Optional.of(new Average(model.trainable(), decay)) : Optional.empty();
    }

    /**
     * Takes one step. The first one is preceded, and the last of an epoch followed, by an evaluation.
     *
     * @return false if there was none to take, because training has ended
     */
    public boolean step() {
        begin();
        if (!(outcome() instanceof Outcome.Unfinished)) {
            return false;
        }
        if (batch == 0) {
            deal();
        }
        Dataset examples = dealt.get(batch);
        ClassTargets targets = ClassTargets.of(examples.labels()).smoothed(training.smoothing());
        Tensor loss = Losses.crossEntropy(model.forward(examples.features(), Mode.TRAINING), targets);
        Gradients gradients = loss.backward();
        StepMetrics step =
                new StepMetrics(steps() + 1, epochs.size(), loss.item(), gradients.norm(), optimizer.learningRate());
        steps.add(step);
        listeners.forEach(listener -> listener.onStep(step));
        batch++;
        boolean diverged = step.divergence().isPresent();
        if (!diverged) {
            boolean moved = optimizer.step(gradients, examples.size()) || batch == dealt.size() && optimizer.flush();
            if (moved) {
                average.ifPresent(Average::follow);
            }
        }
        if (diverged || batch == dealt.size()) {
            batch = 0;
            dealt = List.of();
            evaluate();
        }
        return true;
    }

    /** Tells the listeners, and measures the model before training. */
    private void begin() {
        if (started) {
            return;
        }
        started = true;
        History past = history();
        listeners.forEach(listener -> listener.onStart(past));
        if (epochs.isEmpty()) {
            evaluate();
        }
    }

    private void deal() {
        shufflingOfEpoch = training.shuffling().map(RandomStream::save).orElse("");
        dealt = batches.nextEpoch(training.examples(epochs.size()));
    }

    /** Measures the model, with averaged weights if there are such. */
    private void evaluate() {
        Map<String, Tensor> trained = Weights.of(model);
        average.ifPresent(Average::put);
        EpochMetrics metrics = new EpochMetrics(
                epochs.size(),
                Evaluation.of(model, training.data().training()),
                Evaluation.of(model, training.data().validation()));
        epochs.add(metrics);
        optimizer.see(validationLosses());
        if (training.patience() > 0 && isBest(metrics)) {
            best = Optional.of(new Best(metrics.epoch(), Weights.of(model)));
        }
        if (average.isPresent()) {
            Weights.load(model, trained);
        }
        listeners.forEach(listener -> listener.onEpoch(metrics));
    }

    /** After each epoch; what was measured before training is no result of it. */
    private List<Double> validationLosses() {
        return epochs.stream()
                .skip(1)
                .map(metrics -> metrics.validation().loss())
                .toList();
    }

    private boolean isBest(EpochMetrics metrics) {
        return best.map(record -> metrics.validation().loss()
                        < epochs.get(record.epoch()).validation().loss())
                .orElse(true);
    }

    /**
     * Takes all steps that are left, and gives the model its final weights: those of the best epoch if there is early stopping, else the
     * averaged ones if there is averaging.
     *
     * @return all that was measured
     */
    public History finish() {
        boolean more = true;
        while (more) {
            more = step();
        }
        History history = history();
        if (end.isEmpty()) {
            end = Optional.of(save());
            average.ifPresent(Average::put);
            best.ifPresent(record -> Weights.load(model, record.weights()));
            listeners.forEach(listener -> listener.onEnd(history));
        }
        return history;
    }

    /** {@return the number of steps taken, those before a fork included; one at which the run diverged was not taken} */
    public long steps() {
        if (steps.isEmpty()) {
            return optimizer.steps();
        }
        StepMetrics last = steps.get(steps.size() - 1);
        return last.divergence().isPresent() ? last.step() - 1 : last.step();
    }

    /** {@return all that was measured so far} */
    public History history() {
        return new History(steps, epochs, outcome());
    }

    private Outcome outcome() {
        int epoch = epochs.size() - 1; // the last one that was measured
        if (!steps.isEmpty() && steps.get(steps.size() - 1).divergence().isPresent()) {
            StepMetrics last = steps.get(steps.size() - 1);
            return new Outcome.Diverged(last.step(), last.divergence().orElseThrow());
        }
        if (epoch >= training.epochs()) {
            return new Outcome.Completed();
        }
        return best.filter(record -> epoch - record.epoch() >= training.patience())
                .<Outcome>map(record -> new Outcome.Stopped(epoch, record.epoch()))
                .orElse(new Outcome.Unfinished());
    }

    /** {@return all that the run depends on; of a run that has ended, as it was before the model got its final weights} */
    public Checkpoint save() {
        return end.orElseGet(this::present);
    }

    private Checkpoint present() {
        Map<String, String> saved = new LinkedHashMap<>();
        streams().forEach((name, stream) -> saved.put(name, stream.save()));
        if (batch > 0) {
            saved.put(SHUFFLING_OF_EPOCH, shufflingOfEpoch);
        }
        return new Checkpoint(
                training.description(),
                Weights.of(model),
                optimizer.save(),
                steps(),
                optimizer.steps(),
                saved,
                batch,
                average.map(Average::save).orElse(Map.of()),
                best,
                steps,
                epochs);
    }

    private Map<String, RandomStream> streams() {
        Map<String, RandomStream> streams = new LinkedHashMap<>();
        training.shuffling().ifPresent(stream -> streams.put(SHUFFLING, stream));
        model.streams().forEach((path, stream) -> streams.put("model." + path, stream));
        return streams;
    }

    /**
     * Goes on where a run of the same training was when it was saved; only the number of epochs may differ.
     *
     * @param checkpoint what {@link #save} gave
     * @throws IllegalArgumentException if it is a checkpoint of another training; nothing has changed then
     */
    public void resume(Checkpoint checkpoint) {
        requireSame(training.description(), checkpoint);
        if (!checkpoint.streams().keySet().containsAll(streams().keySet())) {
            throw new IllegalArgumentException("checkpoint: it has the random streams %s, the training draws from %s"
                    .formatted(checkpoint.streams().keySet(), streams().keySet()));
        }
        goOn(checkpoint, () -> optimizer.load(checkpoint.optimizer(), checkpoint.updates()));
    }

    /**
     * Goes on where another run was when it was saved, with another rule, another schedule or other aids: with its weights, its history, its
     * random streams and its schedule's position, and with its optimizer's state if the rule is of the same kind, as {@link Optimizer#take}
     * has it. In the middle of an epoch the batches must be the same as those of the other run.
     *
     * @param checkpoint what {@link #save} gave
     * @throws IllegalArgumentException if the model is of another form, or the batches are others; nothing has changed then
     */
    public void fork(Checkpoint checkpoint) {
        if (checkpoint.batch() > 0) {
            requireSame(training.order(), checkpoint);
        }
        goOn(checkpoint, () -> optimizer.take(checkpoint.optimizer(), checkpoint.updates()));
    }

    private static void requireSame(Map<String, String> wanted, Checkpoint checkpoint) {
        wanted.forEach((name, here) -> {
            String there = checkpoint.description().getOrDefault(name, "not known");
            if (!there.equals(here)) {
                throw new IllegalArgumentException("checkpoint: it is one of another training: %s is %s there, %s here"
                        .formatted(name, there, here));
            }
        });
    }

    private void goOn(Checkpoint checkpoint, Runnable loadOptimizer) {
        Checkpoint before = present();
        try {
            load(checkpoint, loadOptimizer);
        } catch (IllegalArgumentException e) {
            load(before, () -> optimizer.load(before.optimizer(), before.updates()));
            throw e;
        }
        started = false;
        end = Optional.empty();
    }

    private void load(Checkpoint checkpoint, Runnable loadOptimizer) {
        best = training.patience() > 0 ? checkpoint.best() : Optional.empty();
        best.ifPresent(record -> Weights.load(model, record.weights())); // so that they are known to fit
        Weights.load(model, checkpoint.weights());
        loadOptimizer.run();
        average = newAverage();
        average.filter(mean -> !checkpoint.average().isEmpty()).ifPresent(mean -> mean.load(checkpoint.average()));
        steps.clear();
        steps.addAll(checkpoint.steps());
        epochs.clear();
        epochs.addAll(checkpoint.epochs());
        optimizer.see(validationLosses());
        batch = checkpoint.batch();
        dealt = List.of();
        if (batch > 0) {
            dealAgain(checkpoint);
        }
        Map<String, RandomStream> streams = streams();
        streams.keySet().retainAll(checkpoint.streams().keySet()); // a fork may draw from more
        streams.forEach((name, stream) -> stream.load(checkpoint.streams().get(name)));
    }

    /** Deals the present epoch out as it was dealt out before. */
    private void dealAgain(Checkpoint checkpoint) {
        training.shuffling()
                .ifPresent(stream -> stream.load(checkpoint.streams().getOrDefault(SHUFFLING_OF_EPOCH, "")));
        deal();
        if (batch >= dealt.size()) {
            throw new IllegalArgumentException("checkpoint: it is one after batch %s of an epoch, which has only %s"
                    .formatted(batch, dealt.size()));
        }
    }

    /** Where it is, as in {@code training run after 120 steps, unfinished}. */
    @Override
    public String toString() {
        return "training run after %s steps, %s".formatted(steps(), outcome().text());
    }
}
