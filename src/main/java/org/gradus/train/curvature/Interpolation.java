package org.gradus.train.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.catalog.Domain;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.tensor.Tensor;
import org.gradus.train.Evaluation;

/**
 * Loss and accuracy along the straight line θ(α) = (1 − α) a + α b through two solutions, and some way beyond both: whose minimum is wider, and
 * whether there is a wall between them.
 *
 * <p>All parameters are interpolated. Running statistics are not: those of two networks, averaged, are those of none. They are
 * {@linkplain org.gradus.nn.StatisticsRefresh recomputed} from the training data at each point, at α = 0 and 1 too, and {@code statistics} says so.
 *
 * <p>Goodfellow, Vinyals and Saxe 2015, <a href="https://arxiv.org/abs/1412.6544">arXiv 1412.6544</a>; between solutions of small and large
 * batches, α from −1 to 2: Keskar et al. 2017, <a href="https://arxiv.org/abs/1609.04836">arXiv 1609.04836</a>. Beware of reading width off it
 * alone: where a ReLU or a normalization follows, scaled weights are the same function and look flatter (Dinh et al. 2017, <a
 * href="https://arxiv.org/abs/1703.04933">arXiv 1703.04933</a>).
 *
 * @param points the places in the order asked for
 * @param statistics what was done to running statistics, in words for a caption
 */
public record Interpolation(List<LinePoint> points, String statistics) {
    /** Keeps a copy of the list, which nobody can change. */
    public Interpolation {
        points = List.copyOf(points);
    }

    /**
     * {@return loss and accuracy on the line between two solutions of the same model}
     *
     * @param model the model; it is afterwards as it was, also when an exception ends this
     * @param a the weights at α = 0, as {@code Weights.of(model)} gives them
     * @param b the weights at α = 1
     * @param training what it was trained on: judged, and the source of running statistics
     * @param other what else it is judged by, such as the test data
     * @param alphas the places α, such as {@link #places}
     * @throws IllegalArgumentException if weights are those of another model, or a place is NaN or infinite
     */
    public static Interpolation between(
            Layer model,
            Map<String, Tensor> a,
            Map<String, Tensor> b,
            Dataset training,
            Dataset other,
            double... alphas) {
        Elsewhere elsewhere = new Elsewhere(model, training);
        Tensor start = elsewhere.of(a);
        Tensor end = elsewhere.of(b);
        List<LinePoint> points = new ArrayList<>();
        for (double alpha : alphas) {
            Domain.of("interpolation").require(Double.isFinite(alpha), "a place α", alpha, "a finite number");
            Tensor point = start.mul(1 - alpha).add(end.mul(alpha));
            points.add(elsewhere.at(
                    point, () -> new LinePoint(alpha, Evaluation.of(model, training), Evaluation.of(model, other))));
        }
        return new Interpolation(points, elsewhere.statistics());
    }

    /**
     * {@return places from −0.5 to 1.5, evenly spaced}
     *
     * @param count how many, at least 2; with 4 n + 1 of them 0 and 1 are among them
     * @throws IllegalArgumentException if there are fewer
     */
    public static double[] places(int count) {
        Domain.of("interpolation").require(count >= 2, "the number of places", count, "at least 2");
        return IntStream.range(0, count)
                .mapToDouble(i -> -0.5 + 2.0 * i / (count - 1))
                .toArray();
    }

    /**
     * {@return the height of the wall: how far the training loss rises above the line from loss to loss, max over 0 ≤ α ≤ 1 of L(α) − (1 − α)
     * L(0) − α L(1); 0 if it does not}
     *
     * <p>After Frankle et al. 2020, Linear mode connectivity and the lottery ticket hypothesis, <a
     * href="https://arxiv.org/abs/1912.05671">arXiv 1912.05671</a>, who have the mean of both ends in place of the line, and errors in place
     * of losses.
     *
     * @throws IllegalStateException if α = 0 or α = 1 is not among the places
     */
    public double barrier() {
        double l0 = lossAt(0);
        double l1 = lossAt(1);
        return points.stream()
                .filter(point -> point.alpha() >= 0 && point.alpha() <= 1)
                .mapToDouble(point -> point.training().loss() - (1 - point.alpha()) * l0 - point.alpha() * l1)
                .max()
                .orElseThrow();
    }

    private double lossAt(double alpha) {
        return points.stream()
                .filter(point -> point.alpha() == alpha)
                .mapToDouble(point -> point.training().loss())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "interpolation: a barrier is measured from α = 0 to 1, but α = %s is not among the places; ask for it too"
                                .formatted(alpha)));
    }
}
