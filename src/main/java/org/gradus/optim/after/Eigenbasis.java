package org.gradus.optim.after;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.gradus.optim.State;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.linear.MatmulLeftTransposed;

/**
 * One side of SOAP: an average A of squares of the gradient, and its eigenvectors as columns of a basis, exactly at first, then by a step of
 * orthogonal iteration at a time. A side that is too long has neither.
 */
final class Eigenbasis {
    private final Optional<double[]> average;
    private final Optional<double[]> basis;

    private Eigenbasis(Optional<double[]> average, Optional<double[]> basis) {
        this.average = average;
        this.basis = basis;
    }

    /** The side whose average and basis a state remembers by these symbols, if it does. */
    static Eigenbasis of(State state, String average, String basis) {
        boolean there = state.names().contains(average);
        return there
                ? new Eigenbasis(Optional.of(state.vector(average)), Optional.of(state.vector(basis)))
                : new Eigenbasis(Optional.empty(), Optional.empty());
    }

    Optional<Tensor> basis() {
        return basis.map(Eigenbasis::square);
    }

    /** A ← s A + (1 − s) G Gᵀ. */
    void follow(Supplier<Tensor> squares, double s) {
        average.ifPresent(a -> {
            double[] more = squares.get().toArray();
            for (int i = 0; i < a.length; i++) {
                a[i] = s * a[i] + (1 - s) * more[i];
            }
        });
    }

    /** The eigenvectors of A, that of the largest eigenvalue first: its left singular vectors, since no eigenvalue is negative. */
    void begin() {
        average.ifPresent(a -> put(new SingularValueDecomposition(real(square(a))).getU()));
    }

    /** The orthogonal factor, by Householder's reflections, of A times the basis in order. */
    void refine() {
        average.ifPresent(a -> {
            Tensor ordered = columns(square(basis.orElseThrow()));
            put(new QRDecomposition(real(square(a).matmul(ordered))).getQ());
        });
    }

    private void put(RealMatrix found) {
        Tensor.of(found.getData()).copyTo(basis.orElseThrow(), 0);
    }

    /** The columns of a matrix in the order of this side's axes, that with the most of A first. */
    Tensor columns(Tensor x) {
        int[] order = order();
        if (order.length == 0) {
            return x;
        }
        double[] from = x.toArray();
        double[] ordered = new double[from.length];
        Arrays.setAll(ordered, i -> from[i / order.length * order.length + order[i % order.length]]);
        return Tensor.of(x.shape(), ordered);
    }

    /** The rows of a matrix in that order. */
    Tensor rows(Tensor x) {
        return columns(x.transpose()).transpose();
    }

    /** The axes by diag(Qᵀ A Q), the largest first; none without a basis. */
    private int[] order() {
        if (average.isEmpty()) {
            return new int[0];
        }
        Tensor q = square(basis.orElseThrow());
        Tensor a = square(average.orElseThrow());
        double[] energy =
                Tensor.apply(new MatmulLeftTransposed(), q, a).matmul(q).toArray();
        int n = q.shape().size(0);
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -energy[i * n + i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Tensor square(double[] elements) {
        int side = (int) Math.sqrt(elements.length);
        return Tensor.of(Shape.of(side, side), elements);
    }

    /** Divided by the largest element, which changes neither eigenvectors nor Q: squares of very large ones would be infinite. */
    private static RealMatrix real(Tensor x) {
        int n = x.shape().size(0);
        double[] all = x.toArray();
        double largest = 0;
        for (double element : all) {
            largest = Math.max(largest, Math.abs(element));
        }
        double scale = largest == 0 ? 1 : largest;
        double[][] rows = new double[n][n];
        for (int i = 0; i < all.length; i++) {
            rows[i / n][i % n] = all[i] / scale;
        }
        return new Array2DRowRealMatrix(rows, false);
    }
}
