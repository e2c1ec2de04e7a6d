package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The largest eigenvalues of a symmetric matrix that is known only by its products with vectors, such as the Hessian of a loss.
 *
 * <p>Each step multiplies the last basis vector by the matrix and takes from the product what the basis has already: A qⱼ = βⱼ₋₁ qⱼ₋₁ + αⱼ qⱼ +
 * βⱼ qⱼ₊₁. In the basis the matrix is tridiagonal, and its largest eigenvalues converge fast to those of A (Lanczos 1950). Rounding would let
 * the basis lose its right angles and find eigenvalues twice; so each new vector is made orthogonal to all others, twice.
 *
 * <p>Of an eigenvalue that occurs several times only one direction is in the start; so it is found once, and again only when all directions of
 * the start are used up. Everything is a function of the start, so the same start gives the same bits.
 */
public final class Lanczos {
    private static final double LOST = 1e-12; // what is left of a product beside this part of it is rounding

    private final UnaryOperator<Tensor> product;
    private final int n;
    private final List<double[]> basis = new ArrayList<>();
    private final List<Double> alpha = new ArrayList<>();
    private final List<Double> beta = new ArrayList<>();
    private double size; // of the matrix, as far as it is known

    /**
     * Eigenvalues with their eigenvectors, the largest first.
     *
     * @param values the eigenvalues λ
     * @param vectors the eigenvectors v of length 1, one per row
     * @param residuals the lengths of A v − λ v: each eigenvalue lies at most so far from one of the matrix
     * @param products how many products with the matrix it took
     */
    public record Eigenpairs(Tensor values, Tensor vectors, Tensor residuals, int products) {}

    private Lanczos(UnaryOperator<Tensor> product, int n) {
        this.product = product;
        this.n = n;
    }

    /**
     * {@return the k largest eigenvalues of a symmetric matrix}
     *
     * <p>The smallest are minus the largest of −A: {@code v -> product.apply(v).neg()}.
     *
     * @param product v ↦ A v, such as {@link VectorFunction#hvp()}
     * @param start a vector, best a random one, not orthogonal to the eigenvectors sought
     * @param k how many, from 1 to the size of the vector
     * @param tolerance stop when each residual is at most this part of the eigenvalue of largest absolute value; at least 1e-14
     * @throws IllegalArgumentException if k or the tolerance is out of range, the start is 0 or not finite, or a product is not finite
     */
    public static Eigenpairs largest(UnaryOperator<Tensor> product, Tensor start, int k, double tolerance) {
        int n = start.shape().size();
        if (!start.shape().equals(Shape.of(n)) || k < 1 || k > n || !(tolerance >= 1e-14)) {
            throw new IllegalArgumentException(
                    ("lanczos: asked for %s eigenvalues to %s with a start of shape %s; the start must have one axis, "
                                    + "the number must be 1 to its size, the tolerance at least 1e-14")
                            .formatted(k, tolerance, start.shape()));
        }
        return new Lanczos(product, n).run(start.toArray(), k, tolerance);
    }

    private Eigenpairs run(double[] start, int k, double tolerance) {
        basis.add(unit(start, length(start)));
        for (int next = k; ; next = alpha.size() + alpha.size() / 8 + 1) {
            while (alpha.size() < Math.min(next, n)) {
                extend();
            }
            EigenDecomposition small = tridiagonal();
            double last = beta.get(beta.size() - 1);
            double[] residuals = new double[k];
            double worst = 0;
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] = Math.abs(last * small.getEigenvector(i).getEntry(alpha.size() - 1));
                worst = Math.max(worst, residuals[i]);
            }
            if (alpha.size() == n || worst <= tolerance * size(small)) {
                return pairs(small, residuals);
            }
        }
    }

    /** One product, and one more basis vector if there is room for one. */
    private void extend() {
        double[] q = basis.get(alpha.size());
        double[] w = product.apply(Tensor.of(q)).toArray();
        double before = length(w);
        if (!(before < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "lanczos: a product has length %s; the matrix must be finite".formatted(before));
        }
        size = Math.max(size, before);
        alpha.add(dot(w, q));
        orthogonalize(w);
        double left = length(w);
        boolean more = left > LOST * size;
        beta.add(more ? left : 0);
        if (basis.size() < n) {
            basis.add(more ? unit(w, left) : fresh());
        }
    }

    private void orthogonalize(double[] w) {
        for (int round = 0; round < 2; round++) {
            for (double[] other : basis) {
                addTo(w, -dot(w, other), other);
            }
        }
    }

    /** A direction that the products do not lead to: what is new in the unit vector that the basis contains least of. */
    private double[] fresh() {
        double[] contained = new double[n];
        for (double[] q : basis) {
            for (int i = 0; i < n; i++) {
                contained[i] = Math.fma(q[i], q[i], contained[i]);
            }
        }
        int least = 0;
        for (int i = 1; i < n; i++) {
            least = contained[i] < contained[least] ? i : least;
        }
        double[] direction = new double[n];
        direction[least] = 1;
        orthogonalize(direction);
        return unit(direction, length(direction));
    }

    private EigenDecomposition tridiagonal() {
        double[] main = alpha.stream().mapToDouble(a -> a).toArray();
        double[] beside =
                beta.stream().limit(main.length - 1).mapToDouble(b -> b).toArray();
        return new EigenDecomposition(main, beside);
    }

    private static double size(EigenDecomposition small) {
        double[] values = small.getRealEigenvalues();
        return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    }

    private Eigenpairs pairs(EigenDecomposition small, double[] residuals) {
        double[] values = new double[residuals.length];
        double[][] vectors = new double[residuals.length][n];
        for (int i = 0; i < values.length; i++) {
            values[i] = small.getRealEigenvalue(i);
            for (int j = 0; j < alpha.size(); j++) {
                addTo(vectors[i], small.getEigenvector(i).getEntry(j), basis.get(j));
            }
        }
        return new Eigenpairs(Tensor.of(values), Tensor.of(vectors), Tensor.of(residuals), alpha.size());
    }

    private static double[] unit(double[] v, double length) {
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "lanczos: the start has length %s; it must be finite and not 0".formatted(length));
        }
        double[] unit = new double[v.length];
        addTo(unit, 1 / length, v);
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }

    private static double length(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static void addTo(double[] v, double factor, double[] other) {
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.fma(factor, other[i], v[i]);
        }
    }
}
