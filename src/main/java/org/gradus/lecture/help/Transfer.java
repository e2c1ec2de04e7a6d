package org.gradus.lecture.help;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.nn.Sequential;
import org.gradus.nn.Weights;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.Rules;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.train.Evaluation;
import org.gradus.train.Training;

/**
 * Learning to tell digits apart from a few examples, with or without having learned something else before.
 *
 * @param body the weights of a network that has learned another task, but for its last layer
 * @param later images that it has not seen, in a random order
 * @param seed the seed of all random numbers
 */
record Transfer(Map<String, Tensor> body, Dataset later, long seed) {
    static final int EPOCHS = 40;
    private static final int BATCH = 10;
    private static final int HALF = 5;
    private static final int SEEN = 900; // of 1797 images
    private static final int TEST = 450;

    /** With which weights to begin. */
    enum Begin {
        /** New ones. */
        FRESH,
        /** Those of the other task; all learn on. */
        PRE_TRAINED,
        /** Those of the other task; only the last layer learns. */
        FROZEN
    }

    /** Learns 0 to 4; 5 to 9 are to follow. */
    static Transfer fromOtherDigits(long seed) {
        Dataset digits = mixed(seed);
        Dataset first = classes(digits, label -> label < HALF);
        return new Transfer(body(first, seed), classes(digits, label -> label >= HALF), seed);
    }

    /** Learns which digits are even; which digits they are is to follow. */
    static Transfer fromParity(long seed) {
        Dataset digits = mixed(seed);
        Dataset seen = digits.range(0, SEEN);
        int[] odd = Arrays.stream(seen.labels()).map(label -> label % 2).toArray();
        return new Transfer(body(Dataset.of(seen.features(), odd, 2), seed), digits.range(SEEN, digits.size()), seed);
    }

    private static Dataset mixed(long seed) {
        Dataset digits = Digits.load();
        return digits.select(new RandomStream(seed).split("order").permutation(digits.size()));
    }

    private static Map<String, Tensor> body(Dataset first, long seed) {
        RandomStream random = new RandomStream(seed);
        Sequential model = network(first.classes(), random.split("first"));
        train(model, Split.of(first, 0.2, random.split("split")), 64, 20, random.split("first batches"));
        Map<String, Tensor> body = new LinkedHashMap<>(Weights.of(model));
        body.keySet().removeIf(path -> path.startsWith(model.layers().size() - 1 + "."));
        return body;
    }

    /** The accuracy on images that nothing was learned from, after learning from a few others of each class. */
    double accuracy(Begin begin, int examples) {
        RandomStream random = new RandomStream(seed);
        Sequential model = network(later.classes(), random.split("second"));
        if (begin != Begin.FRESH) {
            Map<String, Tensor> weights = new LinkedHashMap<>(Weights.of(model));
            weights.putAll(body);
            Weights.load(model, weights);
        }
        Sequential learning =
                begin == Begin.FROZEN ? model.withFrozen(model.layers().size() - 1) : model;
        Dataset test = later.range(0, TEST);
        train(learning, new Split(few(examples), test), BATCH, EPOCHS, random.split("second batches"));
        return Evaluation.of(learning, test).accuracy();
    }

    /** The first examples of each class behind the test part. */
    private Dataset few(int examples) {
        int[] labels = later.labels();
        int[] seen = new int[later.classes()];
        return later.select(IntStream.range(TEST, labels.length)
                .filter(i -> seen[labels[i]]++ < examples)
                .toArray());
    }

    private static Sequential network(int classes, RandomStream random) {
        return Mlp.of(random, 64, 64, classes);
    }

    private static void train(Sequential model, Split split, int batchSize, int epochs, RandomStream random) {
        Optimizer optimizer = new Optimizer(
                        Rules.named("sgdm"), Rules.entry("sgdm").usualRate(), model.trainable())
                .leaving(model.parameters().values());
        Training.of(model, optimizer, split, random)
                .withBatchSize(batchSize)
                .withEpochs(epochs)
                .withEvaluation(epochs, false)
                .run();
    }

    private static Dataset classes(Dataset digits, IntPredicate which) {
        int[] labels = digits.labels();
        int[] rows = IntStream.range(0, labels.length)
                .filter(i -> which.test(labels[i]))
                .toArray();
        int[] names = Arrays.stream(rows).map(i -> labels[i] % HALF).toArray();
        return Dataset.of(digits.select(rows).features(), names, HALF);
    }
}
