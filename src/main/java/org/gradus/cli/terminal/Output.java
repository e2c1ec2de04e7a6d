package org.gradus.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A standard stream that text goes to: as it is where the stream takes it, in the spelling of {@link AsciiText} where it does not.
 *
 * <p>Commands write to it as to any other writer and need not know; only what is for machines, such as CSV, goes by {@link #data}.
 */
public final class Output extends PrintWriter {
    /** What a stream must have to be given our signs: letters, accents, operators. */
    private static final String OURS = "θη−·∇≤∞√²m\u0302";

    private final OutputStream bytes;

    private Output(OutputStream bytes, Writer text) {
        super(text, false);
        this.bytes = bytes;
    }

    /**
     * A stream for text.
     *
     * @param bytes where it goes
     * @param charset how the other side reads it
     * @param ascii whether to write all in ASCII even if the charset has more
     * @return the stream
     */
    public static Output to(OutputStream bytes, Charset charset, boolean ascii) {
        Writer writer = new OutputStreamWriter(bytes, charset);
        if (ascii) {
            return new Output(bytes, new Spelled(writer, AsciiText.pure()));
        }
        if (charset.newEncoder().canEncode(OURS)) {
            return new Output(bytes, writer);
        }
        return new Output(bytes, new Spelled(writer, AsciiText.where(charset.newEncoder())));
    }

    /**
     * Writes text for machines: in UTF-8 whatever the terminal, as in a file.
     *
     * @param out an output, or another writer, which gets it as text
     * @param text what to write
     * @throws UncheckedIOException if it cannot be written
     */
    public static void data(PrintWriter out, String text) {
        if (!(out instanceof Output output)) {
            out.print(text);
            return;
        }
        output.flush();
        try {
            output.bytes.write(text.getBytes(StandardCharsets.UTF_8));
            output.bytes.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to standard output: " + e.getMessage(), e);
        }
    }

    /** Spells what goes through it; half a character waits for its other half. */
    private static final class Spelled extends Writer {
        private final Writer to;
        private final AsciiText spelling;
        private String waiting = "";

        private Spelled(Writer to, AsciiText spelling) {
            this.to = to;
            this.spelling = spelling;
        }

        @Override
        public void write(char[] text, int start, int length) throws IOException {
            String all = waiting + new String(text, start, length);
            int end = all.length();
            if (end > 0 && Character.isHighSurrogate(all.charAt(end - 1))) {
                end--;
            }
            waiting = all.substring(end);
            to.write(spelling.of(all.substring(0, end)));
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
