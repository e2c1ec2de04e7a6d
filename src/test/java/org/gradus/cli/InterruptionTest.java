package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class InterruptionTest {
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
    void theFirstCtrlCAsks() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (Interruption interruption = Interruption.asks(asked::countDown)) {
            assertThat(interruption.happened()).isFalse();
            new ProcessBuilder("kill", "-INT", "" + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(interruption.happened()).isTrue();
        }
    }

    @Test
    void thereIsAWayToHearIt() {
        assertThat(ServiceLoader.load(Signals.class)).hasSize(1);
    }
}
