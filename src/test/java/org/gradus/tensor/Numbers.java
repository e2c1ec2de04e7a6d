package org.gradus.tensor;

import java.util.Random;

/**
 * Seeded numbers for samples. They come from {@link Random}, whose algorithm its Javadoc fixes, and not from {@link RandomStream}, which
 * is itself under test.
 */
public final class Numbers {
    private final Random random;

    public Numbers(long seed) {
        this.random = new Random(seed);
    }

    /** A whole number from 0 to n − 1. */
    public int below(int n) {
        return random.nextInt(n);
    }

    /** A number in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A tensor of numbers in [−2, 2). */
    public Tensor tensor(int... sizes) {
        return tensor(-2, 2, Shape.of(sizes));
    }

    /** A tensor of numbers in [low, high). */
    public Tensor tensor(double low, double high, Shape shape) {
        double[] data = new double[shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = between(low, high);
        }
        return Tensor.of(shape, data);
    }

    /** A tensor of whole numbers from −9 to 9: sums of few products of them are exact in any order. */
    public Tensor whole(Shape shape) {
        double[] data = new double[shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = below(19) - 9;
        }
        return Tensor.of(shape, data);
    }

    /** A shape of rank 0 to maxRank with axes of 0 to 4 elements, rarely 0 and often 1. */
    public Shape shape(int maxRank) {
        int[] sizes = new int[below(maxRank + 1)];
        for (int i = 0; i < sizes.length; i++) {
            int draw = below(12);
            sizes[i] = draw == 0 ? 0 : Math.max(1, draw % 5);
        }
        return Shape.of(sizes);
    }
}
