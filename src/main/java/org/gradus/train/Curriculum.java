package org.gradus.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.loss.ClassTargets;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.loss.Reduction;
import org.gradus.tensor.Tensor;

/**
 * Easy examples first: in each epoch the model sees only the easiest ones, and more of them from epoch to epoch.
 *
 * <p>What is easy is a number per example; the loss under a model that has been trained before is one way to get it. Bengio, Louradour,
 * Collobert and Weston 2009, <a href="https://doi.org/10.1145/1553374.1553380">doi 10.1145/1553374.1553380</a>; the word pacing is that of
 * Hacohen and Weinshall 2019, <a href="https://arxiv.org/abs/1904.03626">arXiv 1904.03626</a>.
 */
public final class Curriculum {
    private static final int LOOKED_AT = 11; // epochs 1, 2, 4, … 1024

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
     * {@return how difficult a model finds each example: its cross-entropy, or, for numbers, its squared error, in evaluation mode}
     *
     * @param teacher a trained model of the {@linkplain Task#of usual task} of the data; not changed
     * @param data the examples
     * @throws IllegalArgumentException if the model's output does not fit the data
     */
    public static double[] lossUnder(Layer teacher, Dataset data) {
        double[] losses = new double[data.size()];
        int done = 0;
        for (Predictions part : Predictions.of(teacher, data)) {
            TaskText.requireShape(Task.of(data), part.outputs(), part.examples());
            byExample(part).copyTo(losses, done);
            done += part.size();
        }
        return losses;
    }

    private static Tensor byExample(Predictions part) {
        return part.examples().hasClasses()
                ? Losses.crossEntropy(
                        part.outputs(), ClassTargets.of(part.examples().labels()), Reduction.NONE)
                : Losses.squaredError(part.outputs(), part.examples().values(), Reduction.NONE)
                        .mean(1);
    }

    /** How many examples it knows. */
    int size() {
        return byDifficulty.length;
    }

    /** The examples of an epoch, in the data set's order, so that a share of 1 gives the plain epoch. */
    int[] examples(int epoch) {
        int[] chosen = Arrays.copyOf(byDifficulty, count(epoch));
        Arrays.sort(chosen);
        return chosen;
    }

    /** How many examples an epoch has. */
    int count(int epoch) {
        double share = pacing.share(epoch);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "curriculum: the pacing gives epoch %s the share %s; it must be more than 0 and at most 1"
                            .formatted(epoch, share));
        }
        return Math.max(1, (int) Math.round(share * size()));
    }

    /**
     * The sum of a number that depends on how many examples an epoch has, over the first epochs.
     *
     * <p>The shares never fall; so the epochs with equally many examples are one stretch, whose end is found by bisection, and the work grows
     * with the examples and not with the epochs.
     */
    long sum(int epochs, IntToLongFunction ofExamples) {
        long sum = 0;
        for (int first = 1; first <= epochs; ) {
            int count = count(first);
            int last = first;
            for (int beyond = epochs; last < beyond; ) {
                int middle = last + (beyond - last + 1) / 2;
                if (count(middle) < count) {
                    throw new IllegalArgumentException(
                            "curriculum: the pacing gives epoch %s %s examples and the later epoch %s only %s; the share must not fall"
                                    .formatted(first, count, middle, count(middle)));
                }
                last = count(middle) == count ? middle : last;
                beyond = count(middle) == count ? beyond : middle - 1;
            }
            sum += (last - first + 1) * ofExamples.applyAsLong(count);
            if (last == Integer.MAX_VALUE) {
                return sum;
            }
            first = last + 1;
        }
        return sum;
    }

    /** Words that another order of difficulty or another pacing would most likely change. */
    String fingerprint() {
        double[] shares = IntStream.range(0, LOOKED_AT)
                .mapToDouble(i -> pacing.share(1 << i))
                .toArray();
        int hash = 31 * Arrays.hashCode(byDifficulty) + Arrays.hashCode(shares);
        return "%s examples, fingerprint %s".formatted(size(), HexFormat.of().toHexDigits(hash));
    }

    /** What it is, as in {@code curriculum of 1438 examples, easiest first}. */
    @Override
    public String toString() {
        return "curriculum of %s examples, easiest first".formatted(size());
    }
}
