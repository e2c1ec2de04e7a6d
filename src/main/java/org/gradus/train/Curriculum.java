package org.gradus.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.loss.ClassTargets;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.loss.Reduction;

/**
 * Easy examples first: in each epoch the model sees only the easiest ones, and more of them from epoch to epoch.
 *
 * <p>What is easy is a number per example; the loss under a model that has been trained before is one way to get it. Bengio, Louradour,
 * Collobert and Weston 2009, <a href="https://doi.org/10.1145/1553374.1553380">doi 10.1145/1553374.1553380</a>; the word pacing is that of
 * Hacohen and Weinshall 2019, <a href="https://arxiv.org/abs/1904.03626">arXiv 1904.03626</a>.
 */
public final class Curriculum {
    private final int[] byDifficulty; // the examples, easiest first
    private final Pacing pacing;

    private Curriculum(int[] byDifficulty, Pacing pacing) {
        this.byDifficulty = byDifficulty;
        this.pacing = pacing;
    }

    /**
     * {@return a curriculum}
     *
     * @param pacing how fast it goes on to harder examples
     * @param difficulty how difficult each training example is; of equally difficult ones the first counts as easier
     * @throws IllegalArgumentException if a difficulty is NaN
     */
    public static Curriculum of(Pacing pacing, double... difficulty) {
        for (int i = 0; i < difficulty.length; i++) {
            if (Double.isNaN(difficulty[i])) {
                throw new IllegalArgumentException(
                        "curriculum: the difficulty of example %s is NaN; it must be a number".formatted(i));
            }
        }
        int[] order = IntStream.range(0, difficulty.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> difficulty[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Curriculum(order, pacing);
    }

    /**
     * {@return how difficult a model finds each example: its cross-entropy, in evaluation mode}
     *
     * @param teacher a trained classifier; not changed
     * @param data the examples
     */
    public static double[] lossUnder(Layer teacher, Dataset data) {
        double[] losses = new double[data.size()];
        int done = 0;
        for (Predictions part : Predictions.of(teacher, data)) {
            Losses.crossEntropy(part.logits(), ClassTargets.of(part.labels()), Reduction.NONE)
                    .copyTo(losses, done);
            done += part.size();
        }
        return losses;
    }

    /** How many examples it knows. */
    int size() {
        return byDifficulty.length;
    }

    /** The examples of an epoch, in the data set's order, so that a share of 1 gives the plain epoch. */
    int[] examples(int epoch) {
        double share = pacing.share(epoch);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "curriculum: the pacing gives epoch %s the share %s; it must be more than 0 and at most 1"
                            .formatted(epoch, share));
        }
        int[] chosen = Arrays.copyOf(byDifficulty, Math.max(1, (int) Math.round(share * size())));
        Arrays.sort(chosen);
        return chosen;
    }

    /** What it is, as in {@code curriculum of 1438 examples, easiest first}. */
    @Override
    public String toString() {
        return "curriculum of %s examples, easiest first".formatted(size());
    }
}
