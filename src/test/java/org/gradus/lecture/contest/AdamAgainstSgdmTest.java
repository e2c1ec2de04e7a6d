package org.gradus.lecture.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class AdamAgainstSgdmTest {
    private final AdamAgainstSgdm figure = MadeFigures.get(AdamAgainstSgdm.class, "adam-vs-sgdm");
    private final ContestStudy study = figure.study();

    /** Of 8 pairs all must be won to be called better: 2 / 2⁸ is less than a sixth of 0.05, and 4 / 2⁸ is not. */
    @Test
    void theTitleNamesWhoeverWinsAllPairsAndNobodyElse() {
        String title = figure.chart(Language.EN).title();
        assertThat(title).startsWith("Adam is faster, ").contains("training loss: not decided");
        assertThat(title).endsWith("Adam has the higher test accuracy"); // after 5 epochs; not so after 15
        assertThat(won(Aspect.SPEED)).isEqualTo(8);
        assertThat(won(Aspect.TRAINING)).isBetween(1L, 7L);
        assertThat(won(Aspect.TEST)).isEqualTo(8);
        assertThat(figure.chart(Language.ZH).title()).isEqualTo("Adam 較快，訓練損失未分勝負；Adam 的測試準確率較高");
    }

    private long won(Aspect aspect) {
        return Arrays.stream(study.result().answer(aspect).pairs().advantages())
                .filter(advantage -> advantage > 0)
                .count();
    }

    @Test
    void bothHaveTheSameBudgetAndAreJudgedBySeedsThatTuningDidNotSee() {
        assertThat(study.adam().tuned().trials())
                .hasSameSizeAs(study.sgdm().tuned().trials());
        assertThat(seeds(study.adam().runs())).isEqualTo(seeds(study.sgdm().runs()));
        Set<Long> tuned = study.sides().stream()
                .flatMap(side -> side.tuned().trials().stream())
                .flatMap(trial -> seeds(trial.runs()).stream())
                .collect(Collectors.toSet());
        assertThat(seeds(study.adam().runs())).doesNotContainAnyElementsOf(tuned);
        List<Long> tests = Stream.concat(study.adam().runs().stream(), study.sgdm().runs().stream())
                .map(run -> run.spec().get(Settings.TEST_SEED))
                .distinct()
                .toList();
        assertThat(tests).hasSize(1);
    }

    private static List<Long> seeds(List<RunResult> runs) {
        return runs.stream().map(run -> run.spec().get(Settings.SEED)).toList();
    }

    @Test
    void theReceiptHasTheRunsThatAreShown() {
        assertThat(figure.runs())
                .hasSize(16)
                .extracting(RunSpec::toString)
                .allMatch(run -> run.contains("test-seed=1"));
    }
}
