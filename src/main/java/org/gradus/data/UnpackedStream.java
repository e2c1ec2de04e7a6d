package org.gradus.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.gradus.data.file.FileTrouble;

/**
 * The bytes of a data file in order, unpacked if gzip packed them, which the first bytes tell and not the name. Memory is taken for bytes that
 * are there, never for those that a file claims.
 *
 * <p>A file that unpacks to more than 16 MiB <em>and</em> to more than 100 times its own size is refused as a gzip bomb.
 */
final class UnpackedStream extends FilterInputStream {
    private static final int PIECE = 8192;
    private static final long ALWAYS_FINE = 16L << 20;
    private static final int LARGEST_RATIO = 100;

    private final String file;
    private final long length; // of the file, packed or not
    private final boolean isPacked;
    private long position;

    /** What is done with a file's bytes. */
    @FunctionalInterface
    interface Reading<T> {
        T from(UnpackedStream in) throws IOException;
    }

    private UnpackedStream(String file, long length, InputStream content, boolean isPacked) {
        super(content);
        this.file = file;
        this.length = length;
        this.isPacked = isPacked;
    }

    /** What a reading makes of a file. */
    static <T> T read(Path file, Reading<T> reading) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(file.toString(), bytes, Files.size(file), reading);
        } catch (IOException e) {
            throw new DataException(FileTrouble.reading(file, e), e);
        }
    }

    /** What a reading makes of the bytes of a file, of which there are as many as its length. */
    static <T> T read(String file, InputStream bytes, long length, Reading<T> reading) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(bytes, 2);
        byte[] start = whole.readNBytes(2);
        whole.unread(start);
        boolean isPacked = start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
        return reading.from(new UnpackedStream(file, length, isPacked ? unpacked(file, whole) : whole, isPacked));
    }

    private static InputStream unpacked(String file, InputStream whole) {
        try {
            return new GZIPInputStream(whole, PIECE);
        } catch (IOException e) {
            throw new DataException("%s, byte 0: expected the header of gzip: %s".formatted(file, e.getMessage()), e);
        }
    }

    String file() {
        return file;
    }

    /** The number of bytes read so far, which is the offset of the next one. */
    long position() {
        return position;
    }

    /** The file and an offset in it, as messages name them. */
    String place(long offset) {
        return "%s, %s %s".formatted(file, isPacked ? "unpacked byte" : "byte", offset);
    }

    /** What is wrong at an offset. */
    DataException wrong(long offset, String what, Object... arguments) {
        return new DataException(place(offset) + ": " + what.formatted(arguments));
    }

    /** The next bytes, exactly as many as asked for. */
    byte[] next(int count, String of) throws IOException {
        checkRatio(position + count);
        long offset = position;
        byte[] bytes = readNBytes(count);
        if (bytes.length < count) {
            throw wrong(offset, "expected %s bytes of %s, found only %s", count, of, bytes.length);
        }
        return bytes;
    }

    /** Checks that there is nothing more. */
    void checkEnd() throws IOException {
        long offset = position;
        if (read() >= 0) {
            throw wrong(offset, "expected the end of the file, found more");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        int count = unpack(target, offset, most);
        position += Math.max(count, 0);
        checkRatio(position);
        return count;
    }

    private void checkRatio(long unpacked) {
        if (isPacked && unpacked > ALWAYS_FINE && unpacked > LARGEST_RATIO * length) {
            throw wrong(
                    position,
                    "expected a file of %s bytes to unpack to at most %s times as many; if it is no gzip bomb, unpack it yourself",
                    length,
                    LARGEST_RATIO);
        }
    }

    private int unpack(byte[] target, int offset, int most) throws IOException {
        try {
            return in.read(target, offset, most);
        } catch (IOException e) {
            if (isPacked) {
                throw wrong(position, "expected more to unpack, found damage: %s", e.getMessage());
            }
            throw e;
        }
    }
}
