package org.gradus.lecture.towards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.nn.Linear;
import org.gradus.nn.Mode;
import org.gradus.nn.loss.Losses;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.AdaBound;
import org.gradus.tensor.RandomStream;

/** A softmax classifier that learns the digits with AdaBound, and the rates that its weights have. */
final class BoundedTraining {
    static final int BATCH = 64;
    static final long SEED = 15;

    private static final AdaBound RULE = new AdaBound();

    private BoundedTraining() {}

    /**
     * One update.
     *
     * @param t which
     * @param lower l_t
     * @param upper u_t
     * @param rates by weight, −Δθ_t / m̂_t: what the rule multiplied m̂_t by; NaN where that is 0
     */
    public record Moment(int t, double lower, double upper, List<Double> rates) {
        /** {@return whether a weight's rate is that of a bound} */
        boolean isAtBound(double rate) {
            return rate < lower * (1 + 1e-6) || rate > upper * (1 - 1e-6);
        }
    }

    /** {@return some updates of a training with η = 0.001, the paper's, at about equal ratios} */
    static List<Moment> moments(int steps) {
        RandomStream random = new RandomStream(SEED);
        Linear model = new Linear(64, 10, random.split("weights"));
        Optimizer optimizer = new Optimizer(RULE, 0.001, model.trainable());
        Batches batches = new Batches(Digits.load(), BATCH, random.split("order"));
        List<Moment> moments = new ArrayList<>();
        for (int t = 1; t <= steps; ) {
            for (Dataset batch : batches.nextEpoch()) {
                double[] before = weights(model);
                optimizer.step(Losses.crossEntropy(model.forward(batch.features(), Mode.TRAINING), batch.labels())
                        .backward());
                if (t <= steps && isDue(t, moments) || t == steps) {
                    moments.add(
                            moment(t, before, weights(model), optimizer.state().vector("m")));
                }
                t++;
            }
        }
        return moments;
    }

    private static boolean isDue(int t, List<Moment> moments) {
        return moments.isEmpty() || t >= 1.05 * moments.get(moments.size() - 1).t;
    }

    private static double[] weights(Linear model) {
        return model.trainable().values().stream()
                .flatMapToDouble(parameter -> Arrays.stream(parameter.value().toArray()))
                .toArray();
    }

    private static Moment moment(int t, double[] before, double[] after, double[] m) {
        double correction = 1 - FastMath.pow(RULE.beta1(), (double) t);
        List<Double> rates = IntStream.range(0, m.length)
                .mapToObj(i -> m[i] == 0 ? Double.NaN : (before[i] - after[i]) / (m[i] / correction))
                .toList();
        double f = RULE.f();
        double slowness = (1 - RULE.beta2()) * t;
        return new Moment(t, f - f / (slowness + 1), f + f / slowness, rates);
    }
}
