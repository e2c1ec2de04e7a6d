package org.gradus.train;

import java.util.List;
import java.util.Map;
import org.gradus.catalog.Choice;
import org.gradus.catalog.Domain;
import org.gradus.data.Dataset;
import org.gradus.nn.loss.ClassTargets;
import org.gradus.nn.loss.Losses;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** What a model is to do with its examples: it decides the loss that is made small and the metrics that the model is judged by. */
public sealed interface Task {

    /** {@return the task as text that {@link #parse} reads, as in {@code classification} and {@code huber:delta=1}} */
    String text();

    /** {@return what a model is judged by besides the loss, in order} */
    List<Metric> metrics();

    /**
     * {@return how many outputs a model needs}
     *
     * @param data the examples
     * @throws IllegalArgumentException if this task does not fit the data
     */
    int outputs(Dataset data);

    /**
     * {@return the mean loss of outputs, a scalar}
     *
     * @param outputs one row for each example
     * @param examples what is asked for
     * @param smoothing the share of each label that is spread over all classes, from 0 to 1; 0 where there are no classes
     * @throws IllegalArgumentException if the outputs have another shape than the task needs
     */
    Tensor loss(Tensor outputs, Dataset examples, double smoothing);

    /**
     * {@return the task that data are for: classification by softmax where there are classes, regression by squared error where there are numbers}
     *
     * @param data the examples
     */
    static Task of(Dataset data) {
        return data.hasClasses() ? new Classification() : new Regression();
    }

    /**
     * {@return the task of a text: {@code classification}, {@code binary}, {@code regression} or {@code huber:delta=1}}
     *
     * @param text the text
     * @throws IllegalArgumentException if there is no such task, or δ is no positive number
     */
    static Task parse(String text) {
        return TaskText.parse(text);
    }

    /** {@return whether there are labels that can be smoothed} */
    default boolean hasLabels() {
        return metrics().contains(Metric.ACCURACY);
    }

    /** Classification: one logit for each class, softmax cross-entropy. */
    record Classification() implements Task {
        @Override
        public String text() {
            return "classification";
        }

        @Override
        public List<Metric> metrics() {
            return List.of(Metric.ACCURACY);
        }

        @Override
        public int outputs(Dataset data) {
            TaskText.requireClasses(this, data);
            return data.classes();
        }

        @Override
        public Tensor loss(Tensor outputs, Dataset examples, double smoothing) {
            TaskText.requireShape(this, outputs, examples);
            return Losses.crossEntropy(
                    outputs, ClassTargets.of(examples.labels()).smoothed(smoothing));
        }
    }

    /**
     * Classification with two classes: one logit x, the cross-entropy of σ(x), the probability of class 1.
     *
     * <p>The same as softmax over the logits 0 and x; smoothed labels ask for e/2 and 1 − e/2. Neither large nor small logits overflow.
     */
    record Binary() implements Task {
        private static final int CLASSES = 2;

        @Override
        public String text() {
            return "binary";
        }

        @Override
        public List<Metric> metrics() {
            return List.of(Metric.ACCURACY);
        }

        @Override
        public int outputs(Dataset data) {
            TaskText.requireClasses(this, data);
            if (data.classes() != CLASSES) {
                throw new IllegalArgumentException(
                        "task binary: needs data of 2 classes, found %s; take the task classification".formatted(data));
            }
            return 1;
        }

        @Override
        public Tensor loss(Tensor outputs, Dataset examples, double smoothing) {
            TaskText.requireShape(this, outputs, examples);
            int[] labels = examples.labels();
            double[] p = new double[labels.length];
            for (int i = 0; i < p.length; i++) {
                p[i] = (1 - smoothing) * labels[i] + smoothing / CLASSES;
            }
            return Losses.binaryCrossEntropy(outputs, Tensor.of(Shape.of(p.length, 1), p));
        }
    }

    /** Regression: as many outputs as there are numbers to predict, the mean squared error. */
    record Regression() implements Task {
        @Override
        public String text() {
            return "regression";
        }

        @Override
        public List<Metric> metrics() {
            return List.of(Metric.RMSE, Metric.R_SQUARED);
        }

        @Override
        public int outputs(Dataset data) {
            TaskText.requireValues(this, data);
            return data.outputs();
        }

        @Override
        public Tensor loss(Tensor outputs, Dataset examples, double smoothing) {
            TaskText.requireShape(this, outputs, examples);
            return Losses.meanSquaredError(outputs, examples.values());
        }
    }

    /**
     * Regression that few outliers do not spoil: the mean of Huber's loss, squared near the target and absolute far from it.
     *
     * @param delta where the one turns into the other, a positive number
     */
    record Huber(double delta) implements Task {
        /**
         * Checks δ.
         *
         * @throws IllegalArgumentException if it is not positive and finite
         */
        public Huber {
            Domain.of("task huber").positive("delta", delta);
        }

        @Override
        public String text() {
            return new Choice("huber", Map.of("delta", delta)).toString();
        }

        @Override
        public List<Metric> metrics() {
            return List.of(Metric.RMSE, Metric.R_SQUARED);
        }

        @Override
        public int outputs(Dataset data) {
            TaskText.requireValues(this, data);
            return data.outputs();
        }

        @Override
        public Tensor loss(Tensor outputs, Dataset examples, double smoothing) {
            TaskText.requireShape(this, outputs, examples);
            return Losses.huber(outputs, examples.values(), delta);
        }
    }
}
