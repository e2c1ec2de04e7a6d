package org.gradus.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's ten lines of Java run as they stand, in JShell and in a class. */
class TenLinesTest {
    private static final Pattern RESULT = Pattern.compile("loss (\\S+), accuracy (\\S+)");

    @TempDir
    private Path folder;

    /** Surefire starts the tests from a jar that only refers to the class path; it keeps the real one here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The README's blocks of Java, each of which goes on where the one before it ended. */
    private static List<String> blocks() throws IOException {
        return Pattern.compile("(?s)```java\\R(.*?)```")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String tenLines() throws IOException {
        return blocks().get(0);
    }

    private static void assertLearned(String output) {
        Matcher result = RESULT.matcher(output);
        assertThat(result.find()).as("output '%s'", output).isTrue();
        assertThat(Double.parseDouble(result.group(2))).isGreaterThan(0.95);
    }

    @Test
    void theyAndWhatFollowsThemRunInJShell() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(output, true, StandardCharsets.UTF_8);
        // in a Java of its own, as the program jshell runs them: one in this Java forgets variables at each later
        // import
        try (JShell shell = JShell.builder().out(console).build()) {
            shell.addToClasspath(classPath());
            run(shell, "import java.nio.file.*; import java.util.*;"); // as the program jshell starts up
            for (String block : blocks()) {
                run(shell, block.replace("Path.of(\"", "Path.of(\"" + folder + "/"));
            }
        }
        assertLearned(output.toString(StandardCharsets.UTF_8));
        assertThat(folder.resolve("model.safetensors")).isNotEmptyFile();
    }

    private static void run(JShell shell, String lines) {
        String rest = lines;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            evaluate(shell, next.source());
            rest = next.remaining();
        }
    }

    private static void evaluate(JShell shell, String source) {
        for (SnippetEvent event : shell.eval(source)) {
            assertThat(event.exception()).as(source).isNull();
            String problems = shell.diagnostics(event.snippet())
                    .map(diagnostic -> diagnostic.getMessage(null))
                    .collect(Collectors.joining("; "));
            assertThat(event.status()).as("%s: %s", source, problems).isEqualTo(Snippet.Status.VALID);
        }
    }

    @Test
    void theyRunInAClass() throws IOException, InterruptedException {
        List<String> lines = tenLines().lines().toList();
        String imports =
                lines.stream().filter(line -> line.startsWith("import")).collect(Collectors.joining("\n"));
        String body = lines.stream().filter(line -> !line.startsWith("import")).collect(Collectors.joining("\n"));
        Path source = folder.resolve("TenLines.java");
        Files.writeString(
                source,
                "%s\npublic class TenLines { public static void main(String[] a) {\n%s\n} }".formatted(imports, body));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath(), "-d", folder.toString(), source.toString());
        assertThat(status).isZero();
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + classPath(),
                        "TenLines")
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        assertLearned(output);
    }
}
