package org.gradus.data.synthetic;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.gradus.data.Dataset;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Small made-up problems.
 *
 * <p>Those for classification are points in the plane. Example i is of class i mod classes; so the classes have as many examples but for one,
 * and every stretch of the data has all of them. The noise is the standard deviation of the normal numbers added to both coordinates.
 */
public final class Synthetic {
    private static final double INNER_RADIUS = 0.5;
    private static final double TWIST = 4; // of a spiral, in radians
    private static final double FARTHEST = 10; // coordinate of a blob's center

    private Synthetic() {}

    private record Point(double x, double y) {
        static Point polar(double radius, double angle) {
            return new Point(radius * FastMath.cos(angle), radius * FastMath.sin(angle));
        }
    }

    /** Where an example lies but for the noise: number k, from 0, of as many as count says in its class. */
    @FunctionalInterface
    private interface Curve {
        Point at(int label, int k, int count);
    }

    /**
     * {@return two half circles that reach into each other: (cos t, sin t) and (1 − cos t, ½ − sin t), t from 0 to π}
     *
     * <p>As {@code make_moons} of
     * <a href="https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_moons.html">scikit-learn</a>.
     *
     * @param examples how many, at least 2
     * @param noise the standard deviation of the noise, at least 0
     * @param random where the noise comes from
     * @throws IllegalArgumentException if there are too few examples, or the noise is negative or not finite
     */
    public static Dataset moons(int examples, double noise, RandomStream random) {
        check("moons", examples, 2, noise);
        return planar(examples, 2, noise, random, (label, k, count) -> {
            Point outer = Point.polar(1, Math.PI * k / Math.max(1, count - 1));
            return label == 0 ? outer : new Point(1 - outer.x, 0.5 - outer.y);
        });
    }

    /**
     * {@return a circle around another: (cos t, sin t) and ½ (cos t, sin t), t from 0 to 2π}
     *
     * <p>As {@code make_circles} of
     * <a href="https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_circles.html">scikit-learn</a> with {@code factor=0.5},
     * where the default is 0.8.
     *
     * @param examples how many, at least 2
     * @param noise the standard deviation of the noise, at least 0
     * @param random where the noise comes from
     * @throws IllegalArgumentException if there are too few examples, or the noise is negative or not finite
     */
    public static Dataset circles(int examples, double noise, RandomStream random) {
        check("circles", examples, 2, noise);
        return planar(
                examples,
                2,
                noise,
                random,
                (label, k, count) -> Point.polar(label == 0 ? 1 : INNER_RADIUS, 2 * Math.PI * k / count));
    }

    /**
     * {@return the arms of a spiral, one to a class c: r (cos t, sin t), t = 2πc / classes + 4r, r up to 1}
     *
     * <p>After the case study of Stanford's course <a href="https://cs231n.github.io/neural-networks-case-study/">CS231n</a>. There r starts at 0,
     * where all arms meet, the noise is on t, and the arms are 4 radians apart however many there are.
     *
     * @param examples how many, at least one of each class
     * @param classes how many arms, at least 2
     * @param noise the standard deviation of the noise, at least 0
     * @param random where the noise comes from
     * @throws IllegalArgumentException if there are too few examples or classes, or the noise is negative or not finite
     */
    public static Dataset spiral(int examples, int classes, double noise, RandomStream random) {
        check("spiral", examples, classes, noise);
        return planar(examples, classes, noise, random, (label, k, count) -> {
            double r = (k + 1.0) / count;
            return Point.polar(r, 2 * Math.PI * label / classes + TWIST * r);
        });
    }

