package org.gradus.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.nn.Activation;
import org.gradus.nn.Dropout;
import org.gradus.nn.Layer;
import org.gradus.nn.Sequential;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.Normalizations;
import org.gradus.tensor.RandomStream;

/** The network of a described run. */
final class Networks {
    private static final String NONE = "none";

    /** Averages over the places behind the channels, as an image has them, and a perceptron has not. */
    private static final String FOR_IMAGES = "instance";

    private Networks() {}

    /** What may stand behind every hidden layer to normalize, and none. */
    static List<String> normalizations() {
        return Stream.concat(Normalizations.names().stream().filter(name -> !name.equals(FOR_IMAGES)), Stream.of(NONE))
                .toList();
    }

    /** A multi-layer perceptron with the described layers behind every hidden one. */
    static Sequential mlp(RunDescription description, RandomStream random, int inputs, int classes) {
        int[] hidden = hidden(description);
        int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = classes;
        String normalization = normalization(description);
        Layer activation = Activation.catalog().get(description.text("activation"));
        double dropout = description.number("dropout");
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
                sizes);
    }

    private static String normalization(RunDescription description) {
        if (description.text("normalization").equals(FOR_IMAGES)) {
            throw new IllegalArgumentException(
                    "normalization: instance averages over the places of an image, but a hidden layer's outputs have none; use %s"
                            .formatted(String.join(" or ", normalizations())));
        }
        return description.word("normalization", normalizations().toArray(String[]::new));
    }

    private static int[] hidden(RunDescription description) {
        String text = description.text("hidden");
        try {
            int[] widths = text.isBlank()
                    ? new int[0]
                    : Stream.of(text.split(",", -1))
                            .mapToInt(width -> Integer.parseInt(width.strip()))
                            .toArray();
            if (IntStream.of(widths).allMatch(width -> width > 0)) {
                return widths;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(text), e);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static String wrong(String text) {
        return "hidden: must be whole numbers, at least 1, separated by commas, found '%s'".formatted(text);
    }
}
