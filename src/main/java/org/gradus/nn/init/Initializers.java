package org.gradus.nn.init;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** The published ways to draw first weights, so that signals and gradients keep their size from layer to layer. */
public final class Initializers {
    private Initializers() {}

    /**
     * {@return N(0, 2/in), for ReLU: half of the units are off, so the variance is doubled}
     *
     * <p>He, Zhang, Ren and Sun 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>.
     */
    public static Initializer heNormal() {
        return (in, out, random) -> random.gaussian(Shape.of(in, out), Math.sqrt(2.0 / in));
    }

    /**
     * {@return U(−a, a) with a = √(6/in), of the same variance as {@link #heNormal}, for ReLU}
     *
     * <p>He, Zhang, Ren and Sun 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>.
     */
    public static Initializer heUniform() {
        return (in, out, random) -> {
            double a = Math.sqrt(6.0 / in);
            return random.uniform(Shape.of(in, out), -a, a);
        };
    }

    /**
     * {@return N(0, 2/(in + out)), for tanh and other activations with slope 1 at 0}
     *
     * <p>Glorot and Bengio 2010, <a href="https://proceedings.mlr.press/v9/glorot10a.html">PMLR 9</a>; the uniform form is the paper's.
     */
    public static Initializer xavierNormal() {
        return (in, out, random) -> random.gaussian(Shape.of(in, out), Math.sqrt(2.0 / (in + out)));
    }

    /**
     * {@return U(−a, a) with a = √(6/(in + out)), for tanh and other activations with slope 1 at 0}
     *
     * <p>Glorot and Bengio 2010, <a href="https://proceedings.mlr.press/v9/glorot10a.html">PMLR 9</a>.
     */
    public static Initializer xavierUniform() {
        return (in, out, random) -> {
            double a = Math.sqrt(6.0 / (in + out));
            return random.uniform(Shape.of(in, out), -a, a);
        };
    }

    /**
     * {@return N(0, 1/in), for SELU and for layers without an activation}
     *
     * <p>LeCun, Bottou, Orr and Müller 1998, Efficient BackProp, <a href="https://doi.org/10.1007/3-540-49430-8_2">doi
     * 10.1007/3-540-49430-8_2</a>.
     */
    public static Initializer leCunNormal() {
        return (in, out, random) -> random.gaussian(Shape.of(in, out), Math.sqrt(1.0 / in));
    }

    /**
     * {@return U(−a, a) with a = √(3/in), of the same variance as {@link #leCunNormal}, for SELU and for layers without an activation}
     *
     * <p>LeCun, Bottou, Orr and Müller 1998, Efficient BackProp, <a href="https://doi.org/10.1007/3-540-49430-8_2">doi
     * 10.1007/3-540-49430-8_2</a>.
     */
    public static Initializer leCunUniform() {
        return (in, out, random) -> {
            double a = Math.sqrt(3.0 / in);
            return random.uniform(Shape.of(in, out), -a, a);
        };
    }

    /**
     * {@return gain times a random matrix with orthonormal columns (or rows, if there are fewer), for deep linear or tanh networks with gain
     * 1, for ReLU with gain √2: no direction is stretched or lost}
     *
     * <p>Saxe, McClelland and Ganguli 2014, <a href="https://arxiv.org/abs/1312.6120">arXiv 1312.6120</a>: the Q of the QR decomposition of
     * a normal matrix, with the signs of R's diagonal.
     *
     * @param gain the factor
     */
    public static Initializer orthogonal(double gain) {
        return (in, out, random) -> {
            int rows = Math.max(in, out);
            int columns = Math.min(in, out);
            double[][] normal = new double[rows][columns];
            for (double[] row : normal) {
                Arrays.setAll(row, j -> random.gaussian());
            }
            QRDecomposition decomposition = new QRDecomposition(new Array2DRowRealMatrix(normal, false));
            double[][] q = decomposition
                    .getQ()
                    .getSubMatrix(0, rows - 1, 0, columns - 1)
                    .getData();
            for (int j = 0; j < columns; j++) {
                double signed = gain * Math.signum(decomposition.getR().getEntry(j, j));
                for (double[] row : q) {
                    row[j] *= signed;
                }
            }
            Tensor matrix = Tensor.of(q);
            return in >= out ? matrix : matrix.transpose();
        };
    }

    /**
     * {@return the same number everywhere, for biases and for seeing what goes wrong: units that start equal stay equal}
     *
     * @param value the number
     */
    public static Initializer constant(double value) {
        return (in, out, random) -> Tensor.full(Shape.of(in, out), value);
    }
}
