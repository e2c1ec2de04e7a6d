package org.gradus.train.curvature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Indexing;
import org.gradus.tensor.Joining;
import org.gradus.tensor.Lanczos;
import org.gradus.tensor.Lanczos.Eigenpairs;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The largest eigenvalues of a symmetric matrix, each as often as it occurs.
 *
 * <p>From one start, Lanczos sees one direction of an eigenspace, and two of a narrow cluster as one. So it is asked again about the matrix with
 * the pairs found moved out of the way, H − c Σ vᵢ vᵢᵀ, from another start, until what it finds is no larger than what there is.
 */
final class Deflation {
    private final Hessian hessian;
    private final double tolerance;
    private final RandomStream random;
    private final List<Pair> found = new ArrayList<>();
    private double size; // the longest product with a unit vector so far: at most ‖H‖, and close to it
    private int products;

    private record Pair(double value, Tensor vector) {}

    Deflation(Hessian hessian, double tolerance, RandomStream random) {
        this.hessian = hessian;
        this.tolerance = tolerance;
        this.random = random;
    }

    Eigenpairs largest(int k) {
        add(Lanczos.largest(this::product, start(), k, tolerance));
        while (found.size() < hessian.size()) {
            Eigenpairs more = Lanczos.largest(remaining(), start(), 1, Math.max(1e-14, tolerance / 4));
            if (more.values().get(0) <= found.get(k - 1).value() + tolerance * size) {
                break;
            }
            add(more);
        }
        return pairs(found.subList(0, k));
    }

    private Tensor product(Tensor v) {
        products++;
        Tensor product = hessian.times(v);
        size = Math.max(size, Reductions.norm(product).item());
        return product;
    }

    private void add(Eigenpairs pairs) {
        for (int i = 0; i < pairs.values().shape().size(); i++) {
            found.add(new Pair(pairs.values().get(i), Indexing.at(pairs.vectors(), 0, i)));
        }
        found.sort(Comparator.comparingDouble(Pair::value).reversed());
    }

    /** A random direction without those found. */
    private Tensor start() {
        Tensor start = random.gaussian(Shape.of(hessian.size()), 1);
        for (Pair pair : found) {
            start = start.sub(pair.vector().mul(dot(pair.vector(), start)));
        }
        return start;
    }

    /** The matrix with the eigenvalues found made smaller than all others. */
    private UnaryOperator<Tensor> remaining() {
        double shift = 4 * size; // λ − 4 ‖H‖ is at most −3 ‖H‖
        return v -> {
            Tensor w = product(v);
            for (Pair pair : found) {
                w = w.sub(pair.vector().mul(shift * dot(pair.vector(), v)));
            }
            return w;
        };
    }

    /** With residuals that are measured, not estimated. */
    private Eigenpairs pairs(List<Pair> best) {
        double[] values = best.stream().mapToDouble(Pair::value).toArray();
        double[] residuals = best.stream()
                .mapToDouble(pair -> Reductions.norm(
                                product(pair.vector()).sub(pair.vector().mul(pair.value())))
                        .item())
                .toArray();
        Tensor vectors = Joining.stack(0, best.stream().map(Pair::vector).toArray(Tensor[]::new));
        return new Eigenpairs(Tensor.of(values), vectors, Tensor.of(residuals), products);
    }

    private static double dot(Tensor a, Tensor b) {
        return a.mul(b).sum().item();
    }
}
