package org.gradus.train.curvature;

import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * A small full-batch problem on which the loss sharpens as it falls: a network learns a Chebyshev polynomial, T_0 = 1, T_1 = x, T_{k+1} = 2 x
 * T_k − T_{k−1}, from evenly spaced points of [−1, 1]. The higher the degree, the sharper it gets.
 *
 * <p>After a toy problem of Cohen et al. 2021, <a href="https://arxiv.org/abs/2103.00065">arXiv 2103.00065</a>, with two narrow hidden layers
 * in place of a wide one.
 *
 * @param degree the polynomial's degree, at least 1
 * @param examples the number of points, at least 2
 * @param width of both hidden layers, which have tanh behind them, at least 1
 */
public record ChebyshevFit(int degree, int examples, int width) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public ChebyshevFit {
        Domain.of("chebyshev fit")
                .count("the degree, the width", degree, width)
                .require(examples >= 2, "the number of examples", examples, "at least 2");
    }

    /** Degree 5, 20 points, width 20: 481 parameters. */
    public ChebyshevFit() {
        this(5, 20, 20);
    }

    /**
     * {@return the mean squared error of a new network}
     *
     * @param random where its weights come from
     */
    public Objective objective(RandomStream random) {
        Tensor x = points();
        Tensor y = polynomial(x);
        Layer model = Mlp.of(random, hidden -> List.of(Activation.TANH), 1, width, width, 1);
        return new Objective(model, x, output -> Losses.meanSquaredError(output, y), Mode.TRAINING);
    }

    private Tensor points() {
        double[] x = new double[examples];
        for (int i = 0; i < examples; i++) {
            x[i] = -1 + 2.0 * i / (examples - 1);
        }
        return Tensor.of(Shape.of(examples, 1), x);
    }

    private Tensor polynomial(Tensor x) {
        Tensor before = Tensor.full(x.shape(), 1);
        Tensor t = x;
        for (int k = 1; k < degree; k++) {
            Tensor next = x.mul(t).mul(2).sub(before);
            before = t;
            t = next;
        }
        return t;
    }
}
