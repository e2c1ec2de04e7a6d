package org.gradus.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.linear.Affine;
import org.gradus.tensor.linear.MatmulLeftTransposed;
import org.gradus.tensor.linear.MatmulRightTransposed;

/**
 * How much longer a step of training takes than its matrix products alone, which no machine changes much. Prints three lines per workload:
 * {@code WORKLOAD MICROSECONDS}, {@code WORKLOAD/products MICROSECONDS} and {@code WORKLOAD/ratio RATIO}, the median ratio of three rounds in
 * which the two take turns. Run by {@code mvn -q test-compile exec:exec -Pbench -Dbench=org.gradus.bench.ProductShare
 * -Dbench.workloads="digits-bn mnist"}, in one thread, or in two with {@code -Dbench.workers=1}.
 */
final class ProductShare {
    private static final int ROUNDS = 3;

    private final RandomStream random = new RandomStream(1);
    private final Map<String, Runnable> products = new LinkedHashMap<>();

    private ProductShare() {
        products.put("digits-bn", products(64, 64, 64, 10));
        products.put("digits-ln", products(64, 64, 64, 10));
        products.put("mnist", products(128, 784, 256, 128, 10));
        products.put("wide", products(128, 784, 1024, 1024, 10));
    }

    public static void main(String[] args) {
        Set<String> wanted = Set.of(args);
        Workloads workloads = new Workloads();
        new ProductShare().products.forEach((name, alone) -> {
            if (wanted.isEmpty() || wanted.contains(name)) {
                print(name, workloads.step(name), Workloads.repeated(alone));
            }
        });
    }

    private static void print(String name, IntToDoubleFunction step, IntToDoubleFunction products) {
        List<double[]> rounds = new ArrayList<>(); // step and products, in seconds
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(new double[] {Workloads.median(step), Workloads.median(products)});
        }
        rounds.sort((left, right) -> Double.compare(left[0] / left[1], right[0] / right[1]));
        double[] found = rounds.get(ROUNDS / 2);
        System.out.printf(Locale.ROOT, "%s %.2f%n", name, 1e6 * found[0]);
        System.out.printf(Locale.ROOT, "%s/products %.2f%n", name, 1e6 * found[1]);
        System.out.printf(Locale.ROOT, "%s/ratio %.2f%n", name, found[0] / found[1]);
    }

    /** All products of a step through fully connected layers of the given sizes; the first layer's input needs no adjoint. */
    private Runnable products(int batch, int... sizes) {
        List<Runnable> all = new ArrayList<>();
        for (int layer = 1; layer < sizes.length; layer++) {
            Tensor x = numbers(batch, sizes[layer - 1]);
            Tensor w = numbers(sizes[layer - 1], sizes[layer]);
            Tensor b = numbers(sizes[layer]);
            Tensor gy = numbers(batch, sizes[layer]);
            all.add(() -> Tensor.apply(new Affine(), x, w, b));
            all.add(() -> Tensor.apply(new MatmulLeftTransposed(), x, gy));
            if (layer > 1) {
                all.add(() -> Tensor.apply(new MatmulRightTransposed(), gy, w));
            }
        }
        return () -> all.forEach(Runnable::run);
    }

    private Tensor numbers(int... sizes) {
        return random.uniform(Shape.of(sizes), -1, 1);
    }
}
