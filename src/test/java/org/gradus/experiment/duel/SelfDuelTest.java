package org.gradus.experiment.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.plan.Runner;
import org.gradus.experiment.statistics.Judge;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A rule against itself, with real runs. With the same seeds the two sides would be the same to the bit; here each side has seeds of its own, so
 * that they differ as much as chance makes them.
 */
@Tag("heavy")
class SelfDuelTest {
    private static final int DUELS = 100;
    private static final int PAIRS = 10;

    @Test
    void chanceIsHardlyEverTakenForADifference() throws InterruptedException {
        DataShelf shelf = new DataShelf();
        List<Long> seeds = LongStream.rangeClosed(1, 2L * PAIRS * DUELS).boxed().toList();
        Plan plan = Plan.of(RunSpec.of("data=iris hidden=8 epochs=4 batch-size=16 rule=adam test-seed=1"))
                .over(Settings.SEED, seeds);
        List<RunResult> runs =
                new Runner(shelf, 2).run(plan, new RunListener() {}).runs();
        RandomStream random = new RandomStream(1);
        int decided = 0;
        for (int duel = 0; duel < DUELS; duel++) {
            List<RunResult> first = runs.subList(2 * PAIRS * duel, 2 * PAIRS * duel + PAIRS);
            List<RunResult> second = runs.subList(2 * PAIRS * duel + PAIRS, 2 * PAIRS * (duel + 1));
            Measures measures = new Measures(first, second, Target.parse("80%"), shelf);
            boolean claims = new Judge("one", "other")
                    .judge(counted(measures.pairs(true)), random.split("duel " + duel)).stream()
                            .anyMatch(verdict -> verdict.better().isPresent());
            decided += claims ? 1 : 0;
        }
        assertThat(decided).isLessThanOrEqualTo(5);
    }

    private static List<Pairs> counted(Map<Aspect, Pairs> pairs) {
        return pairs.entrySet().stream()
                .filter(each -> each.getKey() != Aspect.TIME)
                .map(Map.Entry::getValue)
                .toList();
    }
}
