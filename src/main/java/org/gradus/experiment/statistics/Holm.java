package org.gradus.experiment.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's correction: who asks m questions has m chances to be fooled. */
public final class Holm {
    private Holm() {}

    /**
     * {@return the adjusted p, p̃_(i) = max over j ≤ i of min(1, (m − j + 1) · p_(j)), in the order given}
     *
     * <p>p_(1) ≤ … ≤ p_(m) are the p in order. To claim where p̃ &lt; α makes even one false claim with probability at most α, however the
     * questions depend on each other. Equal p have equal p̃. Source: Holm 1979, Scandinavian Journal of Statistics 6,
     * <a href="https://www.jstor.org/stable/4615733">65–70</a>.
     *
     * @param p the p of all questions; may be none
     * @throws IllegalArgumentException if one does not lie within [0, 1]
     */
    public static double[] adjust(double... p) {
        if (!Arrays.stream(p).allMatch(x -> x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("Holm's correction: expected each p from 0 to 1, found "
                    + Arrays.toString(p) + "; give the p of the tests, not their statistics");
        }
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int j = 0; j < order.length; j++) {
            largest = Math.max(largest, Math.min(1, (p.length - j) * p[order[j]]));
            adjusted[order[j]] = largest;
        }
        return adjusted;
    }
}
