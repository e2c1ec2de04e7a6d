package org.gradus.view.duel;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.duel.Contender;
import org.gradus.experiment.duel.Duel;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Tuning;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.Runner;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class DuelTextTest {
    private static DuelResult fight(String data, String first, String second) throws InterruptedException {
        Duel duel = Duel.of(RunSpec.of(data), Contender.of(first), Contender.of(second))
                .withTrials(2)
                .withTuningSeeds(1)
                .withSeeds(3);
        DataShelf shelf = new DataShelf();
        Runner runner = new Runner(shelf, 2);
        RunListener nobody = new RunListener() {};
        Tuning tuning = duel.tuned(runner.run(duel.tuning(shelf), nobody), shelf);
        return duel.result(tuning, runner.run(duel.judging(tuning, shelf), nobody), shelf);
    }

    @Test
    void theTextHasNumbersVerdictsAndDoubts() throws InterruptedException {
        DuelResult result = fight("data=iris hidden=8 epochs=2", "adam", "sgdm");
        String text = new DuelText(result).text(1234.4);
        assertThat(text.lines().findFirst().orElseThrow())
                .isEqualTo(
                        "Adam against SGDM · iris, 4 – 8 – 3 with batch normalization, mini-batches of 64, 2 epochs · 2 trials with 1 seed each, 3 pairs · 1234 s");
        assertThat(text)
                .contains(
                        "steps to ",
                        "seconds to ",
                        "final training loss",
                        "diverged runs        0 ",
                        "range of good rates")
                .contains(
                        "test accuracy: not decided: 3 pairs cannot give p < 0.05 with Holm's correction over 6 questions; 8 can")
                .contains("other spaces than η = 0.0002..0.2 (Adam) and η = 0.001..1 (SGDM).")
                .contains("Tuned on validation data, by the mean of 1 seed; best: Adam with η = ")
                .contains("Mind: 3 pairs can decide nothing: with 6 questions it takes 8")
                .contains("Here Adam's fast training is not decided, its large generalization gap is not decided, ");
        assertThat(new DuelTables(result).pairs().csv().lines()).hasSize(4);
        assertThat(new DuelTables(result).statistics().rows()).hasSize(7);
        assertThat(new DuelTables(result).trials(result.tuning().first()).rows())
                .hasSize(2);
        assertThat(new DuelTables(result).runs().rows()).hasSize(4 + 6);
    }

    @Test
    void onlyOfAdamAndSgdmTheLectureSpeaks() throws InterruptedException {
        DuelResult result = fight("data=regression task=regression hidden=4 epochs=1", "adagrad", "rmsprop:alpha=0.8");
        String text = new DuelText(result).text(0);
        assertThat(text).doesNotContain("The lecture says").contains("Adagrad against RMSProp alpha=0.8", "test loss");
        assertThat(new DuelPictures(result).all())
                .extracting(picture -> picture.file())
                .contains("differences", "loss", "sensitivity-loss", "best-of-k", "profile")
                .doesNotContain("accuracy", "sensitivity-accuracy");
    }
}
