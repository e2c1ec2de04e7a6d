package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.train.Outcome;
import org.gradus.train.range.Criterion;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.RangeTestResult;
import org.gradus.train.range.SweepPoint;
import org.junit.jupiter.api.Test;

/** The range test on digits of demos.json, by PyTorch in float64, and the linear sweep of schedules.json. */
class RangeTestReplayTest {
    private static final JsonObject ENTRY = RangeTestGolden.ENTRY;
    private static final RangeTest TEST = RangeTestGolden.TEST;

    @Test
    void ratesAndLossesAreThoseOfPyTorch() {
        List<SweepPoint> points = RangeTestGolden.replay();
        assertThat(points).hasSize(100);
        double tolerance = ENTRY.get("abs_tol").getAsDouble();
        double[] rates = points.stream().mapToDouble(SweepPoint::rate).toArray();
        Goldens.assertClose("rate by step", rates, Goldens.numbers(ENTRY, "lr"), tolerance, 0);
        int comparable = ENTRY.get("comparable_steps").getAsInt();
        double[] losses =
                points.stream().limit(comparable).mapToDouble(SweepPoint::loss).toArray();
        double[] expected = Arrays.copyOf(Goldens.numbers(ENTRY, "loss"), comparable);
        Goldens.assertClose("loss by step", losses, expected, tolerance, 0);
    }

    /**
     * What fastai's {@code steep}, {@code minimum} and {@code valley} (fastai/callback/schedule.py, commit 0a049e8) give for the reference's own
     * losses, smoothed by its {@code AvgSmoothLoss} and cut as by its {@code lr_find}; run in Python with PyTorch 1.13.
     */
    @Test
    void theSuggestionsAreThoseOfFastai() {
        double[] rates = Goldens.numbers(ENTRY, "lr");
        double[] losses = Goldens.numbers(ENTRY, "loss");
        double[] smoothed = new double[losses.length];
        double mean = 0;
        for (int t = 0; t < losses.length; t++) {
            mean = 0.98 * mean + 0.02 * losses[t];
            smoothed[t] = mean / (1 - FastMath.pow(0.98, t + 1));
        }
        List<SweepPoint> points = IntStream.range(0, losses.length)
                .mapToObj(t -> new SweepPoint(rates[t], losses[t], smoothed[t]))
                .toList();
        RangeTestResult result = new RangeTestResult(TEST, points, new Outcome.Completed());
        double[] maxima = {
            result.rates(Criterion.STEEPEST_DESCENT).maximum(),
            result.rates(Criterion.MINIMUM_OVER_TEN).maximum(),
            result.rates(Criterion.VALLEY).maximum()
        };
        double[] fastai = {0.6299605249474365, 0.11801482561452876, 0.1795009993081582};
        Goldens.assertClose("maxima", maxima, fastai, 0, 1e-15);
    }

    @Test
    void theLinearSweepIsThatOfTheClosedFormula() {
        JsonObject entry = Goldens.entry("schedules.json", "LRRangeTest/linear");
        JsonObject hyper = entry.getAsJsonObject("hyper");
        RangeTest test = new RangeTest(
                Sweep.LINEAR,
                hyper.get("min").getAsDouble(),
                hyper.get("max").getAsDouble(),
                hyper.get("steps").getAsInt());
        double[] rates = IntStream.range(0, test.steps())
                .mapToDouble(test.schedule()::at)
                .toArray();
        Goldens.assertClose("rate by step", rates, Goldens.numbers(entry, "values"), 0, 1e-15);
    }
}
