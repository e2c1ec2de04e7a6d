package org.gradus.experiment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The widths of the hidden layers, in order.
 *
 * @param widths how many outputs each has; none for a model without hidden layers
 */
public record Widths(List<Integer> widths) {
    static final String NONE = "none";

    /** Keeps a copy of the list, which nobody can change. */
    public Widths {
        widths = List.copyOf(widths);
    }

    /** {@return the sizes of all layers, for {@code Mlp.of}}
     *
     * @param inputs the width of the input
     * @param outputs the width of the output
     */
    public int[] between(int inputs, int outputs) {
        int[] sizes = new int[widths.size() + 2];
        sizes[0] = inputs;
        for (int i = 0; i < widths.size(); i++) {
            sizes[i + 1] = widths.get(i);
        }
        sizes[sizes.length - 1] = outputs;
        return sizes;
    }

    /** The widths as they are typed, as in {@code 64,32}; {@code none} if there are none. */
    @Override
    public String toString() {
        return widths.isEmpty() ? NONE : widths.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
