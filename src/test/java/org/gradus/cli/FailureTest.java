package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FailureTest {
    private final CommandLine trace = Gradus.commandLine().getSubcommands().get("trace");
    private final CommandLine explain = Gradus.commandLine().getSubcommands().get("explain");
    private final CommandLine compare = Gradus.commandLine().getSubcommands().get("compare");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is a directory             | it is a folder; give the name of a file",
                "Not a directory            | a part of its path is not a folder",
                "No space left on device    | the disk is full",
                "There is not enough space on the disk | the disk is full",
                "Read-only file system      | the disk can only be read",
                "File name too long         | the name is too long",
                "Sunspots                   | Sunspots",
                "                           | the system refuses it"
            })
    void whatTheSystemSaysIsSaidInOurWords(String said, String sentence) {
        assertThat(Failure.sentence(new FileSystemException("x.csv", null, said), explain))
                .isEqualTo("x.csv: " + sentence);
    }

    @Test
    void exceptionsOfAKindSayIt() {
        assertThat(Failure.sentence(new AccessDeniedException("x"), explain)).isEqualTo("x: permission denied");
        assertThat(Failure.sentence(new FileAlreadyExistsException("x"), explain))
                .isEqualTo("x: it is not a folder");
        assertThat(Failure.sentence(new UncheckedIOException(new NoSuchFileException("x")), explain))
                .isEqualTo("x: there is no such file, and no folder can be made there");
    }

    @Test
    void theFileIsNamedAndNotTheOneThatIsWrittenFirst() {
        String folder = Path.of("some", "folder").toString();
        for (String separator : new String[] {"/", "\\"}) {
            assertThat(Failure.sentence(new AccessDeniedException(folder + separator + ".run.yaml.tmp"), explain))
                    .isEqualTo(folder + separator + "run.yaml: permission denied");
        }
    }

    @Test
    void anotherPlaceIsAdvisedOnlyWhereItCanBeGivenAndMatters() {
        CommandLine program = Gradus.commandLine();
        program.parseArgs("trace", "adam", "--out", Path.of("some", "trace.csv").toString());
        CommandLine trace = program.getSubcommands().get("trace");
        assertThat(Failure.sentence(
                        new AccessDeniedException(
                                Path.of("some", ".trace.csv.tmp").toString()),
                        trace))
                .isEqualTo("cannot write to %s: permission denied; choose another folder with --out"
                        .formatted(Path.of("some", "trace.csv")));
        assertThat(Failure.sentence(new AccessDeniedException("data.csv"), trace))
                .isEqualTo("data.csv: permission denied");
    }

    @Test
    void outOfMemoryIsOneSentenceWithWhatToLowerHoweverDeepItIs() {
        assertThat(Failure.sentence(new ExecutionException(new OutOfMemoryError("Java heap space")), compare))
                .matches(
                        "the memory that Java may use, \\d+ MB, is not enough; lower --hidden or --batch-size or --seeds or --threads or --epochs, "
                                + "or give it more, as in java -Xmx4g or GRADUS_JAVA_OPTIONS=-Xmx4g");
        assertThat(Failure.sentence(new OutOfMemoryError(), explain)).contains("is not enough; give it more");
    }

    @Test
    void anyOtherErrorSaysWhatItSays() {
        assertThat(Failure.sentence(new IOException("the file is damaged"), trace))
                .isEqualTo("the file is damaged");
        assertThat(Failure.sentence(new IllegalStateException(), trace)).isEqualTo("java.lang.IllegalStateException");
    }
}
