package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that a class path has beside the library's. */
class UsersSchedulesTest {
    @TempDir
    private Path folder;

    /** The name of one of the library's. */
    public static final class Taken implements ScheduleSource {
        @Override
        public List<ScheduleEntry> entries() {
            return List.of(new ScheduleEntry("cosine", (eta, steps, o) -> t -> eta));
        }
    }

    /** What cannot be made. */
    public static final class Failing implements ScheduleSource {
        /** Fails. */
        public Failing() {
            throw new IllegalStateException("no disk");
        }

        @Override
        public List<ScheduleEntry> entries() {
            return List.of();
        }
    }

    @Test
    void aSourceOnTheClassPathAddsToTheNames() {
        assertThat(Schedules.names()).endsWith("users-halving");
        assertThat(Schedules.named("users-halving", 1, 100, Map.of())).isEqualTo(new StepDecay(1, 25, 0.5));
        assertThat(Schedules.named("users-halving", 1, 100, Map.of("every", 7.0)))
                .isEqualTo(new StepDecay(1, 7, 0.5));
    }

    @Test
    void aNameOfTheLibraryIsNotGivenAway() throws IOException {
        assertThatLoading(
                Taken.class.getName(),
                "schedule 'cosine' of %s: that name is taken by org.gradus.schedule.LibrarySchedules; give it another"
                        .formatted(Taken.class.getName()));
    }

    @Test
    void aSourceThatCannotBeLoadedIsSaidInOneSentence() throws IOException {
        String service = "org.gradus.schedule.ScheduleSource";
        assertThatLoading(
                "org.example.Missing",
                "schedules: %s: Provider org.example.Missing not found; mend that class, or take it out of META-INF/services"
                        .formatted(service));
        assertThatLoading(
                Failing.class.getName(),
                ("schedules: %s: Provider %s could not be instantiated (java.lang.IllegalStateException: no disk); "
                                + "mend that class, or take it out of META-INF/services")
                        .formatted(service, Failing.class.getName()));
    }

    private void assertThatLoading(String source, String message) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.gradus.schedule.ScheduleSource"), source);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url()}, before)) {
            thread.setContextClassLoader(loader);
            assertThatThrownBy(Schedules::names)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URL url() throws MalformedURLException {
        return folder.toUri().toURL();
    }
}
