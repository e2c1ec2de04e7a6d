package org.gradus.chart;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.math3.util.FastMath;

/**
 * A color by what one sees of it: how light it is, how red rather than green, how yellow rather than blue. Equal distances look about equally far.
 *
 * <p>Source: Björn Ottosson, A perceptual color space for image processing, 2020,
 * <a href="https://bottosson.github.io/posts/oklab/">bottosson.github.io/posts/oklab</a>.
 *
 * @param lightness from 0, black, to 1, white
 * @param a red above 0, green below
 * @param b yellow above 0, blue below
 */
public record Oklab(double lightness, double a, double b) {
    private static final Pattern HTML = Pattern.compile("#[0-9a-f]{6}");

    /** What a color that cannot be shown loses of its chroma at each try. */
    private static final double PALER = 0.98;

    /**
     * The color written as in HTML.
     *
     * @param color a color such as {@code #1f6ed4}, in lowercase
     * @return what one sees of it
     * @throws IllegalArgumentException if it is not written like that
     */
    public static Oklab of(String color) {
        double[] light = light(color);
        return ofLight(light[0], light[1], light[2]);
    }

    /** The color of red, green and blue light, each from 0 to 1: the answers of the three kinds of cones, bent, then mixed. */
    static Oklab ofLight(double red, double green, double blue) {
        double l = FastMath.cbrt(Math.max(0, 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue));
        double m = FastMath.cbrt(Math.max(0, 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue));
        double s = FastMath.cbrt(Math.max(0, 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue));
        return new Oklab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** The amounts of red, green and blue light, from 0 to 1, of a color as in HTML. */
    static double[] light(String color) {
        if (!HTML.matcher(color).matches()) {
            throw new IllegalArgumentException("color: found '" + color + "'; write it as in #1f6ed4");
        }
        double[] light = new double[3];
        for (int i = 0; i < light.length; i++) {
            double part = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            light[i] = part <= 0.04045 ? part / 12.92 : FastMath.pow((part + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    /**
     * The same hue, lighter or darker.
     *
     * @param other the lightness, from 0 to 1
     * @return the color
     */
    public Oklab withLightness(double other) {
        return new Oklab(other, a, b);
    }

    /**
     * A color on the way to another.
     *
     * @param other the color at the end of the way
     * @param part how much of the way, from 0 to 1
     * @return the color there
     */
    public Oklab towards(Oklab other, double part) {
        return new Oklab(
                lightness * (1 - part) + other.lightness * part,
                a * (1 - part) + other.a * part,
                b * (1 - part) + other.b * part);
    }

    /**
     * {@return how far apart two colors look; about 0.02 is just to be seen}
     *
     * @param other the other color
     */
    public double distance(Oklab other) {
        double light = lightness - other.lightness;
        double red = a - other.a;
        double yellow = b - other.b;
        return Math.sqrt(light * light + red * red + yellow * yellow);
    }

    /**
     * Writes the color as in HTML. What no screen can show is made paler until one can.
     *
     * @return a color such as {@code #1f6ed4}
     */
    public String html() {
        Oklab color = new Oklab(Math.max(0, Math.min(lightness, 1)), a, b);
        double[] light = color.light();
        for (int i = 0; i < 300 && !canBeShown(light); i++) {
            color = new Oklab(color.lightness, PALER * color.a, PALER * color.b);
            light = color.light();
        }
        StringBuilder text = new StringBuilder("#");
        for (double part : light) {
            double bent = part <= 0.0031308 ? 12.92 * part : 1.055 * FastMath.pow(part, 1 / 2.4) - 0.055;
            text.append(String.format(Locale.ROOT, "%02x", Math.round(255 * Math.max(0, Math.min(bent, 1)))));
        }
        return text.toString();
    }

    private static boolean canBeShown(double[] light) {
        for (double part : light) {
            if (part < -1e-4 || part > 1.0001) {
                return false;
            }
        }
        return true;
    }

    /** The way back from the color to the light. */
    private double[] light() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double root) {
        return root * root * root;
    }
}
