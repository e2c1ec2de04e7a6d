package org.gradus.train.curvature;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.gradus.tensor.Tensor;

/** Eigenvalues of a whole matrix, as Commons Math decomposes it: what Lanczos, which never sees it, is compared with. */
final class Exactly {
    private Exactly() {}

    /** All eigenvalues, the largest first, of a matrix that is symmetric to rounding. */
    static double[] eigenvalues(Tensor matrix) {
        int n = matrix.shape().size(0);
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = (matrix.get(i, j) + matrix.get(j, i)) / 2;
            }
        }
        return new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues();
    }

    /** The sum of the diagonal. */
    static double trace(Tensor matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.shape().size(0); i++) {
            trace += matrix.get(i, i);
        }
        return trace;
    }
}
