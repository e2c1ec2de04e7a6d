package org.gradus.nn;

/** A layer in short words, also where its author wrote none. */
final class LayerText {
    private LayerText() {}

    /** What a layer says of itself, or else its class, or, of a lambda, that it is a function. */
    static String of(Layer layer) {
        String text = layer.toString();
        Class<?> type = layer.getClass();
        if (!text.equals(type.getName() + "@" + Integer.toHexString(layer.hashCode()))) {
            return text.replace("\n", "\n  ");
        }
        return type.isHidden() || type.isAnonymousClass() ? "function" : type.getSimpleName();
    }

    /** How many numbers a network learns, and a line for each of its layers. */
    static String lines(Sequential network) {
        StringBuilder text = new StringBuilder("Sequential, " + parameters(Weights.count(network)));
        for (int i = 0; i < network.layers().size(); i++) {
            text.append("\n  ")
                    .append(i)
                    .append(": ")
                    .append(counted(network.layers().get(i)));
        }
        return text.toString();
    }

    /** The same with the number of its parameters, if it has any. */
    private static String counted(Layer layer) {
        long count = Weights.count(layer);
        boolean counts = layer instanceof Sequential; // which says it itself
        return of(layer) + (count == 0 || counts ? "" : ", " + parameters(count));
    }

    private static String parameters(long count) {
        return count == 1 ? "1 parameter" : count + " parameters";
    }
}
