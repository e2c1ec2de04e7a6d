package org.gradus.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.catalog.Catalog;
import org.gradus.data.Dataset;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Tasks by name, and what does not fit them, in words. */
final class TaskText {
    private static final String DELTA = "delta=";
    private static final Catalog<Supplier<Task>> TASKS = Catalog.of("task", tasks());

    private TaskText() {}

    private static Map<String, Supplier<Task>> tasks() {
        Map<String, Supplier<Task>> tasks = new LinkedHashMap<>();
        tasks.put("classification", Task.Classification::new);
        tasks.put("binary", Task.Binary::new);
        tasks.put("regression", Task.Regression::new);
        tasks.put("huber", () -> new Task.Huber(1));
        return tasks;
    }

    static Task parse(String text) {
        int colon = text.indexOf(':');
        Task task = TASKS.get(colon < 0 ? text : text.substring(0, colon)).get();
        if (colon < 0) {
            return task;
        }
        String option = text.substring(colon + 1);
        if (!(task instanceof Task.Huber) || !option.startsWith(DELTA)) {
            throw new IllegalArgumentException("task: only huber has an option, as in huber:delta=1, found '%s'".formatted(text));
        }
        return new Task.Huber(delta(option.substring(DELTA.length())));
    }

    private static double delta(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "task huber: delta must be a finite number, more than 0, found '%s'".formatted(text), e);
        }
    }

    static void requireClasses(Task task, Dataset data) {
        if (!data.hasClasses()) {
            throw new IllegalArgumentException(
                    "task %s: needs data with classes, found %s; take the task regression".formatted(task.text(), data));
        }
    }

    static void requireValues(Task task, Dataset data) {
        if (data.hasClasses()) {
            throw new IllegalArgumentException(
                    "task %s: needs data with numbers to predict, found %s; take the task classification"
                            .formatted(task.text(), data));
        }
    }

    /** Refuses the outputs of a model that was made for another task or other data. */
    static void requireShape(Task task, Tensor outputs, Dataset examples) {
        Shape needed = Shape.of(examples.size(), task.outputs(examples));
        if (!outputs.shape().equals(needed)) {
            throw new IllegalArgumentException(
                    "task %s: the model's output has shape %s for %s examples, it needs %s; give the last layer %s outputs"
                            .formatted(task.text(), outputs.shape(), examples.size(), needed, needed.size(1)));
        }
    }
}
