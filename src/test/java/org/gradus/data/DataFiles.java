package org.gradus.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Data files put together byte by byte from the formats' descriptions, sound or not. */
public final class DataFiles {
    static final int UNSIGNED_BYTES = 0x08;
    static final int DOUBLES = 0x0E;

    private DataFiles() {}

    /** An IDX file: two zero bytes, the type, the number of axes, their sizes with the highest byte first, the data. */
    public static byte[] idx(int type, int[] sizes, byte... data) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + data.length);
        file.put((byte) 0).put((byte) 0).put((byte) type).put((byte) sizes.length);
        for (int size : sizes) {
            file.putInt(size);
        }
        return file.put(data).array();
    }

    public static byte[] idxOfDoubles(int[] sizes, double... numbers) {
        ByteBuffer data = ByteBuffer.allocate(8 * numbers.length);
        for (double number : numbers) {
            data.putLong(Double.doubleToRawLongBits(number));
        }
        return idx(DOUBLES, sizes, data.array());
    }

    /** Images of MNIST, each of height × width pixels. */
    public static byte[] images(int count, int height, int width, int... pixels) {
        return idx(UNSIGNED_BYTES, new int[] {count, height, width}, bytes(pixels));
    }

    public static byte[] labels(int... labels) {
        return idx(UNSIGNED_BYTES, new int[] {labels.length}, bytes(labels));
    }

    /** A record of CIFAR-10: the label, then 1024 bytes of red, of green and of blue. */
    public static byte[] cifarRecord(int label, int red, int green, int blue) {
        byte[] entry = new byte[3073];
        entry[0] = (byte) label;
        for (int i = 0; i < 1024; i++) {
            entry[1 + i] = (byte) red;
            entry[1 + 1024 + i] = (byte) green;
            entry[1 + 2048 + i] = (byte) blue;
        }
        return entry;
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] gunzip(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reading makes of a file called x. */
    public static <T> T read(byte[] file, UnpackedStream.Reading<T> reading) {
        return read("x", file, reading);
    }

    public static <T> T read(String name, byte[] file, UnpackedStream.Reading<T> reading) {
        try {
            return UnpackedStream.read(name, new ByteArrayInputStream(file), file.length, reading);
        } catch (IOException e) { // which a ByteArrayInputStream never throws
            throw new UncheckedIOException(e);
        }
    }
}
