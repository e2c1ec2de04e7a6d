package org.gradus.lecture.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class RadamVsAdamTest {
    private final RadamVsAdam figure = MadeFigures.get(RadamVsAdam.class, "radam-vs-adam");
    private final RateTrials trials = figure.trials();

    @Test
    void eachHasTheSameRatesSeedsAndEpochs() {
        for (int i = 0; i < 3; i++) {
            assertThat(trials.byRate(i)).extracting(RateTrials::rate).containsExactly(0.02, 0.08, 0.32, 1.28);
            assertThat(trials.byRate(i)).allMatch(group -> group.runs().size() == 2);
        }
        assertThat(trials.results().runs())
                .allMatch(RunResult::isComparable)
                .extracting(run -> run.history().last().epoch())
                .containsOnly(4);
    }

    @Test
    void theContendersAreAdamWithAWarmUpAndWithoutAndRadam() {
        assertThat(trials.byRate(0).get(0).values().get(Settings.SCHEDULE)).isEqualTo("constant");
        assertThat(trials.byRate(1).get(0).values().get(Settings.SCHEDULE)).contains("linearWarmUp=50");
        assertThat(trials.byRate(1).get(0).values().get(Settings.RULE)).isEqualTo("adam");
        assertThat(trials.byRate(2).get(0).values().get(Settings.RULE)).isEqualTo("radam");
    }

    /** Not what the slide says: without a warm-up Adam ends lower than with one, and than RAdam, in all seeds. */
    @Test
    void atTheBestRatesAdamNeedsNoWarmUp() {
        assertThat(largest(trials.best(0))).isLessThan(smallest(trials.best(1)));
        assertThat(largest(trials.best(0))).isLessThan(smallest(trials.best(2)));
    }

    @Test
    void atTheLargestRateRadamIsAheadInAllSeedsAndStillFarFromGood() {
        assertThat(largest(trials.largest(2))).isLessThan(smallest(trials.largest(0)));
        assertThat(figure.gain()).isGreaterThan(1.5);
        assertThat(smallest(trials.largest(2))).isGreaterThan(5 * largest(trials.best(0)));
    }

    private static double smallest(RunGroup group) {
        return group.runs().stream().mapToDouble(RadamVsAdamTest::loss).min().orElseThrow();
    }

    private static double largest(RunGroup group) {
        return group.runs().stream().mapToDouble(RadamVsAdamTest::loss).max().orElseThrow();
    }

    private static double loss(RunResult run) {
        return run.history().last().onTraining().loss();
    }
}
