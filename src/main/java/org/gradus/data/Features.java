package org.gradus.data;

import org.gradus.data.file.ContentHash;

/**
 * One row of numbers per example, kept as they came and turned into doubles only where they are used, a batch at a time: the images of MNIST
 * take 47 MB as bytes, 376 MB as doubles.
 */
sealed interface Features {

    /** How many numbers a row has. */
    int width();

    /** All rows, one after the other. */
    double[] values();

    /** Some of the rows, in the order wanted. */
    Features select(int... rows);

    /** Adds the numbers, as they are kept, to a hash. */
    void hashInto(ContentHash hash);

    /** Numbers of any kind. */
    record Doubles(int width, double[] values) implements Features {
        @Override
        public Features select(int... rows) {
            double[] chosen = new double[Math.multiplyExact(rows.length, width)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(values, rows[i] * width, chosen, i * width, width);
            }
            return new Doubles(width, chosen);
        }

        @Override
        public void hashInto(ContentHash hash) {
            hash.add(values);
        }
    }

    /** Pixels as unsigned bytes, from 0 to 255, which stand for 0 to 1. */
    static Features pixels(int width, byte[] bytes) {
        return new Bytes(width, bytes, 255);
    }

    /** Unsigned bytes, from 0 to 255, each of which stands for itself divided by one number: 1 if it is what was counted. */
    record Bytes(int width, byte[] bytes, double divisor) implements Features {
        @Override
        public double[] values() {
            double[] values = new double[bytes.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (bytes[i] & 0xFF) / divisor;
            }
            return values;
        }

        @Override
        public Features select(int... rows) {
            byte[] chosen = new byte[Math.multiplyExact(rows.length, width)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(bytes, rows[i] * width, chosen, i * width, width);
            }
            return new Bytes(width, chosen, divisor);
        }

        @Override
        public void hashInto(ContentHash hash) {
            hash.add(divisor).add(bytes);
        }
    }
}
