package org.gradus.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The programs of all pages, compiled at once and run one after the other in a Java of their own. */
final class LessonPrograms {
    private static final int LONGEST_MINUTES = 10;

    private final List<LessonProgram> programs;
    private final Path folder;

    /**
     * Programs.
     *
     * @param programs the programs
     * @param folder an empty folder for what they need and what they print
     */
    LessonPrograms(List<LessonProgram> programs, Path folder) {
        this.programs = programs.stream().filter(program -> !program.isEmpty()).toList();
        this.folder = folder;
    }

    List<LessonProgram> programs() {
        return programs;
    }

    /** What the compiler says against a program, each complaint with its place. */
    List<String> complaints(LessonProgram program) {
        return complaints.stream()
                .filter(complaint -> complaint.startsWith(program.page().name() + ":"))
                .toList();
    }

    private final List<String> complaints = new ArrayList<>();

    /** Compiles and runs all programs that can be compiled. */
    void run() throws IOException, InterruptedException {
        List<LessonProgram> sound = new ArrayList<>(programs);
        while (!sound.isEmpty() && !compile(sound)) {
            List<LessonProgram> before = List.copyOf(sound);
            sound.removeIf(program -> !complaints(program).isEmpty());
            assertThat(sound).as("what can be compiled, but for %s", complaints).hasSizeLessThan(before.size());
        }
        if (!sound.isEmpty()) {
            start(sound);
        }
    }

    private boolean compile(List<LessonProgram> some) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        new StringWriter(),
                        null,
                        found,
                        List.of("-proc:none", "-nowarn", "-cp", classPath(), "-d", classes.toString()),
                        null,
                        some.stream().flatMap(Source::of).toList())
                .call();
        found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .forEach(diagnostic -> complaints.add(complaint(diagnostic)));
        return compiled;
    }

    private static String complaint(Diagnostic<? extends JavaFileObject> diagnostic) {
        String page = diagnostic.getSource() instanceof Source source
                ? source.program.page().name()
                : "somewhere";
        return "%s:%s: %s".formatted(page, diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ROOT));
    }

    /** The source of a program, which is in no file. */
    private static final class Source extends SimpleJavaFileObject {
        private final LessonProgram program;

        private final String text;

        Source(LessonProgram program, String type, String text) {
            super(URI.create("page:///" + type + ".java"), Kind.SOURCE);
            this.program = program;
            this.text = text;
        }

        static Stream<Source> of(LessonProgram program) {
            return program.sources().entrySet().stream()
                    .map(source -> new Source(program, source.getKey(), source.getValue()));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private void start(List<LessonProgram> some) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path arguments = folder.resolve("arguments");
        String path = folder.resolve("classes") + System.getProperty("path.separator") + classPath();
        Files.write(arguments, List.of("-cp", '"' + path.replace("\\", "\\\\") + '"'));
        Path log = folder.resolve("log.txt");
        List<String> words = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-Djava.awt.headless=true",
                                "-Duser.language=ar",
                                "-Duser.country=EG",
                                "@" + arguments,
                                LessonRun.class.getName(),
                                folder.resolve("results").toString()),
                        some.stream().map(LessonProgram::type))
                .toList();
        Process java = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(java.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(java.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            java.destroyForcibly();
        }
    }

    /** Surefire starts the tests from a jar that only refers to the class path; it keeps the real one here. */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(System.getProperty("path.separator")))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** What went wrong while a program ran, with the line of the page where it happened; "" if nothing. */
    String failure(LessonProgram program) throws IOException {
        Path file = results(program).resolve(LessonRun.FAILURE);
        if (!Files.exists(file)) {
            return "";
        }
        String trace = Files.readString(file);
        String line = trace.lines()
                .filter(each -> each.contains("page." + program.type()))
                .findFirst()
                .map(each -> each.replaceFirst(".*:([0-9]+)\\).*", "$1"))
                .orElse("?");
        return "%s:%s: %s".formatted(program.page().name(), line, trace);
    }

    /** Whether a block was run to its end. */
    boolean ran(LessonProgram program, int line) {
        return Files.exists(results(program).resolve(line + ".txt"));
    }

    /** What a block printed. */
    String printed(LessonProgram program, int line) throws IOException {
        return Files.readString(results(program).resolve(line + ".txt"));
    }

    /** How long the blocks took, each with its line. */
    List<String> times(LessonProgram program) throws IOException {
        Path file = results(program).resolve(LessonRun.TIMES);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Path results(LessonProgram program) {
        return folder.resolve("results").resolve(program.type());
    }
}
