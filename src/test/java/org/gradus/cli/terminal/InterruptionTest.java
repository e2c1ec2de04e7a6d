package org.gradus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final List<Runnable> listening = new ArrayList<>();

    private final Signals keyboard = action -> {
        listening.add(action);
        return () -> listening.remove(action);
    };

    private void pressCtrlC() {
        listening.forEach(Runnable::run);
    }

    @Test
    void ctrlCAsksUntilItIsClosed() {
        List<String> asked = new ArrayList<>();
        try (Interruption interruption = Interruption.asks(keyboard, () -> asked.add("asked"))) {
            assertThat(asked).isEmpty();
            pressCtrlC();
            assertThat(asked).hasSize(1);
            assertThat(interruption).isNotNull();
        }
        pressCtrlC();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aThreadIsInterruptedAndCanWriteFilesAfterwards() {
        try (Interruption interruption = Interruption.ofThisThread(keyboard)) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            pressCtrlC();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(interruption).isNotNull();
        }
        assertThat(Thread.interrupted()).isFalse();
        assertThat(listening).isEmpty();
    }

    /** Whether the second bit is set of the signals that the process ignores, where the system tells. */
    private static boolean isIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Test
    void ctrlCOfThisProcessIsHeard() throws Exception {
        assumeFalse(
                isIgnored(),
                "this process was started deaf to SIGINT, as in the background of a script; so is Java then");
        CountDownLatch asked = new CountDownLatch(1);
        try (Interruption interruption = Interruption.asks(Signals.ofProcess(), asked::countDown)) {
            new ProcessBuilder("kill", "-INT", "" + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(interruption).isNotNull();
        }
    }

    @Test
    void thereIsAWayToHearIt() {
        assertThat(ServiceLoader.load(Signals.class)).hasSize(1);
    }
}
