package org.gradus.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Choice;
import org.gradus.data.Dataset;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Tasks by name, and what does not fit them, in words. */
final class TaskText {
    private static final String DELTA = "delta";
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
        Choice choice = Choice.parse(text);
        Task task = TASKS.get(choice.name()).get();
        boolean isHuber = task instanceof Task.Huber;
        for (String option : choice.options().keySet()) {
            if (!isHuber || !option.equals(DELTA)) {
                throw new IllegalArgumentException("task %s: there is no option '%s', found '%s'; %s"
                        .formatted(choice.name(), option, text, isHuber ? "its option is delta" : "it has none"));
            }
        }
        return isHuber ? new Task.Huber(choice.options().getOrDefault(DELTA, 1.0)) : task;
    }

    static void requireClasses(Task task, Dataset data) {
        if (!data.hasClasses()) {
            throw new IllegalArgumentException("task %s: needs data with classes, found %s; take the task regression"
                    .formatted(task.text(), data));
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
