package org.gradus.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * A stream of random numbers that is the same on every machine, and from which independent streams can be split by purpose.
 *
 * <p>Each purpose (weights, shuffling, dropout, noise) gets a stream of its own, so drawing more numbers for one never shifts another: two
 * runs with the same seed start from the same weights and see the same batches whatever else they draw. The generator is xoshiro256++
 * (Blackman and Vigna 2019, <a href="https://doi.org/10.1145/3460772">doi 10.1145/3460772</a>), its state filled from the seed by SplitMix64,
 * as its authors advise.
 *
 * <p>Not safe for use by several threads; give each its own stream.
 */
public final class RandomStream {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int SEED_DIGITS = 16;
    private static final int STATE_DIGITS = 96; // 32 bytes of xoshiro256++, 16 with what is left of a number half used
    private static final Ziggurat NORMAL = new Ziggurat();

    private final long seed;
    private final XoShiRo256PlusPlus source;

    /**
     * A stream determined by its seed.
     *
     * @param seed any number
     */
    public RandomStream(long seed) {
        this.seed = seed;
        this.source = new XoShiRo256PlusPlus(
                mix(seed + GOLDEN_RATIO),
                mix(seed + 2 * GOLDEN_RATIO),
                mix(seed + 3 * GOLDEN_RATIO),
                mix(seed + 4 * GOLDEN_RATIO));
    }

    /**
     * {@return an independent stream, determined by this stream's seed and the purpose alone, however much has been drawn from this one}
     *
     * @param purpose what the numbers are for, such as {@code shuffle}; different purposes give different streams
     */
    public RandomStream split(String purpose) {
        long mixed =
                mix(seed + GOLDEN_RATIO); // first the seed, last the length: neighbors and prefixes give other streams
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed + purpose.charAt(i) + GOLDEN_RATIO);
        }
        return new RandomStream(mix(mixed ^ purpose.length()));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input changes half the bits of the output. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** {@return a number evenly distributed over [0, 1)} */
    public double uniform() {
        return source.nextDouble();
    }

    /**
     * {@return a number evenly distributed over [low, high); where the two are neighbors, rounding may give high itself}
     *
     * @param low the lower bound
     * @param high the upper bound
     */
    public double uniform(double low, double high) {
        return low + (high - low) * source.nextDouble();
    }

    /**
     * {@return a number from the normal distribution with mean 0 and variance 1}
     *
     * <p>By the ziggurat method of Marsaglia and Tsang (2000), <a href="https://doi.org/10.18637/jss.v005.i08">doi 10.18637/jss.v005.i08</a>:
     * almost always one draw of 64 bits, so that nothing is left over to keep.
     */
    public double gaussian() {
        return NORMAL.next(source);
    }

    /**
     * Fills an array with independent numbers from the normal distribution with mean 0 and variance 1: those that as many calls of
     * {@link #gaussian()} would give, in order, in less time.
     *
     * @param target what to fill; all its elements are replaced
     */
    public void gaussians(double[] target) {
        NORMAL.fill(target, source);
    }

    /**
     * {@return a whole number from 0 to n − 1, each with the same probability}
     *
     * @param n how many numbers, at least 1
     * @throws IllegalArgumentException if n is less than 1
     */
    public int below(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("random stream: expected at least 1 number to choose from, found " + n
                    + "; ask for below(1) or more");
        }
        return source.nextInt(n);
    }

    /**
     * {@return the numbers 0 to n − 1 in random order (Fisher and Yates)}
     *
     * @param n how many, at least 0
     * @throws IllegalArgumentException if n is negative
     */
    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException(
                    "random stream: expected at least 0 numbers to put in order, found " + n + "; count them first");
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /**
     * {@return a tensor of independent normal numbers with mean 0}
     *
     * @param shape the shape
     * @param deviation the standard deviation, at least 0
     * @throws IllegalArgumentException if the deviation is negative, infinite or NaN
     */
    public Tensor gaussian(Shape shape, double deviation) {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("random stream: expected a standard deviation of at least 0, found "
                    + deviation + "; pass a finite one");
        }
        double[] data = new double[shape.size()];
        gaussians(data);
        for (int i = 0; i < data.length; i++) {
            data[i] *= deviation;
        }
        return Tensor.constant(shape, data);
    }

    /**
     * {@return a tensor of independent numbers evenly distributed over [low, high)}
     *
     * @param shape the shape
     * @param low the lower bound
     * @param high the upper bound
     */
    public Tensor uniform(Shape shape, double low, double high) {
        double[] data = new double[shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = uniform(low, high);
        }
        return Tensor.constant(shape, data);
    }

    /** {@return where the stream is, as text that {@link #load} understands: its seed and the generator's state, in hexadecimal} */
    public String save() {
        RandomProviderDefaultState state = (RandomProviderDefaultState) source.saveState();
        return seedDigits() + HexFormat.of().formatHex(state.getState());
    }

    /**
     * Goes to where this stream, or another one of the same seed, was when it was saved.
     *
     * @param saved what {@link #save} gave
     * @throws IllegalArgumentException if the text is no such thing, or is that of a stream of another seed; nothing has changed then
     */
    public void load(String saved) {
        if (saved.length() != SEED_DIGITS + STATE_DIGITS || !saved.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("random stream: expected the " + (SEED_DIGITS + STATE_DIGITS)
                    + " hexadecimal digits that save() gives, found "
                    + (saved.length() == SEED_DIGITS + STATE_DIGITS ? "other" : saved.length()) + " characters");
        }
        String savedSeed = saved.substring(0, SEED_DIGITS);
        if (!savedSeed.equals(seedDigits())) {
            throw new IllegalArgumentException(
                    "random stream: the seed is %s, that of the saved stream %s; start from the same seed"
                            .formatted(seedDigits(), savedSeed));
        }
        byte[] state = HexFormat.of().parseHex(saved.substring(SEED_DIGITS));
        if (!isReachable(ByteBuffer.wrap(state).order(ByteOrder.LITTLE_ENDIAN))) {
            throw new IllegalArgumentException(
                    "random stream: expected a state that save() gives, found one no stream comes to; the text was changed");
        }
        source.restoreState(new RandomProviderDefaultState(state));
    }

    /** Whether a stream can be there: not all zero, from where xoshiro never moves, no bits left over, and half a number at most. */
    private static boolean isReachable(ByteBuffer state) {
        boolean moves = (state.getLong() | state.getLong() | state.getLong() | state.getLong()) != 0;
        boolean isWithoutBits = state.getLong() == 1;
        long half = state.getLong();
        return moves && isWithoutBits && half >= -1 && half <= 0xFFFFFFFFL;
    }

    private String seedDigits() {
        return HexFormat.of().toHexDigits(seed);
    }

    /** What it is, as in {@code random stream of seed 42}. */
    @Override
    public String toString() {
        return "random stream of seed " + seed;
    }
}
