package org.gradus.train;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Safetensors;
import org.gradus.data.Split;
import org.gradus.nn.Activation;
import org.gradus.nn.Dropout;
import org.gradus.nn.Layer;
import org.gradus.nn.Weights;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/** Small trainings, made anew each time from the same seeds, and what to compare them by. */
final class Recipes {
    private static final Dataset DIGITS = Digits.load();

    private Recipes() {}

    static Split digits(int examples) {
        return Split.of(DIGITS.range(0, examples), 0.2, new RandomStream(0));
    }

    /** A plain training without any help: 160 examples in batches of 32, five steps to an epoch. */
    static Training plain(RuleWithRate rule) {
        return of(Mlp.of(new RandomStream(1), 64, 12, 10), rule);
    }

    static Training plain(UpdateRule rule, double eta) {
        return plain(new RuleWithRate(rule, eta));
    }

    static Training of(Layer model, UpdateRule rule, double eta) {
        return of(model, new RuleWithRate(rule, eta));
    }

    static Training of(Layer model, RuleWithRate rule) {
        return Training.of(model, rule.optimizer(model.trainable()), digits(200), new RandomStream(2))
                .withBatchSize(32)
                .withEpochs(4)
                .withEvaluation(1, true);
    }

    /** A training in which everything has a state: batch normalization, dropout, momentum, a schedule, and every aid. */
    static Training withEverything(RuleWithRate rule) {
        RandomStream random = new RandomStream(1);
        Layer model = Mlp.of(
                random.split("weights"),
                width -> List.of(new BatchNorm(width), Activation.RELU, new Dropout(0.2, random.split("dropout"))),
                64,
                12,
                10);
        Training training = of(model, rule);
        return training.withSmoothing(0.1)
                .withAveraging(0.9)
                .withPatience(3)
                .withCurriculum(Curriculum.of(Pacing.linear(0.5, 4), difficulty(training)));
    }

    static Training withEverything() {
        return withEverything(new RuleWithRate(new Sgdm(), t -> 0.2 / (t + 4)));
    }

    /** Some number per example. */
    static double[] difficulty(Training training) {
        return IntStream.range(0, training.data().training().size())
                .mapToDouble(i -> i * 37 % 101)
                .toArray();
    }

    /** Everything that a checkpoint holds: texts, and a hash of every tensor's bits. */
    static Map<String, String> bits(Checkpoint checkpoint) {
        Safetensors content = CheckpointFile.content(checkpoint);
        Map<String, String> bits = new TreeMap<>(content.metadata());
        bits(content.tensors()).forEach((name, hash) -> bits.put("tensor " + name, hash));
        return bits;
    }

    /** Everything that a model holds: a hash of every tensor's bits. */
    static Map<String, String> bits(Layer model) {
        return bits(Weights.of(model));
    }

    static Map<String, String> bits(Map<String, Tensor> tensors) {
        Map<String, String> bits = new TreeMap<>();
        tensors.forEach((name, tensor) -> bits.put(name, bits(tensor)));
        return bits;
    }

    private static String bits(Tensor tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * tensor.shape().size());
        bytes.asDoubleBuffer().put(tensor.toArray());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return tensor.shape() + " " + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
