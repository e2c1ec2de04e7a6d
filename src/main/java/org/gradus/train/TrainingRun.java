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
import org.gradus.nn.Remembered;
import org.gradus.nn.Weights;
import org.gradus.optim.ExplodingGradientException;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * A training under way, which can be stopped between any two steps, saved, and resumed there, also in another process.
 *
 * <p>It ends between two steps when {@link #interrupt} asks for it, from whatever thread, or when the thread that trains is interrupted.
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
    private final Map<String, String> description;
    private final List<Listener> listeners;
    private final List<Probe> probes;
    private final Batches batches;
    private final WeightsToUse toUse;

    private final List<StepMetrics> steps = new ArrayList<>();
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private Optional<Best> best = Optional.empty();
    private List<Dataset> dealt = List.of(); // the batches of the present epoch; none between epochs
    private int epoch; // how many are done
    private int batch; // how many of the present epoch are done
    private String shufflingOfEpoch = "";
    private boolean started;
    private volatile boolean asked; // to end
    private boolean interrupted;
    private Optional<String> divergence = Optional.empty(); // what was wrong at the last step, which was not taken then
    private Optional<Checkpoint> end = Optional.empty(); // before the model got its final weights

    TrainingRun(Training training, Listener... listeners) {
        this.training = training;
        this.model = training.model();
        this.optimizer = training.optimizer().leaving(frozen(training.model()));
        this.description = training.description();
        this.listeners = List.of(listeners);
        this.probes = this.listeners.stream()
                .filter(Probe.class::isInstance)
                .map(Probe.class::cast)
                .toList();
        this.batches = training.batches();
        this.toUse = new WeightsToUse(training);
    }

    /** The parameters the model names that are not to learn. */
    private static Set<Parameter> frozen(Layer model) {
        Set<Parameter> frozen = Collections.newSetFromMap(new IdentityHashMap<>());
        frozen.addAll(model.parameters().values());
        frozen.removeAll(model.trainable().values());
        return frozen;
    }

    /**
     * Asks the run to end before its next step, as {@link Outcome.Interrupted}. It can be saved then, and go on when it is resumed.
     *
     * <p>May be called by any thread. An interrupt of the thread that trains does the same; that thread is then no longer interrupted, so that
     * what was measured can be written.
     */
    public void interrupt() {
        asked = true;
    }

    /**
     * Takes one step. The first one is preceded, and the last of an epoch followed, by an evaluation.
     *
     * @return false if there was none to take, because training has ended
     * @throws IllegalArgumentException if task, data and the model's output do not fit; nothing has been written then
     */
    public boolean step() {
        begin();
        if (!goesOn()) {
            return false;
        }
        if (batch == 0) {
            deal();
        }
        Dataset examples = dealt.get(batch);
        Tensor loss = loss(examples);
        Gradients gradients = loss.backward();
        StepMetrics step =
                new StepMetrics(steps() + 1, epoch + 1, loss.item(), gradients.norm(), optimizer.learningRate());
        divergence = step.divergence();
        steps.add(step);
        listeners.forEach(listener -> listener.onStep(step));
        List<Probe> looking =
                probes.stream().filter(probe -> probe.wants(step.step())).toList();
        Optional<Probe.Moment> before =
                looking.isEmpty() ? Optional.empty() : Optional.of(Probe.Moment.of(model, optimizer));
        batch++;
        if (divergence.isEmpty()) {
            move(gradients, examples);
        }
        before.ifPresent(moment -> {
            Probe.Inside inside = Probe.Inside.of(step, gradients, model, moment, Probe.Moment.of(model, optimizer));
            looking.forEach(probe -> probe.onProbe(inside));
        });
        if (divergence.isPresent() || batch == dealt.size()) {
            endEpoch();
        }
        return true;
    }

    private boolean goesOn() {
        if (!(outcome() instanceof Outcome.Unfinished)) {
            return false;
        }
        interrupted = asked || Thread.interrupted();
        return !interrupted;
    }

    private Tensor loss(Dataset examples) {
        Tensor outputs = model.forward(examples.features(), Mode.TRAINING);
        return training.task().loss(outputs, examples, training.aids().smoothing());
    }

    private void move(Gradients gradients, Dataset examples) {
        try {
            if (optimizer.step(gradients, examples.size(), () -> Remembered.again(model, () -> loss(examples)))
                    || batch == dealt.size() && optimizer.flush()) {
                toUse.follow();
            }
        } catch (ExplodingGradientException e) {
            divergence = Optional.of(e.reason());
        }
    }

    /** Measures the model before training, which refuses what does not fit, and only then tells the listeners, who may write. */
    private void begin() {
        if (started) {
            return;
        }
        History past = history();
        Optional<EpochMetrics> first = epochs.isEmpty() ? Optional.of(measure()) : Optional.empty();
        started = true;
        listeners.forEach(listener -> listener.onStart(past));
        first.ifPresent(this::add);
    }

    private void endEpoch() {
        batch = 0;
        dealt = List.of();
        epoch++;
        if (divergence.isPresent() || training.judging().isDue(epoch) || epoch == training.epochs()) {
            add(measure());
        }
    }

    private void deal() {
        shufflingOfEpoch = training.shuffling().map(RandomStream::save).orElse("");
        dealt = batches.nextEpoch(training.examples(epoch + 1));
    }

    private EpochMetrics measure() {
        return toUse.judged(() -> training.judging().measure(epoch, model, training.data(), training.task()));
    }

    /** Keeps what was measured. What was measured for the record only, because the run ends, no decision depends on. */
    private void add(EpochMetrics metrics) {
        epochs.add(metrics);
        if (training.judging().isDue(metrics.epoch())) {
            optimizer.see(validationLosses());
            if (training.aids().patience() > 0 && isBest(metrics)) {
                best = Optional.of(new Best(metrics.epoch(), toUse.judged(() -> Weights.of(model))));
            }
        }
        listeners.forEach(listener -> listener.onEpoch(metrics));
    }

    /** After each epoch that counts; what was measured before training is no result of it. */
    private List<Double> validationLosses() {
        return epochs.stream()
                .filter(metrics -> metrics.epoch() > 0 && training.judging().isDue(metrics.epoch()))
                .map(metrics -> metrics.validation().loss())
                .toList();
    }

    private boolean isBest(EpochMetrics metrics) {
        return epochs.stream()
                .filter(other -> best.isPresent() && other.epoch() == best.get().epoch())
                .allMatch(least ->
                        metrics.validation().loss() < least.validation().loss());
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
            toUse.put();
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
        long last = steps.get(steps.size() - 1).step();
        return divergence.isPresent() ? last - 1 : last;
    }

    /** {@return all that was measured so far} */
    public History history() {
        return new History(steps, epochs, outcome());
    }

    private Outcome outcome() {
        if (divergence.isPresent()) {
            return new Outcome.Diverged(steps() + 1, divergence.get());
        }
        if (epoch >= training.epochs()) {
            return new Outcome.Completed();
        }
        int judged = epoch - epoch % training.judging().everyEpochs(); // the last one that counted
        return best.filter(record -> judged - record.epoch() >= training.aids().patience())
                .<Outcome>map(record -> new Outcome.Stopped(epoch, record.epoch()))
                .orElse(interrupted ? new Outcome.Interrupted(steps()) : new Outcome.Unfinished());
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
                description,
                Weights.of(model),
                optimizer.save(),
                steps(),
                optimizer.steps(),
                saved,
                epoch,
                batch,
                toUse.save(),
                best,
                steps,
                epochs,
                divergence);
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
        checkpoint.requireOneOf(description);
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
            checkpoint.requireAgreement(training.order());
        }
        goOn(checkpoint, () -> optimizer.take(checkpoint.optimizer(), checkpoint.updates()));
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
        asked = false;
        interrupted = false;
        end = Optional.empty();
    }

    private void load(Checkpoint checkpoint, Runnable loadOptimizer) {
        best = training.aids().patience() > 0 ? checkpoint.best() : Optional.empty();
        best.ifPresent(record -> Weights.load(model, record.weights())); // so that they are known to fit
        Weights.load(model, checkpoint.weights());
        loadOptimizer.run();
        toUse.load(checkpoint.average());
        steps.clear();
        steps.addAll(checkpoint.steps());
        epochs.clear();
        epochs.addAll(checkpoint.epochs());
        epoch = checkpoint.epoch();
        divergence = checkpoint.divergence();
        if (divergence.isEmpty()) { // what was measured only because the run ended, one with more epochs lacks
            epochs.removeIf(was ->
                    was.epoch() < training.epochs() && !training.judging().isDue(was.epoch()));
        }
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
