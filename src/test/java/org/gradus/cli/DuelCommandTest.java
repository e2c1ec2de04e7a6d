package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuelCommandTest {
    private static final String SMALL =
            "--data iris --hidden 8 --epochs 2 --trials 2 --tuning-seeds 1 --seeds 3 --progress none";

    @TempDir
    private Path folder;

    private Cli duel(String words) {
        List<String> all = new ArrayList<>(List.of("duel"));
        all.addAll(List.of(words.split(" ")));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        return gradus(all.toArray(String[]::new));
    }

    private static String last(Cli run) {
        return run.out().lines().reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void theTextIsTheVerdictsAndWhatTheyDoNotShow() throws IOException {
        Cli run = duel("adam sgdm --overwrite " + SMALL);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .first()
                .asString()
                .matches(
                        "Adam against SGDM · iris, 4 – 8 – 3 with batch normalization, mini-batches of 64, 2 epochs · 2 trials with 1 seed each, 3 pairs · [0-9]+ s");
        assertThat(run.out())
                .contains("Adam better in", "range of good rates  ", "What this does not show: other data")
                .contains(
                        "test accuracy: not decided: 3 pairs cannot give p < 0.05 with Holm's correction over 6 questions; 8 can")
                .contains("Mind: 3 pairs can decide nothing")
                .contains("The lecture says \"Adam: fast training")
                .contains("reproduce: gradus reproduce " + folder.resolve("out/result.json"));
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .contains(
                        "<h1>Adam against SGDM</h1>",
                        "What the verdicts rest on",
                        last(run).replace("fingerprint: ", ""));
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("seed,Adam: steps to ");
        for (String picture : List.of("differences", "loss", "accuracy", "sensitivity-loss", "best-of-k", "profile")) {
            assertThat(folder.resolve("out/" + picture + ".svg")).isNotEmptyFile();
        }
        Cli again = gradus("reproduce", folder.resolve("out").toString(), "--progress", "none");
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("the bits agree, in 10 of 10 runs");
    }

    /** Journals keep what was run; what a duel of the same words finds is the same, from whatever point it goes on. */
    @Test
    void aDuelGoesOnToTheSameBits() throws IOException {
        Cli whole = duel("adam sgdm " + SMALL);
        Path judging = folder.resolve("out/judging.jsonl");
        List<String> lines = Files.readAllLines(judging);
        Files.write(judging, lines.subList(0, 3));
        assertThat(last(duel("adam sgdm --resume " + SMALL))).isEqualTo(last(whole));
        Files.delete(judging);
        Path tuning = folder.resolve("out/tuning.jsonl");
        Files.writeString(tuning, Files.readString(tuning).substring(0, 2000));
        Cli torn = duel("adam sgdm --resume " + SMALL);
        assertThat(last(torn)).isEqualTo(last(whole));
        assertThat(torn.err()).contains("tuning.jsonl");
        Cli other = duel("adam sgd --resume " + SMALL);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("tuning.jsonl: it is one of another plan");
        assertThat(last(duel("adam sgdm --resume " + SMALL))).isEqualTo(last(whole));
    }

    @Test
    void knobsAreForOneSideOrForBoth() throws IOException {
        Cli run = duel("adam sgdm " + SMALL
                + " --tune learning-rate=0.01..0.1 --tune adam:rule:epsilon=1e-8..1 --tune sgdm:rule:lambda=0.5,0.9");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "other spaces than η = 0.01..0.1 rule:epsilon=1e-8..1 (Adam) and η = 0.01..0.1 rule:lambda=0.5,0.9 (SGDM)")
                .containsPattern("best: Adam, ε = \\S+, η = \\S+, and SGDM(, λ = 0\\.5,| with) η = ")
                .contains("generalization gap   −")
                .doesNotContain("range of good rates");
        assertThat(folder.resolve("out/map-Adam.svg")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("out/trials-1.csv"))).contains("rule=adam:epsilon=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adam | Missing required parameter: 'RULE'",
                "adam sgdn | rule: there is no rule 'sgdn'; did you mean sgd?",
                "adam sgdm --seeds 1 | duel: one pair of runs shows nothing; take at least 2 seeds, better 8",
                "adam sgdm --seeds 8 --alpha 0.01 | signed-rank test: asked for p < 0.01 with Holm's correction over 6 questions, but the least p of 8 pairs is 0.00781; take at least 11 seeds",
                "adam sgdm --alpha 2 | interval: expected a level between 0 and 1",
                "adam sgdm --trials 0 | duel: trials",
                "adam sgdm --tune learning-rate=1..0.1 | learning-rate: the range 1..0.1 has nothing in it",
                "adam sgdm --tune rule:epsilon=1e-8..1 | rule: sgdm: there is no hyper-parameter 'epsilon'",
                "adam sgdm --target good | target: expected an accuracy, as 95% or 0.95, or a loss, as loss=0.2, found 'good'",
                "adam sgdm --learning-rate 0.1 | there is no option '--learning-rate'",
                "adam sgdm --test-share 0 | duel: test-share=0 leaves nothing to be judged by",
                "adam sgdm --data regression --task regression --target 95% | duel: the target is an accuracy, but task=regression has none; give a loss",
                "adam sgdm --master local | --master: does nothing here; add --on spark, or leave it out",
            })
    void misuseIsOneSentenceAndNothingIsDone(String words, String message) {
        Cli run = duel(words);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("gradus duel: " + message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aSideThatOnlyDivergesIsSaid() {
        Cli run = duel("adam sgd " + SMALL + " --tune sgd:learning-rate=1e98..1e99");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("duel: no trial of SGD came to an end with every seed", "give it lower learning rates");
    }
}
