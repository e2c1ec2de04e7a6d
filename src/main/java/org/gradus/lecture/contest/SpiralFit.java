package org.gradus.lecture.contest;

import java.util.List;
import org.gradus.data.Dataset;
import org.gradus.data.synthetic.Synthetic;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.train.curvature.Objective;

/** A small network that is to tell the arms of a spiral apart, by the squared error of all points at once. */
final class SpiralFit {
    private static final int EXAMPLES = 90;
    private static final int CLASSES = 3;
    private static final int WIDTH = 20;

    private SpiralFit() {}

    /** The mean squared error of three arms of a spiral, of whose classes each is a 1 among 0s. */
    static Objective objective() {
        Dataset data = Synthetic.spiral(EXAMPLES, CLASSES, 0.05, new RandomStream(7));
        double[] oneHot = new double[EXAMPLES * CLASSES];
        for (int i = 0; i < EXAMPLES; i++) {
            oneHot[i * CLASSES + data.labels()[i]] = 1;
        }
        Tensor targets = Tensor.of(Shape.of(EXAMPLES, CLASSES), oneHot);
        Layer model = Mlp.of(
                new RandomStream(1).split("weights"), width -> List.of(Activation.TANH), 2, WIDTH, WIDTH, CLASSES);
        return new Objective(
                model, data.features(), outputs -> Losses.meanSquaredError(outputs, targets), Mode.TRAINING);
    }
}
