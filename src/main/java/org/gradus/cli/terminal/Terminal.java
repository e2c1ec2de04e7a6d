package org.gradus.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What stands at the other end of the standard streams.
 *
 * <p>The program's start script looks and tells ({@code -Dgradus.terminals=out,err}). Without it, Java says whether standard input and
 * output are a terminal. How wide it is says COLUMNS, or the system's {@code stty}; no native library is needed.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 */
public record Terminal(boolean out, boolean err) {
    /** The width where there is no terminal, or none that tells. */
    public static final int USUAL_COLUMNS = 80;

    private static final int NARROWEST = 20;

    /** {@return what there is} */
    public static Terminal found() {
        String told = System.getProperty("gradus.terminals");
        if (told == null) {
            boolean console = System.console() != null;
            return new Terminal(console, console);
        }
        List<String> terminals = List.of(told.split(","));
        return new Terminal(terminals.contains("out"), terminals.contains("err"));
    }

    /** {@return how many characters a line has} */
    public static int columns() {
        return number(System.getenv("COLUMNS")).or(Terminal::asked).orElse(USUAL_COLUMNS);
    }

    /** What {@code stty size} says: rows and columns. */
    private static Optional<Integer> asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(1, TimeUnit.SECONDS);
            return number(size.strip().replaceFirst(".* ", ""));
        } catch (IOException e) {
            return Optional.empty(); // no terminal, or a system without stty
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return Optional.ofNullable(text)
                .filter(t -> t.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(columns -> columns >= NARROWEST);
    }

    /**
     * How a standard stream is read: from JDK 19 on Java says so; before, it does for terminals, and takes the default for the rest.
     *
     * @param stream {@code stdout} or {@code stderr}
     * @return its charset
     */
    public static Charset charset(String stream) {
        String other = Runtime.version().feature() < 18 ? "file.encoding" : "native.encoding";
        return Stream.of(stream + ".encoding", "sun." + stream + ".encoding", other)
                .map(System::getProperty)
                .filter(name -> name != null && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.defaultCharset());
    }
}
