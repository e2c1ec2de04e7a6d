package org.gradus.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * One array in NumPy's format: magic bytes, version, length of the header, header, raw numbers.
 *
 * <p>NumPy 2007, <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
final class Npy {
    private static final String MAGIC = "\u0093NUMPY";
    private static final int PREFIX = MAGIC.length() + 2; // with the version
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /** How many bytes {@link #encode} gives. */
    static long length(Tensor tensor) {
        return header(tensor.shape()).length
                + (long) ElementType.F64.bytes * tensor.shape().size();
    }

    /** The tensor as doubles in row-major order, byte for byte as {@code numpy.save} writes it. */
    static byte[] encode(Tensor tensor) {
        ByteBuffer file = TensorFile.allocate(length(tensor));
        file.put(header(tensor.shape()));
        TensorFile.put(file, tensor);
        return file.array();
    }

    /** Everything before the numbers, in version 1.0: at most 64 axes make a header of less than 2^16 bytes. */
    private static byte[] header(Shape shape) {
        byte[] text = NpyHeader.encode(TensorFile.writable(shape)).getBytes(StandardCharsets.US_ASCII);
        int start = PREFIX + Short.BYTES;
        int length = start + text.length + 1; // a line break ends the header
        int padded = length + ALIGNMENT - length % ALIGNMENT; // NumPy pads by 64, never by 0
        byte[] spaces = new byte[padded];
        Arrays.fill(spaces, (byte) ' ');
        spaces[padded - 1] = '\n';
        TensorFile.littleEndian(ByteBuffer.wrap(spaces))
                .put(MAGIC.getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (padded - start))
                .put(text);
        return spaces;
    }

    /** An array as it came: its header, and as many bytes of numbers as that asks for; the place is for messages. */
    record Array(String place, NpyHeader header, ByteBuffer data) {
        Tensor tensor() {
            double[] values = header.type().decode(place, data.duplicate().order(header.order()));
            return header.fortranOrder() ? columnMajor(header.shape(), values) : Tensor.of(header.shape(), values);
        }
    }

    /** The array that bytes hold, and nothing else; the place is for messages. */
    static Array parse(String place, ByteBuffer file) {
        byte[] text = new byte[headerLength(place, file)];
        file.get(text);
        NpyHeader header = NpyHeader.decode(place, text);
        long needed = (long) header.type().bytes * header.shape().size();
        if (file.remaining() != needed) {
            throw new DataException("%s: expected %s bytes for elements of %s bytes in shape %s, found %s"
                    .formatted(place, needed, header.type().bytes, TensorFile.text(header.shape()), file.remaining()));
        }
        return new Array(place, header, file.slice());
    }

    /** Reads magic, version and length; the position is then that of the header. */
    private static int headerLength(String place, ByteBuffer file) {
        byte[] magic = new byte[Math.min(MAGIC.length(), file.remaining())];
        TensorFile.littleEndian(file).get(magic);
        if (!new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new DataException(
                    "%s: expected an array of NumPy, which starts with the bytes \\x93NUMPY".formatted(place));
        }
        checkRemaining(place, file, Short.BYTES);
        int version = file.getShort(); // major, then minor
        if (version < 1 || version > 3) {
            throw new DataException("%s: expected version 1.0, 2.0 or 3.0, found %s.%s"
                    .formatted(place, version & 0xFF, version >> 8 & 0xFF));
        }
        checkRemaining(place, file, version == 1 ? Short.BYTES : Integer.BYTES);
        long length = version == 1 ? file.getShort() & 0xFFFF : file.getInt() & 0xFFFFFFFFL;
        checkRemaining(place, file, length);
        return (int) length;
    }

    private static void checkRemaining(String place, ByteBuffer file, long wanted) {
        if (wanted > file.remaining()) {
            throw new DataException("%s, byte %s of the array: expected %s bytes of its header, found only %s"
                    .formatted(place, file.position(), wanted, file.remaining()));
        }
    }

    /** The tensor whose first axis varies fastest: its transpose is row-major. */
    private static Tensor columnMajor(Shape shape, double[] values) {
        int[] backwards = IntStream.range(0, shape.rank())
                .map(axis -> shape.rank() - 1 - axis)
                .toArray();
        int[] sizes = IntStream.of(backwards).map(shape::size).toArray();
        Tensor transposed = Tensor.of(Shape.of(sizes), values);
        return shape.rank() < 2 ? transposed : transposed.transpose(backwards);
    }
}
