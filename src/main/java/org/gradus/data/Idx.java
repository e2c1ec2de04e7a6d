package org.gradus.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Reads the arrays of the MNIST family, in the format IDX, packed by gzip or not.
 *
 * <p>Such a file starts with two zero bytes, a byte for the type of the numbers (0x08 bytes from 0, 0x09 bytes from −128, 0x0B whole numbers
 * of 2 bytes, 0x0C of 4 bytes, 0x0D floats, 0x0E doubles) and one for the number of axes. Then come the sizes of the axes, in 4 bytes each,
 * and the numbers, the last axis fastest, all with the highest byte first.
 *
 * <p>LeCun, Cortes and Burges 1998, <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database</a>.
 */
public final class Idx {
    private Idx() {}

    /** A type of numbers: its code, how many bytes a number takes, and how it is read. All are exact as doubles. */
    private enum Type {
        UNSIGNED_BYTE(0x08, 1, (data, at) -> data.get(at) & 0xFF),
        BYTE(0x09, 1, ByteBuffer::get),
        SHORT(0x0B, 2, ByteBuffer::getShort),
        INT(0x0C, 4, ByteBuffer::getInt),
        FLOAT(0x0D, 4, (data, at) -> same(data.getFloat(at))),
        DOUBLE(0x0E, 8, ByteBuffer::getDouble);

        private final int code;
        private final int bytes;
        private final Reading reading;

        Type(int code, int bytes, Reading reading) {
            this.code = code;
            this.bytes = bytes;
            this.reading = reading;
        }

        /** What a processor makes of the payload of a NaN that it widens differs. */
        private static double same(float value) {
            return Float.isNaN(value) ? Double.NaN : value;
        }
    }

    @FunctionalInterface
    private interface Reading {
        double at(ByteBuffer data, int offset);
    }

    /** What stands in front of the numbers. */
    private record Header(Type type, Shape shape) {}

    /** Bytes from 0 to 255, and the offset in the file where they start. */
    record Bytes(Shape shape, long start, byte[] values) {}

    /**
     * {@return the array in a file, a constant; bytes are whole numbers, from 0 to 255 if they are unsigned}
     *
     * @param file where from
     * @throws DataException if the file cannot be read or is damaged; the message names the file and the offset in it
     */
    public static Tensor read(Path file) {
        return UnpackedStream.read(file, Idx::tensor);
    }

    static Tensor tensor(UnpackedStream in) throws IOException {
        Header header = header(in);
        Type type = header.type;
        ByteBuffer data = ByteBuffer.wrap(data(in, header));
        double[] values = new double[header.shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.reading.at(data, i * type.bytes);
        }
        return Tensor.of(header.shape, values);
    }

    /** An array of unsigned bytes that has so many axes. */
    static Bytes bytes(UnpackedStream in, int axes) throws IOException {
        Header header = header(in);
        if (header.type != Type.UNSIGNED_BYTE || header.shape.rank() != axes) {
            throw in.wrong(
                    2,
                    "expected bytes from 0 to 255 (type 0x08) in %s axes, found type %s in %s",
                    axes,
                    hex(header.type.code),
                    header.shape.rank());
        }
        long start = in.position();
        return new Bytes(header.shape, start, data(in, header));
    }

    private static Header header(UnpackedStream in) throws IOException {
        byte[] magic = in.next(4, "the start of IDX");
        if (magic[0] != 0 || magic[1] != 0) {
            throw in.wrong(
                    0,
                    "expected an IDX file, which starts with two zero bytes, found %s and %s",
                    hex(magic[0]),
                    hex(magic[1]));
        }
        Type type = Arrays.stream(Type.values())
                .filter(known -> known.code == magic[2])
                .findFirst()
                .orElseThrow(() -> in.wrong(2, "expected one of the types %s, found %s", codes(), hex(magic[2])));
        int axes = magic[3] & 0xFF;
        if (axes < 1 || axes > TensorFile.MOST_AXES) {
            throw in.wrong(3, "expected 1 to %s axes, found %s", TensorFile.MOST_AXES, axes);
        }
        ByteBuffer sizes = ByteBuffer.wrap(in.next(axes * Integer.BYTES, "the sizes of %s axes".formatted(axes)));
        long[] unsigned = new long[axes];
        Arrays.setAll(unsigned, axis -> Integer.toUnsignedLong(sizes.getInt()));
        return new Header(type, TensorFile.shape(in.place(4), unsigned));
    }

    /** The bytes of the numbers, behind which the file ends. */
    private static byte[] data(UnpackedStream in, Header header) throws IOException {
        long length = (long) header.type.bytes * header.shape.size();
        if (length > TensorFile.LONGEST) {
            throw in.wrong(
                    4,
                    "expected at most %s bytes of numbers, found the shape %s of numbers of %s bytes",
                    TensorFile.LONGEST,
                    TensorFile.text(header.shape),
                    header.type.bytes);
        }
        byte[] data = in.next((int) length, "numbers in the shape " + TensorFile.text(header.shape));
        in.checkEnd();
        return data;
    }

    private static String codes() {
        return Arrays.stream(Type.values()).map(type -> hex(type.code)).collect(Collectors.joining(", "));
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "0x%02X", value & 0xFF);
    }
}
