package org.gradus.train.curvature;

import java.util.function.UnaryOperator;
import org.gradus.catalog.Domain;
import org.gradus.tensor.Lanczos.Eigenpairs;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * H = ∇²L(θ), the matrix of second derivatives at one point θ, known only by its products with vectors: how sharp or flat the place is.
 *
 * <p>A product costs a few gradients (Pearlmutter 1994, Fast exact multiplication by the Hessian, <a
 * href="https://doi.org/10.1162/neco.1994.6.1.147">doi 10.1162/neco.1994.6.1.147</a>), and the matrix, n² numbers, is never there. Any other
 * symmetric matrix will do too.
 *
 * <p>Where L has kinks, as with ReLU, H is that of the smooth piece that θ lies in.
 *
 * @param size the number n of rows and columns, that of the parameters
 * @param product v ↦ H v for vectors of shape (n), symmetric and the same each time
 */
public record Hessian(int size, UnaryOperator<Tensor> product) {
    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Hessian {
        Domain.of("hessian").count("the size", size);
    }

    /**
     * {@return the Hessian of a loss at the model's present parameters; it stays the one of this point when they move on}
     *
     * @param objective the loss
     * @throws IllegalArgumentException if the model has no trainable parameters
     */
    public static Hessian of(Objective objective) {
        var function = objective.function();
        return new Hessian(function.shape().size(), function.hvp());
    }

    /**
     * {@return H v}
     *
     * @param v a vector of shape (n)
     */
    public Tensor times(Tensor v) {
        return product.apply(v);
    }

    /**
     * {@return the k largest eigenvalues, the largest first, each as often as it occurs, by Lanczos with full reorthogonalization; the first
     * is called the sharpness}
     *
     * <p>Each is off by at most its residual ‖H v − λ v‖, which is measured in the end and given; most often by far less, by about its
     * square. Whether a further one has been overlooked, as from one start may happen with multiple or clustered eigenvalues, is tried from
     * further random starts in the space that is left, until nothing larger than the k-th is found. Two that lie closer together than the
     * tolerance may be given as twice the same.
     *
     * <p>Lanczos 1950, <a href="https://doi.org/10.6028/jres.045.026">doi 10.6028/jres.045.026</a>.
     *
     * @param k how many, from 1 to n
     * @param tolerance the residual aimed at, as a part of the largest absolute eigenvalue; at least 10⁻¹⁴; 10⁻⁸ is usual
     * @param random where the starts come from
     * @throws IllegalArgumentException if a number lies outside its domain, or a product is NaN or infinite
     */
    public Eigenpairs largest(int k, double tolerance, RandomStream random) {
        return new Deflation(this, tolerance, random).largest(k);
    }

    /**
     * {@return the k smallest eigenvalues, the smallest first: negative ones are directions in which the loss curves down}
     *
     * @param k how many, from 1 to n
     * @param tolerance as for the {@linkplain #largest largest}
     * @param random where the starts come from
     * @throws IllegalArgumentException if a number lies outside its domain, or a product is NaN or infinite
     */
    public Eigenpairs smallest(int k, double tolerance, RandomStream random) {
        Eigenpairs mirrored = new Hessian(size, v -> times(v).neg()).largest(k, tolerance, random);
        return new Eigenpairs(mirrored.values().neg(), mirrored.vectors(), mirrored.residuals(), mirrored.products());
    }

    /**
     * {@return an estimate of tr H, the sum of all eigenvalues: the mean of zᵀ H z over vectors z of random signs}
     *
     * <p>It is unbiased, E[zᵀ H z] = tr H, with the variance 2 Σ_{i≠j} H_ij². Signs have the least variance of all independent z.
     *
     * <p>Hutchinson 1990, A stochastic estimator of the trace of the influence matrix, <a
     * href="https://doi.org/10.1080/03610919008812866">doi 10.1080/03610919008812866</a>.
     *
     * @param probes the number of vectors z, at least 2; each costs one product
     * @param random where the signs come from
     * @throws IllegalArgumentException if there are fewer than 2
     */
    public TraceEstimate trace(int probes, RandomStream random) {
        Domain.of("hutchinson")
                .require(
                        probes >= 2, "the number of probes", probes, "at least 2: one alone says nothing of its error");
        double mean = 0;
        double squares = 0; // Σ (x − mean)², by Welford's recurrence
        for (int n = 1; n <= probes; n++) {
            Tensor z = signs(random);
            double x = z.mul(times(z)).sum().item();
            double off = x - mean;
            mean += off / n;
            squares += off * (x - mean);
        }
        return new TraceEstimate(mean, Math.sqrt(squares / (probes - 1) / probes), probes);
    }

    private Tensor signs(RandomStream random) {
        double[] signs = new double[size];
        for (int i = 0; i < size; i++) {
            signs[i] = random.below(2) == 0 ? -1 : 1;
        }
        return Tensor.of(Shape.of(size), signs);
    }

    /**
     * {@return P^(−1/2) H P^(−1/2) for a diagonal P: symmetric, and with the eigenvalues of P⁻¹ H, the curvature as an optimizer sees it that
     * divides its steps by P}
     *
     * @param diagonal the numbers on P's diagonal, at least 0; 0 marks a parameter that the optimizer does not move, which then counts for
     *     nothing
     * @throws IllegalArgumentException if P has another size, or a number is negative or NaN
     */
    public Hessian preconditioned(Tensor diagonal) {
        double[] p = diagonal.toArray();
        if (p.length != size) {
            throw new IllegalArgumentException(
                    "preconditioner: it has %s numbers, the Hessian %s rows; give one for each"
                            .formatted(p.length, size));
        }
        Domain domain = Domain.of("preconditioner");
        for (int i = 0; i < size; i++) {
            domain.nonNegative("a number on the diagonal", p[i]);
            p[i] = p[i] == 0 ? 0 : 1 / Math.sqrt(p[i]);
        }
        Tensor scale = Tensor.of(Shape.of(size), p);
        return new Hessian(size, v -> times(v.mul(scale)).mul(scale));
    }

    /** How large it is. */
    @Override
    public String toString() {
        return "Hessian of %s parameters".formatted(size);
    }
}
