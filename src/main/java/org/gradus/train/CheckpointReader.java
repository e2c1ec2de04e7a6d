package org.gradus.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.data.DataException;
import org.gradus.data.Safetensors;
import org.gradus.optim.Memory;
import org.gradus.tensor.Tensor;

/** Reads a {@link CheckpointFile}: all of it, or nothing. */
final class CheckpointReader {
    private final Path file;
    private final Map<String, Tensor> tensors;
    private final Map<String, String> notes;

    private CheckpointReader(Path file) {
        this.file = file;
        Safetensors content = Safetensors.read(file);
        this.tensors = content.tensors();
        this.notes = content.metadata();
    }

    /**
     * {@return the checkpoint in a file}
     *
     * @throws DataException if it cannot be read, is no checkpoint, or is damaged
     */
    static Checkpoint read(Path file) {
        CheckpointReader reader = new CheckpointReader(file);
        reader.requireSound();
        return reader.checkpoint();
    }

    private void requireSound() {
        String format = notes.getOrDefault(CheckpointFile.FORMAT, "none");
        if (!format.equals(CheckpointFile.THIS_FORMAT)) {
            throw wrong("expected the format '%s', found '%s'".formatted(CheckpointFile.THIS_FORMAT, format));
        }
        String computed = CheckpointFile.checksum(tensors, notes);
        if (!computed.equals(note(CheckpointFile.CHECKSUM))) {
            throw wrong("its checksum is %s, but that of its content is %s: it was changed after it was written"
                    .formatted(note(CheckpointFile.CHECKSUM), computed));
        }
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(
                notes(CheckpointFile.TRAINING),
                tensors(CheckpointFile.MODEL),
                memories(),
                number(CheckpointFile.STEP),
                number(CheckpointFile.UPDATES),
                notes(CheckpointFile.STREAM),
                number(CheckpointFile.EPOCH),
                number(CheckpointFile.BATCH),
                tensors(CheckpointFile.AVERAGE),
                best(),
                steps(),
                epochs(),
                Optional.ofNullable(notes.get(CheckpointFile.DIVERGENCE)));
    }

    private List<Memory> memories() {
        List<Memory> memories = new ArrayList<>();
        for (int i = 0; notes.containsKey(CheckpointFile.OPTIMIZER + i + "." + CheckpointFile.RULE); i++) {
            String prefix = CheckpointFile.OPTIMIZER + i + ".";
            memories.add(new Memory(
                    note(prefix + CheckpointFile.RULE),
                    note(prefix + CheckpointFile.PARAMETERS).lines().toList(),
                    number(prefix + CheckpointFile.STEPS),
                    tensors(prefix)));
        }
        return memories;
    }

    private Optional<Best> best() {
        return notes.containsKey(CheckpointFile.BEST_EPOCH)
                ? Optional.of(new Best(number(CheckpointFile.BEST_EPOCH), tensors(CheckpointFile.BEST)))
                : Optional.empty();
    }

    private List<StepMetrics> steps() {
        long first = number(CheckpointFile.FIRST_STEP);
        List<StepMetrics> steps = new ArrayList<>();
        for (double[] row : table("epoch", "loss", "gradient_norm", "learning_rate")) {
            steps.add(new StepMetrics(first + steps.size(), (int) row[0], row[1], row[2], row[3]));
        }
        return steps;
    }

    private List<EpochMetrics> epochs() {
        double[] measured = column(CheckpointFile.MEASURED);
        Map<Integer, Evaluation> training = part("training", measured.length);
        Map<Integer, Evaluation> validation = part("validation", measured.length);
        Map<Integer, Evaluation> test = part("test", measured.length);
        if (validation.size() != measured.length) {
            throw wrong("%s epochs were measured, but %s on the validation data"
                    .formatted(measured.length, validation.size()));
        }
        return IntStream.range(0, measured.length)
                .mapToObj(i -> new EpochMetrics(
                        (int) measured[i],
                        Optional.ofNullable(training.get(i)),
                        validation.get(i),
                        Optional.ofNullable(test.get(i))))
                .toList();
    }

    /** What was measured on a part of the data, by its place among all that was measured. */
    private Map<Integer, Evaluation> part(String part, int count) {
        double[] places = column(part);
        List<Metric> metrics = Arrays.stream(Metric.values())
                .filter(metric -> tensors.containsKey(CheckpointFile.HISTORY + part + "_" + metric.column()))
                .toList();
        String[] columns = Stream.concat(
                        Stream.of(part, part + "_loss"), metrics.stream().map(metric -> part + "_" + metric.column()))
                .toArray(String[]::new);
        Map<Integer, Evaluation> evaluations = new LinkedHashMap<>();
        for (double[] row : table(columns)) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            for (int i = 0; i < metrics.size(); i++) {
                values.put(metrics.get(i), row[2 + i]);
            }
            evaluations.put((int) row[0], new Evaluation(row[1], values));
        }
        if (metrics.isEmpty() && places.length > 0
                || !evaluations.keySet().stream().allMatch(place -> place >= 0 && place < count)) {
            throw wrong("what was measured on the %s data is not complete".formatted(part));
        }
        return evaluations;
    }

    /** Columns of the history side by side, row by row. */
    private double[][] table(String... columns) {
        int length = column(columns[0]).length;
        double[][] rows = new double[length][columns.length];
        for (int c = 0; c < columns.length; c++) {
            double[] column = column(columns[c]);
            if (column.length != length) {
                throw wrong("%s has %s numbers, %s has %s".formatted(columns[0], length, columns[c], column.length));
            }
            for (int i = 0; i < length; i++) {
                rows[i][c] = column[i];
            }
        }
        return rows;
    }

    private double[] column(String name) {
        Tensor column = tensors.get(CheckpointFile.HISTORY + name);
        if (column == null) {
            throw wrong("there is no tensor '%s'".formatted(CheckpointFile.HISTORY + name));
        }
        return column.toArray();
    }

    private Map<String, String> notes(String prefix) {
        return section(notes, prefix);
    }

    private Map<String, Tensor> tensors(String prefix) {
        return section(tensors, prefix);
    }

    private static <T> Map<String, T> section(Map<String, T> all, String prefix) {
        Map<String, T> section = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                section.put(name.substring(prefix.length()), value);
            }
        });
        return section;
    }

    private String note(String name) {
        String note = notes.get(name);
        if (note == null) {
            throw wrong("there is no note '%s'".formatted(name));
        }
        return note;
    }

    private int number(String name) {
        String note = note(name);
        if (!note.matches("\\d{1,9}")) {
            throw wrong("the note '%s' should be a number, and is '%s'".formatted(name, note));
        }
        return Integer.parseInt(note);
    }

    private DataException wrong(String reason) {
        return new DataException("%s is no sound checkpoint: %s".formatted(file, reason));
    }
}
