package org.gradus.lessons;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.cli.Cli;

/**
 * Runs the programs of pages, one after the other, each in an empty folder: the one that this Java was started in. What each block printed is left in
 * a folder of the page, in a file with the number of its line; what went wrong, in {@code failure.txt}.
 */
public final class LessonRun {
    static final String FAILURE = "failure.txt";
    static final String TIMES = "times.txt";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final List<String> times = new ArrayList<>();
    private final Path results;
    private long started = System.nanoTime();

    private LessonRun(Path results) {
        this.results = results;
    }

    /**
     * Runs programs.
     *
     * @param args the folder for what they print, and the names of their classes
     */
    public static void main(String[] args) throws Exception {
        PrintStream console = System.out;
        for (String type : List.of(args).subList(1, args.length)) {
            Path results = Path.of(args[0]).resolve(type);
            Files.createDirectories(results);
            empty(Path.of(""));
            new LessonRun(results).run(type);
        }
        System.setOut(console);
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> !path.toString().isEmpty())
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(String type) throws Exception {
        System.setOut(out);
        Method program = Class.forName("page." + type).getDeclaredMethod("run", LessonRun.class);
        program.setAccessible(true);
        try {
            program.invoke(null, this);
        } catch (InvocationTargetException e) {
            StringWriter trace = new StringWriter();
            e.getCause().printStackTrace(new PrintWriter(trace, true));
            Files.writeString(results.resolve(FAILURE), trace + "\nprinted before it:\n" + text());
        }
        Files.write(results.resolve(TIMES), times);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /**
     * Runs commands of gradus.
     *
     * @param commands each in a line, its words with a tab between
     */
    public void commands(String commands) {
        commands.lines().forEach(line -> {
            Cli command = Cli.gradus(line.split("\t"));
            out.print(command.out());
            if (command.status() != 0) {
                out.print(command.err());
                out.println("exit status: " + command.status());
            }
        });
    }

    /**
     * Keeps what a block printed.
     *
     * @param line the line of the block
     */
    public void done(int line) throws IOException {
        Files.writeString(results.resolve(line + ".txt"), text());
        times.add("%s: %s ms".formatted(line, (System.nanoTime() - started) / 1_000_000));
        started = System.nanoTime();
        printed.reset();
    }
}
