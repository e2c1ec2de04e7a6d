package org.gradus.tensor.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.Shape;

/**
 * How long matrix products take in one of a kernel's threads: {@code mvn -q test-compile exec:exec -Pbench
 * -Dbench=org.gradus.tensor.linear.MatmulBench}. One line per product and kernel, {@code
 * WORKLOAD/KERNEL MICROSECONDS GFLOP/S}: the median over rounds, in which the kernels take turns, of the mean time of one product.
 *
 * <p>Besides a square product these are the products of the layers that the benchmarks of whole networks train: {@code A*B} forward, {@code
 * A*Bt} for the adjoint of the input, {@code At*B} for that of the weight.
 */
public final class MatmulBench {
    private static final int ROUNDS = 9;
    private static final long NANOS_PER_ROUND = 50_000_000;
    private static final long WARM_UP_NANOS = 2_000_000_000;

    private MatmulBench() {}

    /** A left and a right matrix, and what they are multiplied for. */
    private record Workload(String name, Matrix a, Matrix b) {
        double[] product(Kernel kernel) {
            double[] y = new double[a.rows() * b.columns()];
            kernel.multiply(a, b, y, 0);
            return y;
        }

        double gflops(double micros) {
            return 2e-3 * a.rows() * a.columns() * b.columns() / micros;
        }
    }

    /**
     * Prints the lines.
     *
     * @param arguments what the names of the workloads to run begin with; none for all
     */
    public static void main(String... arguments) {
        Map<String, Kernel> kernels = new LinkedHashMap<>();
        kernels.put("plain", new PlainKernel());
        ServiceLoader.load(Kernel.class).forEach(kernel -> kernels.put("vector", kernel));
        workloads().stream()
                .filter(workload ->
                        arguments.length == 0 || Arrays.stream(arguments).anyMatch(workload.name()::startsWith))
                .forEach(workload -> run(workload, kernels));
    }

    private static List<Workload> workloads() {
        List<Workload> all = new ArrayList<>();
        addLayer(all, "square-256", 256, 256, 256);
        addLayer(all, "tiny-2-16", 32, 2, 16);
        addLayer(all, "tiny-16-16", 32, 16, 16);
        addLayer(all, "tiny-16-2", 32, 16, 2);
        addLayer(all, "digits-64-64", 64, 64, 64);
        addLayer(all, "digits-64-10", 64, 64, 10);
        addLayer(all, "hvp-64-32", 64, 64, 32);
        addLayer(all, "hvp-32-10", 64, 32, 10);
        addLayer(all, "mnist-784-256", 128, 784, 256);
        addLayer(all, "mnist-256-128", 128, 256, 128);
        addLayer(all, "mnist-128-10", 128, 128, 10);
        addLayer(all, "wide-784-1024", 128, 784, 1024);
        addLayer(all, "wide-1024-1024", 128, 1024, 1024);
        addLayer(all, "wide-1024-10", 128, 1024, 10);
        return all;
    }

    private static void addLayer(List<Workload> all, String name, int batch, int in, int out) {
        Matrix x = matrix(batch, in);
        Matrix w = matrix(in, out);
        Matrix gy = matrix(batch, out);
        all.add(new Workload(name + "/A*B", x, w));
        all.add(new Workload(name + "/A*Bt", gy, w.transposed()));
        all.add(new Workload(name + "/At*B", x.transposed(), gy));
    }

    private static Matrix matrix(int rows, int columns) {
        Shape shape = Shape.of(rows, columns);
        return Matrix.of(new Numbers(rows).tensor(-1, 1, shape).toArray(), shape, 0);
    }

    private static void run(Workload workload, Map<String, Kernel> kernels) {
        Map<String, double[]> micros = new LinkedHashMap<>();
        kernels.forEach((name, kernel) -> {
            micros(workload, kernel, WARM_UP_NANOS);
            micros.put(name, new double[ROUNDS]);
        });
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : micros.keySet()) {
                micros.get(name)[round] = micros(workload, kernels.get(name), NANOS_PER_ROUND);
            }
        }
        micros.forEach((name, found) -> {
            Arrays.sort(found);
            double median = found[ROUNDS / 2];
            System.out.printf(Locale.ROOT, "%s/%s %.2f %.1f%n", workload.name(), name, median, workload.gflops(median));
        });
    }

    /** The mean time of one product, over as many as fit into a time. */
    private static double micros(Workload workload, Kernel kernel, long nanos) {
        double sum = 0;
        long start = System.nanoTime();
        long now = start;
        long products = 0;
        for (; now - start < nanos; now = System.nanoTime(), products++) {
            sum += workload.product(kernel)[0];
        }
        if (Double.isNaN(sum)) {
            throw new AssertionError("the product of finite numbers is not a number: " + workload.name());
        }
        return (now - start) / 1e3 / products;
    }
}
