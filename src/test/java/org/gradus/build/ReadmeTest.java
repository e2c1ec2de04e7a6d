package org.gradus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A reader may paste any command of the README: the program it starts is there and knows every option. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path POM = Path.of("pom.xml");

    /** The command {@code gradus}, which its package keeps to itself. */
    private static final String GRADUS = "org.gradus.cli.Gradus";

    private static final Pattern SHELL_BLOCK = Pattern.compile("(?ms)^```(?:sh|sh ci|bash|shell|console)\\R(.*?)^```");
    private static final Pattern GRADUS_BY_MAVEN =
            Pattern.compile("mvn -q compile exec:java(?: -Dexec\\.args=([\"'])(.*)\\1)?");
    private static final Pattern GRADUS_BY_JAVA =
            Pattern.compile("(?:java -jar target/gradus\\.jar|target/gradus/bin/gradus)(.*)");

    private static final Set<String> MAVEN_WORDS = Set.of(
            "-q",
            "-o",
            "clean",
            "compile",
            "test",
            "package",
            "verify",
            "install",
            "spotless:apply",
            "test-compile",
            "exec:exec",
            "javadoc:javadoc");

    private static final Set<String> OTHER_PROGRAMS = Set.of("git", "cd", "export", "jshell", "spark-submit");

    @BeforeEach
    void aReadmeIsThere() {
        assumeTrue(Files.exists(README), "no README.md yet");
    }

    @Test
    void firstCommandRunsGradusFromTheSources() throws IOException {
        assertThat(commands()).as("commands in %s", README).isNotEmpty();
        assertThat(commands().get(0)).matches(GRADUS_BY_MAVEN);
    }

    @Test
    void commandsCanBePasted() throws IOException {
        for (String command : commands()) {
            Matcher byMaven = GRADUS_BY_MAVEN.matcher(command);
            Matcher byJava = GRADUS_BY_JAVA.matcher(command);
            if (byMaven.matches()) {
                assertGradusAccepts(byMaven.group(2) == null ? "compare" : byMaven.group(2));
            } else if (byJava.matches()) {
                assertGradusAccepts(byJava.group(1));
            } else {
                assertKnown(command);
            }
        }
    }

    private static void assertKnown(String command) throws IOException {
        List<String> words = List.of(command.split("\\s+"));
        String program = words.get(0);
        if (program.equals("mvn")) {
            for (String word : words.subList(1, words.size())) {
                boolean known = word.startsWith("-P")
                        ? isProfile(word.substring(2))
                        : word.startsWith("-Dbench=") || MAVEN_WORDS.contains(word);
                assertThat(known)
                        .as("'%s' in '%s' of %s is a profile or goal", word, command, README)
                        .isTrue();
            }
        } else if (!OTHER_PROGRAMS.contains(program)) {
            assertThat(Path.of(program))
                    .as("the program of '%s' in %s", command, README)
                    .isExecutable();
        }
    }

    private static boolean isProfile(String id) throws IOException {
        String profiles = Files.readString(POM).replaceAll("(?s).*<profiles>", "");
        return profiles.contains("<id>" + id + "</id>");
    }

    private static void assertGradusAccepts(String arguments) {
        String[] words = Stream.of(arguments.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        assertThatCode(() -> commandLine().parseArgs(words))
                .as("'gradus %s' in %s", arguments.strip(), README)
                .doesNotThrowAnyException();
    }

    private static CommandLine commandLine() throws ReflectiveOperationException {
        Method parser = Class.forName(GRADUS).getDeclaredMethod("commandLine");
        parser.setAccessible(true);
        return (CommandLine) parser.invoke(null);
    }

    /** The lines of the README's shell blocks, without prompts, comments and line breaks. */
    private static List<String> commands() throws IOException {
        return SHELL_BLOCK
                .matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1).replaceAll("\\\\\\R\\s*", ""))
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("^\\$ ", "")
                        .replaceFirst("(^|\\s)#.*$", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
