package org.gradus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

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

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
    void ctrlCOfThisProcessIsHeard() throws Exception {
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