    /**
     * {@return points evenly distributed over the square from −1 to 1: class 0 where x and y have the same sign, class 1 elsewhere}
     *
     * <p>The smallest problem that no straight line solves (Minsky and Papert 1969, Perceptrons). All quadrants have as many points but for one.
     *
     * @param examples how many, at least 2
     * @param noise the standard deviation of the noise, at least 0
     * @param random where the points and the noise come from
     * @throws IllegalArgumentException if there are too few examples, or the noise is negative or not finite
     */
    public static Dataset xor(int examples, double noise, RandomStream random) {
        check("xor", examples, 2, noise);
        return planar(examples, 2, noise, random, (label, k, count) -> {
            double x = (k % 2 == 0 ? 1 : -1) * (1 - random.uniform()); // never 0, which has no sign
            double y = (1 - random.uniform()) * Math.signum(x);
            return new Point(x, label == 0 ? y : -y);
        });
    }

    /**
     * {@return normal clouds, one to a class, around centers evenly distributed over the square from −10 to 10}
     *
     * <p>As {@code make_blobs} of
     * <a href="https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_blobs.html">scikit-learn</a>. The centers depend on the
     * seed alone, not on how many points there are; two of them may be close to each other.
     *
     * @param examples how many, at least one of each class
     * @param classes how many clouds, at least 2
     * @param deviation the standard deviation of a cloud in both coordinates, at least 0
     * @param random where the centers and the points come from
     * @throws IllegalArgumentException if there are too few examples or classes, or the deviation is negative or not finite
     */
    public static Dataset blobs(int examples, int classes, double deviation, RandomStream random) {
        check("blobs", examples, classes, deviation);
        RandomStream places = random.split("centers");
        Point[] centers = new Point[classes];
        Arrays.setAll(
                centers, c -> new Point(places.uniform(-FARTHEST, FARTHEST), places.uniform(-FARTHEST, FARTHEST)));
        return planar(examples, classes, deviation, random, (label, k, count) -> centers[label]);
    }

    /**
     * {@return a linear function seen through noise: y = Xw + noise, X and w normal with mean 0 and variance 1}
     *
     * <p>As {@code make_regression} of
     * <a href="https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_regression.html">scikit-learn</a>, whose w is even from 0 to
     * 100.
     *
     * @param examples how many, at least 1
     * @param features how many numbers an example has, at least 1
     * @param noise the standard deviation of the noise, at least 0
     * @param random where X, w and the noise come from; w depends on the seed alone, not on how many examples there are
     * @throws IllegalArgumentException if there are too few examples or features, or the noise is negative or not finite
     */
    public static Dataset regression(int examples, int features, double noise, RandomStream random) {
        checkAtLeast("regression", "example", 1, examples);
        checkAtLeast("regression", "feature", 1, features);
        checkNoise("regression", noise);
        Tensor x = random.split("features").gaussian(Shape.of(examples, features), 1);
        Tensor w = random.split("weights").gaussian(Shape.of(features, 1), 1);
        return Dataset.of(x, x.matmul(w).add(random.split("noise").gaussian(Shape.of(examples, 1), noise)));
    }

    private static Dataset planar(int examples, int classes, double noise, RandomStream random, Curve curve) {
        double[] features = new double[2 * examples];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            labels[i] = i % classes;
            int count = (examples - labels[i] + classes - 1) / classes;
            Point point = curve.at(labels[i], i / classes, count);
            features[2 * i] = point.x + noise * random.gaussian();
            features[2 * i + 1] = point.y + noise * random.gaussian();
        }
        return Dataset.of(Tensor.of(Shape.of(examples, 2), features), labels, classes);
    }

    private static void check(String what, int examples, int classes, double noise) {
        checkAtLeast(what, "classes", 2, classes);
        checkAtLeast(what, "examples, one of each class", classes, examples);
        checkNoise(what, noise);
    }

    private static void checkAtLeast(String what, String things, int least, int found) {
        if (found < least) {
            throw new IllegalArgumentException(
                    "%s: need at least %s %s, found %s".formatted(what, least, things, found));
        }
    }

    private static void checkNoise(String what, double noise) {
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s: the noise must be a finite number from 0 on, found %s".formatted(what, noise));
        }
    }
}
