package org.gradus.nn.norm;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.gradus.catalog.Catalog;
import org.gradus.nn.Layer;

/** The normalization layers by name, each for inputs (batch, width, …) of a given width. */
public final class Normalizations {
    private static final Catalog<IntFunction<Layer>> CATALOG = Catalog.of("normalization", entries());

    private Normalizations() {}

    private static Map<String, IntFunction<Layer>> entries() {
        Map<String, IntFunction<Layer>> entries = new LinkedHashMap<>();
        entries.put("batch", BatchNorm::new);
        entries.put("layer", width -> new LayerNorm(width));
        entries.put("group", width -> new GroupNorm(width / channelsOfAGroup(width), width));
        entries.put("instance", width -> new InstanceNorm());
        entries.put("positional", PositionalNorm::new);
        entries.put("rms", RmsNorm::new);
        return entries;
    }

    /** 16, as in Wu and He 2018, or the largest power of two below it that divides the width; all of an odd width. */
    private static int channelsOfAGroup(int width) {
        int common = BigInteger.valueOf(width).gcd(BigInteger.valueOf(16)).intValue();
        return common == 1 ? width : common;
    }

    /** {@return all names, in order} */
    public static Set<String> names() {
        return CATALOG.names();
    }

    /**
     * {@return a new layer of its usual kind, with ε, weight and bias as its constructor has them}
     *
     * @param name its name
     * @param width the number of channels, at least 1
     * @throws IllegalArgumentException if there is no such normalization, or the width is less than 1
     */
    public static Layer named(String name, int width) {
        return CATALOG.get(name).apply(width);
    }
}
