package org.gradus.lecture.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import org.gradus.goldens.Goldens;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class RadamVarianceTest {
    /** By mpmath with 30 digits. */
    private static final JsonObject VARIANCE = Goldens.entry("demos.json", "radam2020/variance/public");

    /** By the closed formula in long double. */
    private static final JsonObject TABLE = Goldens.entry("schedules.json", "RAdam/rho_r/beta2=0.999");

    private final RadamVariance figure = MadeFigures.get(RadamVariance.class, "radam-variance");

    @Test
    void theVariancesAreThoseOfTheGoldens() {
        double[] rho = Goldens.numbers(VARIANCE, "rho");
        double[] exact =
                Arrays.stream(rho).map(each -> new RateVariance(each).exact()).toArray();
        Goldens.assertClose("exact", exact, Goldens.numbers(VARIANCE, "var_exact"), 0, 1e-9);
        double[] approximate = Arrays.stream(rho)
                .map(each -> new RateVariance(each).approximate())
                .toArray();
        Goldens.assertClose("approximate", approximate, Goldens.numbers(VARIANCE, "var_first_order"), 0, 1e-9);
    }

    @Test
    void theTableIsThatOfTheGoldens() {
        double[] updates = Goldens.numbers(TABLE.getAsJsonObject("hyper"), "t");
        double[] rho = Arrays.stream(updates).map(t -> figure.at(t).rho()).toArray();
        Goldens.assertClose("ρ", rho, Goldens.numbers(TABLE, "values"), 0, 1e-9);
        for (int i = 0; i < updates.length; i++) {
            JsonElement expected = TABLE.getAsJsonArray("r_t").get(i);
            double r = expected.isJsonNull() ? 0 : expected.getAsDouble();
            assertThat(figure.r(updates[i])).isCloseTo(r, within(1e-9 * r));
        }
    }

    @Test
    void theVarianceFallsAndTheApproximationIsAboveIt() {
        for (int t = 3; t < 5000; t++) {
            double exact = figure.at(t).exact();
            assertThat(exact).isGreaterThan(figure.at(t + 1).exact());
            assertThat(figure.at(t).approximate()).isGreaterThan(exact);
        }
    }

    /** As the caption has it: at ρ = 4 only the approximation is infinite, the variance is below ρ = 2. */
    @Test
    void onlyTheApproximationIsInfiniteAtFour() {
        assertThat(new RateVariance(4).approximate()).isInfinite();
        assertThat(new RateVariance(4).exact()).isBetween(0.31949, 1.0); // less than at 4.5, by mpmath, it cannot be
        assertThat(new RateVariance(2).exact()).isInfinite();
    }

    /** 0.25196 at ρ = 5 over 2.50595e-4 is 1005.4 (mpmath); ρ_5 is 4.996, where the variance is a little larger. */
    @Test
    void theTitleSaysAThousandTimes() {
        assertThat(figure.excess()).isBetween(1005.4, 1010.0);
        assertThat(figure.chart(Language.EN).title()).contains("update 5", "1007 times", "by 0.017");
    }
}
