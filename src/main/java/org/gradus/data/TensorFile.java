package org.gradus.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.gradus.data.file.FileTrouble;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** What the formats for tensors share: whole files in and out, shapes that a file claims, and names in messages. */
final class TensorFile {
    /** The length of the longest array that every JVM makes. */
    static final int LONGEST = Integer.MAX_VALUE - 8;

    private static final int SHOWN = 60;

    /** As in NumPy 2 and PyTorch: what they could not read is not written, and what they could not have written is not read. */
    static final int MOST_AXES = 64;

    private TensorFile() {}

    static byte[] read(Path file) {
        try {
            long length = Files.size(file);
            if (length > LONGEST) {
                throw new DataException("%s: expected at most %s bytes, found %s; save the tensors in several files"
                        .formatted(file, LONGEST, length));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataException(FileTrouble.reading(file, e), e);
        }
    }

    static void write(Path file, byte[] content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new DataException(FileTrouble.writing(file, e), e);
        }
    }

    /** How many bytes the elements of all tensors take as doubles. */
    static long dataLength(Map<String, Tensor> tensors) {
        return tensors.values().stream()
                .mapToLong(tensor -> (long) Double.BYTES * tensor.shape().size())
                .sum();
    }

    /** Room for a file to be written. */
    static ByteBuffer allocate(long length) {
        return littleEndian(ByteBuffer.allocate(checkedLength(length)));
    }

    /** The length of a file to be written, which must be that of an array. */
    static int checkedLength(long length) {
        if (length > LONGEST) {
            throw new IllegalArgumentException(
                    "the tensors take %s bytes, a file can have %s; save them in several files"
                            .formatted(length, LONGEST));
        }
        return (int) length;
    }

    static ByteBuffer littleEndian(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Appends the elements, bit for bit. */
    static void put(ByteBuffer target, Tensor tensor) {
        for (double value : tensor.toArray()) {
            target.putLong(Double.doubleToRawLongBits(value));
        }
    }

    /** A shape that other programs can read. */
    static Shape writable(Shape shape) {
        if (shape.rank() > MOST_AXES) {
            throw new IllegalArgumentException(
                    "a tensor of %s axes cannot be saved: other programs read at most %s; reshape it"
                            .formatted(shape.rank(), MOST_AXES));
        }
        return shape;
    }

    /** The shape that a file claims; its size may lie, but is one that a Java array can have. */
    static Shape shape(String place, long[] sizes) {
        try {
            return Shape.of(LongStream.of(sizes).mapToInt(Math::toIntExact).toArray());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DataException(
                    "%s: expected a shape of at most 2^31 - 1 elements, found %s"
                            .formatted(place, shortened(Arrays.toString(sizes))),
                    e);
        }
    }

    /** A shape that is sound, as messages show it. */
    static String text(Shape shape) {
        return shortened(shape.toString());
    }

    /** Whether all surrogates stand in pairs: a Java string may have half a pair, UTF-8 cannot. */
    static boolean isText(String words) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(words);
    }

    /** Words of a file as messages show them: in quotes, short, and without what would garble a line. */
    static String quoted(String words) {
        return "'" + shortened(words) + "'";
    }

    /** Words of a file as messages show them where quotes would be too much. */
    static String shortened(String words) {
        StringBuilder shown = new StringBuilder();
        words.codePoints().limit(SHOWN).map(TensorFile::visible).forEach(shown::appendCodePoint);
        return words.codePointCount(0, words.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            default -> character;
        };
    }
}
