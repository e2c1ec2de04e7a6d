package org.gradus.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * How one number is laid out in a file, by the name that {@code .safetensors} files have for it. Every number of these types is exactly a
 * double, except whole numbers of 64 bits beyond ±2⁵³, which are refused; false and true are 0 and 1, and any other byte is refused. A NaN of
 * a shorter type becomes {@link Double#NaN}: what a processor makes of its payload differs.
 */
enum ElementType {
    F64("f8", 8, ByteBuffer::getDouble),
    F32("f4", 4, (data, at) -> same(data.getFloat(at))),
    F16("f2", 2, (data, at) -> half(data.getShort(at))),
    BF16("", 2, (data, at) -> same(Float.intBitsToFloat(data.getShort(at) << 16))), // the upper half of an F32
    I64("i8", 8, ByteBuffer::getLong),
    I32("i4", 4, ByteBuffer::getInt),
    I16("i2", 2, ByteBuffer::getShort),
    I8("i1", 1, ByteBuffer::get),
    U64("u8", 8, ByteBuffer::getLong),
    U32("u4", 4, (data, at) -> Integer.toUnsignedLong(data.getInt(at))),
    U16("u2", 2, (data, at) -> Short.toUnsignedInt(data.getShort(at))),
    U8("u1", 1, (data, at) -> Byte.toUnsignedInt(data.get(at))),
    BOOL("b1", 1, ByteBuffer::get);

    private static final long LAST_EXACT = 1L << 53;

    /** What NumPy calls it, behind the sign for the order of its bytes; "" if it does not know it. */
    final String numpy;

    final int bytes;
    private final Reading reading;

    ElementType(String numpy, int bytes, Reading reading) {
        this.numpy = numpy;
        this.bytes = bytes;
        this.reading = reading;
    }

    @FunctionalInterface
    private interface Reading {
        double at(ByteBuffer data, int offset);
    }

    /** The type of a name in a {@code .safetensors} file, if it is read. */
    static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The numbers that fill the data, in the order that it has for bytes; the place is for the message. */
    double[] decode(String place, ByteBuffer data) {
        double[] values = new double[data.remaining() / bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = reading.at(data, i * bytes);
        }
        switch (this) {
            case I64, U64 -> checkExact(place, data, values.length);
            case BOOL -> checkTruth(place, values);
            default -> {} // any bits are a number
        }
        return values;
    }

    private void checkExact(String place, ByteBuffer data, int count) {
        for (int i = 0; i < count; i++) {
            long value = data.getLong(i * Long.BYTES);
            if (value > LAST_EXACT || value < (this == U64 ? 0 : -LAST_EXACT)) {
                throw new DataException(
                        "%s: element %s is %s; expected whole numbers within ±2^53, which are exact as doubles"
                                .formatted(
                                        place, i, this == U64 ? Long.toUnsignedString(value) : Long.toString(value)));
            }
        }
    }

    private static void checkTruth(String place, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && values[i] != 1) {
                throw new DataException("%s: element %s is byte %s; expected 0 or 1, which are false and true"
                        .formatted(place, i, (int) values[i] & 0xFF));
            }
        }
    }

    private static double same(float value) {
        return Float.isNaN(value) ? Double.NaN : value;
    }

    /** IEEE 754 binary16: sign, 5 bits of exponent, 10 of fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 0x1F -> Double.POSITIVE_INFINITY;
            default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        };
        boolean isNaN = exponent == 0x1F && fraction != 0;
        return isNaN ? Double.NaN : bits < 0 ? -magnitude : magnitude;
    }
}
