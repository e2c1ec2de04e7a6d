package org.gradus.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.nn.norm.LayerNorm;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Times whole steps of training and of differentiation, in one thread, or in two with {@code -Dbench.workers=1}. Prints a line {@code WORKLOAD MICROSECONDS} each: the median over 9
 * repetitions of the mean time of a step. Arguments name the workloads to run; none means all. Run by {@code mvn -q test-compile exec:exec
 * -Pbench -Dbench.workloads="hvp chain-10k"}.
 */
final class Workloads {
    private static final int REPETITIONS = 9;
    private static final double SECONDS = 2;
    private static final double WARM_UP_SECONDS = 6; // the compiler works beside the first steps

    private final RandomStream random = new RandomStream(0);
    private final Map<String, IntToDoubleFunction> steps = new LinkedHashMap<>();

    Workloads() {
        steps.put("tiny", training(mlp(width -> List.of(Activation.TANH), 2, 16, 16, 2), 32, 2, 2, new Adam(), 0.001));
        steps.put(
                "digits-bn",
                training(
                        mlp(width -> List.of(new BatchNorm(width), Activation.RELU), 64, 64, 10),
                        64,
                        64,
                        10,
                        new Adam(),
                        0.001));
        steps.put(
                "digits-ln",
                training(
                        mlp(width -> List.of(new LayerNorm(width), Activation.RELU), 64, 64, 10),
                        64,
                        64,
                        10,
                        new Sgdm(),
                        0.01));
        steps.put(
                "mnist",
                training(mlp(width -> List.of(Activation.RELU), 784, 256, 128, 10), 128, 784, 10, new Adam(), 0.001));
        steps.put(
                "wide",
                training(mlp(width -> List.of(Activation.RELU), 784, 1024, 1024, 10), 128, 784, 10, new Adam(), 0.001));
        steps.put("adam-10m", update(new Adam(), 0.001, 10_000_000));
        steps.put("hvp", hessianVectorProduct());
        steps.put("chain-10k", repeated(() -> chain(10_000)));
        steps.put("chain-1m", repeated(() -> chain(1_000_000)));
    }

    public static void main(String[] args) {
        Set<String> wanted = Set.of(args);
        new Workloads().steps.forEach((name, step) -> {
            if (wanted.isEmpty() || wanted.contains(name)) {
                System.out.printf(Locale.ROOT, "%s %.2f%n", name, 1e6 * median(step));
            }
        });
    }

    /** One workload: from how many steps to take to the mean seconds of one. */
    IntToDoubleFunction step(String name) {
        return steps.get(name);
    }

    /** The median time of a step in seconds. */
    static double median(IntToDoubleFunction step) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 1e9 * WARM_UP_SECONDS) {
            step.applyAsDouble(1);
        }
        double once = step.applyAsDouble(1);
        int inner = repetitions(SECONDS / REPETITIONS, once);
        return IntStream.range(0, REPETITIONS)
                .mapToDouble(i -> step.applyAsDouble(inner))
                .sorted()
                .skip(REPETITIONS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static int repetitions(double seconds, double once) {
        return (int) Math.max(1, seconds / once);
    }

    static IntToDoubleFunction repeated(Runnable step) {
        return repetitions -> {
            long start = System.nanoTime();
            for (int i = 0; i < repetitions; i++) {
                step.run();
            }
            return (System.nanoTime() - start) / 1e9 / repetitions;
        };
    }

    private Sequential mlp(IntFunction<List<Layer>> between, int... sizes) {
        return Mlp.of(random, between, sizes);
    }

    private int[] labels(int count, int classes) {
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> random.below(classes));
        return labels;
    }

    private IntToDoubleFunction training(Layer model, int batch, int inputs, int classes, UpdateRule rule, double eta) {
        Tensor x = random.uniform(Shape.of(batch, inputs), 0, 1);
        int[] y = labels(batch, classes);
        Optimizer optimizer = new Optimizer(rule, eta, model.trainable());
        return repeated(() -> optimizer.step(
                Losses.crossEntropy(model.forward(x, Mode.TRAINING), y).backward()));
    }

    /** The update alone: the gradients, which must be taken anew at every step, are not timed. */
    private IntToDoubleFunction update(UpdateRule rule, double eta, int size) {
        Parameter theta = new Parameter("theta", random.uniform(Shape.of(size), -1, 1));
        Tensor slope = random.uniform(Shape.of(size), 0, 1);
        return OptimizerTimes.of(new Optimizer(rule, eta, Map.of("theta", theta)), theta, slope);
    }

    private IntToDoubleFunction hessianVectorProduct() {
        Layer model = mlp(width -> List.of(Activation.TANH), 64, 32, 10);
        Tensor x = random.uniform(Shape.of(64, 64), 0, 1);
        int[] y = labels(64, 10);
        List<Tensor> theta =
                model.parameters().values().stream().map(Parameter::value).toList();
        List<Tensor> v = new ArrayList<>();
        theta.forEach(parameter -> v.add(random.uniform(parameter.shape(), 0, 1)));
        return repeated(() -> {
            List<Tensor> gradients = Derivatives.grad(Losses.crossEntropy(model.forward(x, Mode.TRAINING), y), theta);
            Tensor product = Tensor.scalar(0);
            for (int i = 0; i < v.size(); i++) {
                product = product.add(gradients.get(i).mul(v.get(i)).sum());
            }
            product.backward();
        });
    }

    /** As many operations as the workload's name says: x = x · 1.0001 + 0.0001, half as often. */
    private static void chain(int operations) {
        Tensor x = new Parameter("x", Tensor.scalar(1)).value();
        for (int i = 0; i < operations / 2; i++) {
            x = x.mul(1 + 1.0 / operations).add(1.0 / operations);
        }
        x.backward();
    }
}
