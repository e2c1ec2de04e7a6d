package org.gradus.schedule;

import java.util.List;
import org.gradus.catalog.Domain;

/**
 * When a loss counts as falling no longer: when it has not been clearly less than the least so far, L &lt; (1 − r) L_min − a, in more than so
 * many epochs running.
 *
 * <p>It is what PyTorch's {@code ReduceLROnPlateau} counts, whose {@code threshold} is r in mode {@code rel} and a in mode {@code abs}; there
 * is no mode {@code max} here. A loss that is NaN is not less.
 *
 * @param patience how many epochs without a clearly lower loss are borne, at least 0
 * @param relative r, at least 0 and less than 1
 * @param absolute a, at least 0
 * @param cooldown after a plateau, how many epochs are not counted, at least 0
 */
public record Plateau(int patience, double relative, double absolute, int cooldown) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Plateau {
        Domain.of("plateau")
                .decay("relative", relative)
                .nonNegative("absolute", absolute)
                .require(patience >= 0, "patience", patience, "a whole number, at least 0")
                .require(cooldown >= 0, "cooldown", cooldown, "a whole number, at least 0");
    }

    /**
     * {@return how many plateaus there were so far}
     *
     * @param losses the losses of all epochs so far, in their order
     */
    public int count(List<Double> losses) {
        int plateaus = 0;
        double least = Double.POSITIVE_INFINITY;
        int waited = 0;
        int resting = 0;
        for (double loss : losses) {
            boolean lower = loss < (1 - relative) * least - absolute;
            least = lower ? loss : least;
            waited = lower || resting > 0 ? 0 : waited + 1;
            resting = Math.max(0, resting - 1);
            if (waited > patience) {
                plateaus++;
                waited = 0;
                resting = cooldown;
            }
        }
        return plateaus;
    }
}
