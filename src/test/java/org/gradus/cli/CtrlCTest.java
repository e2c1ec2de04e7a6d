package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradus.cli.terminal.Signals;
import org.gradus.data.file.FolderLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands that train do at Ctrl-C, and whom they keep out meanwhile. */
class CtrlCTest {
    private static final String DUEL =
            "duel adam sgdm --data iris --hidden 8 --epochs 1 --trials 1 --tuning-seeds 1 --seeds 2 --quiet";

    private static final String FORK =
            "fork --data iris --hidden 8 --epochs 3 --after-epoch 1 --future learning-rate=0.1 --future rule=sgdm";

    @TempDir
    private Path folder;

    private Path file;

    private String[] words(String command) {
        return (command.replace("FILE", file.toString()) + " --out " + folder.resolve("out")).split(" ");
    }

    @BeforeEach
    void describe() throws IOException {
        file = Files.writeString(
                folder.resolve("sweep.yaml"),
                "base: data=iris hidden=8 epochs=2\nvary: {dropout: [0, 0.1]}\nseeds: 2\n");
    }

    /** It is pressed when somebody begins to listen for the nth time. */
    private static Signals pressedAt(int n) {
        AtomicInteger listeners = new AtomicInteger();
        return action -> {
            if (listeners.incrementAndGet() == n) {
                action.run();
            }
            return () -> {};
        };
    }

    @Test
    void aTrainingGoesOnToTheSameBits() throws IOException {
        String train = "train --data iris --hidden 8 --epochs 2 --quiet";
        Cli run = gradus(pressedAt(1), words(train));
        assertThat(run.status()).isEqualTo(130);
        assertThat(run.out().strip())
                .isEqualTo("interrupted after step 0; go on by gradus train --resume --out " + folder.resolve("out"));
        assertThat(gradus(words("train --resume --quiet")).status()).isZero();
        byte[] model = Files.readAllBytes(folder.resolve("out/model.safetensors"));
        assertThat(gradus(words(train + " --overwrite")).status()).isZero();
        assertThat(folder.resolve("out/model.safetensors")).hasBinaryContent(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare --data iris --hidden 8 --epochs 2 --seeds 2 --quiet", "sweep FILE --quiet"})
    void manyRunsGoOnToTheSameBits(String compare) {
        Cli run = gradus(pressedAt(1), words(compare));
        assertThat(run.status()).isEqualTo(130);
        assertThat(run.err().strip())
                .isEqualTo("interrupted; what has ended is kept: go on by --resume --out " + folder.resolve("out"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Cli rest = gradus(words(compare + " --resume"));
        assertThat(rest.status()).isZero();
        assertThat(gradus(words(compare + " --overwrite")).out()).isEqualTo(rest.out());
    }

    /** While it is tuned, and while it is judged. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aDuelGoesOnToTheSameBits(int moment) {
        Cli run = gradus(pressedAt(moment), words(DUEL));
        assertThat(run.status()).isEqualTo(130);
        assertThat(run.err().strip())
                .isEqualTo("interrupted; what has ended is kept: go on by --resume --out " + folder.resolve("out"));
        Cli rest = gradus(words(DUEL + " --resume"));
        assertThat(rest.status()).isZero();
        String whole = gradus(words(DUEL + " --overwrite")).out();
        assertThat(rest.out().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("fingerprint: ")
                .isEqualTo(whole.lines().reduce((a, b) -> b).orElseThrow());
    }

    /** The first two times the common beginning and the rest of the first run listen, then each future. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 3"})
    void aForkDrawsWhatItHas(int moment, int runs) throws IOException {
        Cli run = gradus(pressedAt(moment), words(FORK));
        assertThat(run.status()).isEqualTo(130);
        assertThat(run.out().lines())
                .hasSize(runs + 1)
                .element(runs - 1)
                .satisfies(line -> assertThat(line).contains(": interrupted after step " + (moment == 1 ? 0 : 2)));
        assertThat(run.err().strip())
                .isEqualTo(
                        "interrupted; what was trained is drawn, but a fork does not go on: for the rest start it anew");
        assertThat(Files.readString(folder.resolve("out/loss.svg")).contains("fork after epoch 1"))
                .isEqualTo(runs > 1);
        assertThat(folder.resolve("out/steps.csv")).isNotEmptyFile();
    }

    @Test
    void aRangeTestThatHasNothingDrawsNothing() {
        Cli run = gradus(pressedAt(1), words("range-test --data iris --hidden 8"));
        assertThat(run.status()).isEqualTo(130);
        assertThat(run.out()).startsWith("range test: exponential from 1e-05 to 10 in 100 steps; interrupted after");
        assertThat(run.err()).isEmpty();
        assertThat(folder.resolve("out/range-test.svg")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --data iris --epochs 1",
                "compare --data iris --epochs 1 --seeds 1",
                "sweep FILE",
                DUEL,
                "range-test --data iris --steps 5",
                FORK
            })
    void nobodyElseWritesTheFolderMeanwhile(String command) throws IOException {
        AtomicInteger looks = new AtomicInteger();
        Signals look = action -> {
            looks.incrementAndGet();
            assertThatIllegalStateException().isThrownBy(() -> FolderLock.of(folder.resolve("out")));
            return () -> {};
        };
        assertThat(gradus(look, words(command)).status()).isZero();
        assertThat(looks).hasPositiveValue();
        try (FolderLock lock = FolderLock.of(folder.resolve("out"))) { // free again
            Cli refused = gradus(words(command + " --overwrite"));
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(folder.resolve("out") + " is being written by another run; wait for its end");
            assertThat(lock).isNotNull();
        }
    }
}
