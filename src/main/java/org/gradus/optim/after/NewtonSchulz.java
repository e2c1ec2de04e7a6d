package org.gradus.optim.after;

import org.gradus.catalog.Domain;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.linear.MatmulLeftTransposed;
import org.gradus.tensor.linear.MatmulRightTransposed;

/**
 * Newton–Schulz steps, which make a matrix nearly orthogonal by products alone: X ← a X + (b A + c A²) X with A = X Xᵀ.
 *
 * <p>Each singular value σ becomes a σ + b σ³ + c σ⁵, and the singular vectors stay: of X = U Σ Vᵀ all that is left is nearly U Vᵀ. With {@link
 * #KELLER Jordan's numbers} values from 0.01 to 1 end between about 0.68 and 1.14, not at 1; of smaller ones some end at up to 1.20, the
 * others are still on their way; 0 stays 0.
 *
 * <p>Where X has more rows than columns, the same is X ← a X + X (b A + c A²) with A = Xᵀ X, the smaller of the two squares.
 *
 * <p><b>Reference:</b> Jordan et al. 2024, Muon, <a href="https://kellerjordan.github.io/posts/muon/">kellerjordan.github.io/posts/muon</a>.
 *
 * @param steps how many steps, at least 1
 * @param a the factor a of X
 * @param b the factor b of A X
 * @param c the factor c of A² X
 */
public record NewtonSchulz(int steps, double a, double b, double c) {
    /** Five steps with the numbers of the authors' code. */
    public static final NewtonSchulz KELLER = new NewtonSchulz(5, 3.4445, -4.7750, 2.0315);

    /**
     * Checks the number of steps.
     *
     * @throws IllegalArgumentException if there is none
     */
    public NewtonSchulz {
        Domain.of("newton-schulz").count("the number of steps", steps);
    }

    /**
     * {@return the matrix after the steps}
     *
     * @param matrix X of shape (r, c), with no singular value much above 1, as it is when divided by its norm
     */
    public Tensor of(Tensor matrix) {
        boolean tall = matrix.shape().size(0) > matrix.shape().size(1);
        Tensor x = matrix;
        for (int i = 0; i < steps; i++) {
            Tensor square = tall
                    ? Tensor.apply(new MatmulLeftTransposed(), x, x)
                    : Tensor.apply(new MatmulRightTransposed(), x, x);
            Tensor factor = square.mul(b).add(square.matmul(square).mul(c));
            x = x.mul(a).add(tall ? x.matmul(factor) : factor.matmul(x));
        }
        return x;
    }
}
