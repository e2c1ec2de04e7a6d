package org.gradus.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.catalog.Catalog;
import org.gradus.nn.Activation;
import org.gradus.nn.Dropout;
import org.gradus.nn.Layer;
import org.gradus.nn.Sequential;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.Normalizations;
import org.gradus.tensor.RandomStream;

/** The network of a described run. */
final class Networks {
    static final String NONE = "none";

    /** Averages over the places behind the channels, as an image has them, and a perceptron has not. */
    private static final String FOR_IMAGES = "instance";

    private Networks() {}

    /** What may stand behind every hidden layer to normalize, and none. */
    static List<String> normalizations() {
        return Stream.concat(Normalizations.names().stream().filter(name -> !name.equals(FOR_IMAGES)), Stream.of(NONE))
                .toList();
    }

    /** A normalization, by its name. */
    static String normalization(String typed) {
        if (typed.equalsIgnoreCase(FOR_IMAGES)) {
            throw new IllegalArgumentException(
                    "instance averages over the places of an image, but a hidden layer's outputs have none; use %s"
                            .formatted(String.join(" or ", normalizations())));
        }
        Map<String, String> names = new LinkedHashMap<>();
        normalizations().forEach(name -> names.put(name, name));
        return Catalog.of("normalization", names).meant(typed);
    }

    /** A multi-layer perceptron with the described layers behind every hidden one. */
    static Sequential mlp(RunSpec spec, RandomStream random, int inputs, int outputs) {
        String normalization = spec.get(Settings.NORMALIZATION);
        Layer activation = Activation.catalog().get(spec.get(Settings.ACTIVATION));
        double dropout = spec.get(Settings.DROPOUT);
        List<Layer> made = new ArrayList<>(); // each dropout layer has a stream of its own
        return Mlp.of(
                random.split("weights"),
                width -> {
                    List<Layer> between = new ArrayList<>();
                    if (!normalization.equals(NONE)) {
                        between.add(Normalizations.named(normalization, width));
                    }
                    between.add(activation);
                    if (dropout > 0) {
                        between.add(new Dropout(dropout, random.split("dropout " + made.size())));
                    }
                    made.addAll(between);
                    return between;
                },
                spec.get(Settings.HIDDEN).between(inputs, outputs));
    }

    /** How many parameters the linear layers of such a network have, without making it. */
    static double parameters(RunSpec spec, int inputs, int outputs) {
        int[] sizes = spec.get(Settings.HIDDEN).between(inputs, outputs);
        double count = 0;
        for (int i = 1; i < sizes.length; i++) {
            count += (sizes[i - 1] + 1.0) * sizes[i];
        }
        return count;
    }
}
