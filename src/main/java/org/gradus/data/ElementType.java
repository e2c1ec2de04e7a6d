package org.gradus.data;

import java.nio.ByteBuffer;

/**
 * How one number is laid out in a file, little-endian. Every number of these types is exactly a double, except whole numbers of 64 bits
 * beyond ±2⁵³, which are refused. A NaN of a shorter type becomes {@link Double#NaN}: what a processor makes of its payload differs.
 */
enum ElementType {
    F64(8, ByteBuffer::getDouble),
    F32(4, (data, at) -> same(data.getFloat(at))),
    F16(2, (data, at) -> half(data.getShort(at))),
    BF16(2, (data, at) -> same(Float.intBitsToFloat(data.getShort(at) << 16))), // the upper half of an F32
    I64(8, ByteBuffer::getLong),
    I32(4, ByteBuffer::getInt);

    private static final long LAST_EXACT = 1L << 53;

    final int bytes;
    private final Reading reading;

    ElementType(int bytes, Reading reading) {
        this.bytes = bytes;
        this.reading = reading;
    }

    @FunctionalInterface
    private interface Reading {
        double at(ByteBuffer data, int offset);
    }

    /** The numbers that fill the data, which is in little-endian order; the place is for the message. */
    double[] decode(String place, ByteBuffer data) {
        double[] values = new double[data.remaining() / bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = reading.at(data, i * bytes);
        }
        if (this == I64) {
            checkExact(place, data, values.length);
        }
        return values;
    }

    private static void checkExact(String place, ByteBuffer data, int count) {
        for (int i = 0; i < count; i++) {
            long value = data.getLong(i * Long.BYTES);
            if (value < -LAST_EXACT || value > LAST_EXACT) {
                throw new DataException(
                        "%s: element %d is %d; expected whole numbers within ±2^53, which are exact as doubles"
                                .formatted(place, i, value));
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
