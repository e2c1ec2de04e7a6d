package org.gradus.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.gradus.data.Safetensors;
import org.gradus.optim.Memory;
import org.gradus.tensor.Tensor;

/**
 * A checkpoint as a {@code .safetensors} file: numbers as tensors, of which no bit is lost, and the rest as metadata.
 *
 * <p>Tensors are named {@code model.0.weight}, {@code optimizer.0.m}, {@code average.0.weight}, {@code best.0.weight} and
 * {@code history.loss}; so other programs read them too. The format itself would not see a bit that changed in them: that is what the
 * checksum is for.
 */
final class CheckpointFile {
    static final String FORMAT = "format";
    static final String THIS_FORMAT = "gradus checkpoint 3";
    static final String CHECKSUM = "checksum";
    static final String STEP = "step";
    static final String EPOCH = "epoch";
    static final String BATCH = "batch";
    static final String BEST_EPOCH = "best epoch";
    static final String DIVERGENCE = "divergence";
    static final String FIRST_STEP = "first step";
    static final String TRAINING = "training.";
    static final String STREAM = "stream.";
    static final String OPTIMIZER = "optimizer.";
    static final String RULE = "rule";
    static final String PARAMETERS = "parameters";
    static final String STEPS = "steps";
    static final String UPDATES = "updates";
    static final String MODEL = "model.";
    static final String AVERAGE = "average.";
    static final String BEST = "best.";
    static final String MEASURED = "measured";
    static final String HISTORY = "history.";

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    private CheckpointFile(Checkpoint checkpoint) {
        notes.put(FORMAT, THIS_FORMAT);
        notes.put(STEP, Long.toString(checkpoint.step()));
        notes.put(UPDATES, Long.toString(checkpoint.updates()));
        notes.put(EPOCH, Integer.toString(checkpoint.epoch()));
        notes.put(BATCH, Integer.toString(checkpoint.batch()));
        checkpoint.description().forEach((name, text) -> notes.put(TRAINING + name, text));
        checkpoint.streams().forEach((name, state) -> notes.put(STREAM + name, state));
        putTensors(MODEL, checkpoint.weights());
        for (int i = 0; i < checkpoint.optimizer().size(); i++) {
            putMemory(OPTIMIZER + i + ".", checkpoint.optimizer().get(i));
        }
        putTensors(AVERAGE, checkpoint.average());
        checkpoint.best().ifPresent(best -> {
            notes.put(BEST_EPOCH, Integer.toString(best.epoch()));
            putTensors(BEST, best.weights());
        });
        putHistory(checkpoint.steps(), checkpoint.epochs());
        checkpoint.divergence().ifPresent(reason -> notes.put(DIVERGENCE, reason));
        notes.put(CHECKSUM, checksum(tensors, notes));
    }

    /**
     * Writes a checkpoint, replacing an older file in one step.
     *
     * @throws org.gradus.data.DataException if it cannot be written
     */
    static void write(Path file, Checkpoint checkpoint) {
        Safetensors content = content(checkpoint);
        Safetensors.write(file, content.tensors(), content.metadata());
    }

    /** What is written. */
    static Safetensors content(Checkpoint checkpoint) {
        CheckpointFile content = new CheckpointFile(checkpoint);
        return new Safetensors(content.tensors, content.notes);
    }

    private void putTensors(String prefix, Map<String, Tensor> named) {
        named.forEach((name, tensor) -> tensors.put(prefix + name, tensor));
    }

    private void putMemory(String prefix, Memory memory) {
        notes.put(prefix + RULE, memory.rule());
        notes.put(prefix + PARAMETERS, String.join("\n", memory.parameters()));
        notes.put(prefix + STEPS, Long.toString(memory.steps()));
        putTensors(prefix, memory.values());
    }

    private void putHistory(List<StepMetrics> steps, List<EpochMetrics> epochs) {
        notes.put(FIRST_STEP, steps.isEmpty() ? "1" : Long.toString(steps.get(0).step()));
        putColumn("epoch", steps, StepMetrics::epoch);
        putColumn("loss", steps, StepMetrics::loss);
        putColumn("gradient_norm", steps, StepMetrics::gradientNorm);
        putColumn("learning_rate", steps, StepMetrics::learningRate);
        putColumn(MEASURED, epochs, EpochMetrics::epoch);
        putPart("validation", epochs, epoch -> Optional.of(epoch.validation()));
        putPart("training", epochs, EpochMetrics::training);
        putPart("test", epochs, EpochMetrics::test);
    }

    /** What was measured on a part of the data, at the epochs at which something was, whose places are a column too. */
    private void putPart(String part, List<EpochMetrics> epochs, Function<EpochMetrics, Optional<Evaluation>> of) {
        int[] places = IntStream.range(0, epochs.size())
                .filter(i -> of.apply(epochs.get(i)).isPresent())
                .toArray();
        List<Evaluation> evaluations = IntStream.of(places)
                .mapToObj(i -> of.apply(epochs.get(i)).orElseThrow())
                .toList();
        tensors.put(
                HISTORY + part, Tensor.of(IntStream.of(places).asDoubleStream().toArray()));
        putColumn(part + "_loss", evaluations, Evaluation::loss);
        evaluations.stream()
                .limit(1)
                .forEach(first -> first.metrics()
                        .keySet()
                        .forEach(metric -> putColumn(
                                part + "_" + metric.column(), evaluations, evaluation -> evaluation.get(metric))));
    }

    private <T> void putColumn(String name, List<T> rows, ToDoubleFunction<T> value) {
        tensors.put(HISTORY + name, Tensor.of(rows.stream().mapToDouble(value).toArray()));
    }

    /** The CRC-32C of all names, shapes, numbers and notes but the checksum itself, in their order. */
    static String checksum(Map<String, Tensor> tensors, Map<String, String> notes) {
        CRC32C checksum = new CRC32C();
        notes.forEach((name, note) -> {
            if (!name.equals(CHECKSUM)) {
                checksum.update((name + "=" + note + ";").getBytes(StandardCharsets.UTF_8));
            }
        });
        tensors.forEach((name, tensor) -> {
            checksum.update((name + tensor.shape()).getBytes(StandardCharsets.UTF_8));
            double[] values = tensor.toArray();
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
            bytes.asDoubleBuffer().put(values);
            checksum.update(bytes);
        });
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
