package org.gradus.train;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.data.DataException;
import org.gradus.data.Safetensors;
import org.gradus.data.Standardizer;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * A trained model and what belongs to it: without the scale of its features and the names of its classes nobody can ask it anything.
 *
 * <p>The file is a {@code .safetensors} file. Weights go by their paths, as {@code Safetensors.write(file, Weights.of(model), …)} would write
 * them, so that other programs read them too; the standardizer is the tensors {@code standardizer.mean} and {@code standardizer.deviation};
 * the rest is metadata. How the model is built is not in it, but for what the notes say.
 *
 * @param weights the model's parameters and buffers by path, as {@link org.gradus.nn.Weights#of} gives them
 * @param task what the model does
 * @param classNames what its classes are called; empty for regression
 * @param standardizer what its features go through first, if anything
 * @param notes what else is to be kept, by name, such as the settings it was built from
 */
public record ModelFile(
        Map<String, Tensor> weights,
        Task task,
        List<String> classNames,
        Optional<Standardizer> standardizer,
        Map<String, String> notes) {
    private static final String FORMAT = "format";
    private static final String THIS_FORMAT = "gradus model 1";
    private static final String TASK = "task";
    private static final String CLASSES = "classes";
    private static final String NOTE = "note.";
    private static final String STANDARDIZER = "standardizer.";
    private static final String MEAN = STANDARDIZER + "mean";
    private static final String DEVIATION = STANDARDIZER + "deviation";

    /**
     * Keeps copies, which nobody can change.
     *
     * @throws IllegalArgumentException if classes and task do not fit, or a weight has the path of a standardizer's number
     */
    public ModelFile {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        classNames = List.copyOf(classNames);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        if (task.hasLabels() == classNames.isEmpty()) {
            throw new IllegalArgumentException("model file: the task %s %s class names, found %s"
                    .formatted(task.text(), task.hasLabels() ? "needs" : "has no", classNames));
        }
        for (String path : weights.keySet()) {
            if (path.startsWith(STANDARDIZER)) {
                throw new IllegalArgumentException(
                        "model file: no weight may be called %s, which is where the standardizer goes; give the layer another name"
                                .formatted(path));
            }
        }
    }

    /**
     * Writes the file, replacing an older one in one step.
     *
     * @param file where to
     * @throws DataException if it cannot be written; an older one is then as it was
     */
    public void write(Path file) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(weights);
        standardizer.ifPresent(scale -> {
            tensors.put(MEAN, scale.mean());
            tensors.put(DEVIATION, scale.deviation());
        });
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, THIS_FORMAT);
        metadata.put(TASK, task.text());
        JsonArray names = new JsonArray();
        classNames.forEach(names::add);
        metadata.put(CLASSES, names.toString());
        notes.forEach((name, note) -> metadata.put(NOTE + name, note));
        Safetensors.write(file, tensors, metadata);
    }

    /**
     * {@return what a file holds}
     *
     * @param file where from
     * @throws DataException if it cannot be read, is no model file, or lacks something
     */
    public static ModelFile read(Path file) {
        Safetensors content = Safetensors.read(file);
        Map<String, String> metadata = content.metadata();
        String format = metadata.getOrDefault(FORMAT, "none");
        if (!format.equals(THIS_FORMAT)) {
            throw new DataException(
                    "%s is no model file: expected the format '%s', found '%s'; Safetensors.read reads weights alone"
                            .formatted(file, THIS_FORMAT, format));
        }
        Map<String, Tensor> weights = new LinkedHashMap<>(content.tensors());
        Optional<Standardizer> standardizer = standardizer(
                file, Optional.ofNullable(weights.remove(MEAN)), Optional.ofNullable(weights.remove(DEVIATION)));
        Map<String, String> notes = new LinkedHashMap<>();
        metadata.forEach((name, note) -> {
            if (name.startsWith(NOTE)) {
                notes.put(name.substring(NOTE.length()), note);
            }
        });
        try {
            Task task = Task.parse(note(file, metadata, TASK));
            return new ModelFile(weights, task, names(file, note(file, metadata, CLASSES)), standardizer, notes);
        } catch (IllegalArgumentException e) {
            throw new DataException("%s is no sound model file: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String note(Path file, Map<String, String> metadata, String name) {
        if (!metadata.containsKey(name)) {
            throw new DataException(
                    "%s is no sound model file: there is no note '%s'; save the model again".formatted(file, name));
        }
        return metadata.get(name);
    }

    private static List<String> names(Path file, String json) {
        try {
            List<String> names = new ArrayList<>();
            for (JsonElement name : new Gson().fromJson(json, JsonArray.class)) {
                names.add(name.getAsString());
            }
            return names;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NullPointerException e) {
            throw new DataException(
                    "%s is no sound model file: its note '%s' should be a list of names, as in [\"cat\",\"dog\"]; save the model again"
                            .formatted(file, CLASSES),
                    e);
        }
    }

    private static Optional<Standardizer> standardizer(Path file, Optional<Tensor> mean, Optional<Tensor> deviation) {
        if (mean.isEmpty() && deviation.isEmpty()) {
            return Optional.empty();
        }
        Optional<Shape> means = mean.map(Tensor::shape);
        if (!means.equals(deviation.map(Tensor::shape)) || means.orElseThrow().rank() != 1) {
            throw new DataException(
                    "%s is no sound model file: %s and %s should be two vectors of one length, found the shapes %s and %s; save the model again"
                            .formatted(file, MEAN, DEVIATION, words(means), words(deviation.map(Tensor::shape))));
        }
        return Optional.of(new Standardizer(mean.orElseThrow(), deviation.orElseThrow()));
    }

    private static String words(Optional<Shape> shape) {
        return shape.map(Shape::toString).orElse("none");
    }

    /** What it is, without the numbers, as in {@code model file of 4 tensors for classification}. */
    @Override
    public String toString() {
        return "model file of %s tensors for %s".formatted(weights.size(), task.text());
    }
}
