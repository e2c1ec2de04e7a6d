package org.gradus.lecture.contest;

import java.util.Map;
import org.gradus.data.Split;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.nn.Layer;
import org.gradus.nn.Weights;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.train.Evaluation;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;
import org.gradus.train.curvature.Hessian;
import org.gradus.train.curvature.Interpolation;
import org.gradus.train.curvature.Objective;

/**
 * Where a training has come to when its training loss was as low as asked.
 *
 * @param spec the run
 * @param weights the weights there
 * @param epochs how many epochs it took
 * @param sharpness the largest eigenvalue of the Hessian of the training loss there
 * @param training how well it does the training data
 * @param test how well it does the test data
 */
public record Minimum(
        RunSpec spec,
        Map<String, Tensor> weights,
        long epochs,
        double sharpness,
        Evaluation training,
        Evaluation test) {
    private static final double TOLERANCE = 1e-3;
    private static final long SEED = 9;

    /**
     * {@return where a run has come to when the loss on all training data, seen after each epoch, is at most a target, or the epochs are over}
     *
     * @param spec the run
     * @param target the loss to train to
     * @param shelf where the data are
     */
    public static Minimum of(RunSpec spec, double target, DataShelf shelf) {
        Training training = new RunRecipe(spec, shelf).training();
        Layer model = training.model();
        Split data = training.data();
        TrainingRun run = training.start();
        long epochs = 0;
        while (epochs < training.epochs()
                && Evaluation.of(model, data.training()).loss() > target) {
            epochs++;
            while (run.steps() < training.steps((int) epochs)) {
                run.step();
            }
        }
        double sharpness = Hessian.of(Objective.of(model, data.training()))
                .largest(1, TOLERANCE, new RandomStream(SEED))
                .values()
                .get(0);
        return new Minimum(
                spec,
                Weights.of(model),
                epochs,
                sharpness,
                Evaluation.of(model, data.training()),
                Evaluation.of(model, data.test()));
    }

    /** The line to the minimum of another run from the same start. */
    Interpolation to(Minimum other, int places, DataShelf shelf) {
        Training training = new RunRecipe(spec, shelf).training();
        Split data = training.data();
        return Interpolation.between(
                training.model(), weights, other.weights, data.training(), data.test(), Interpolation.places(places));
    }

    long seed() {
        return spec.get(Settings.SEED);
    }
}
