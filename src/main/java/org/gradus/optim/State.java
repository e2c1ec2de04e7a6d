package org.gradus.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a rule remembers from step to step: vectors as long as θ, by the lecture's names. */
public final class State {
    private final Map<String, double[]> vectors = new LinkedHashMap<>();

    private State() {}

    /**
     * {@return a state whose vectors are all 0}
     *
     * @param size the number of parameters
     * @param names the names of the vectors, such as {@code m} and {@code v}; none for a rule without memory
     */
    public static State zeros(int size, String... names) {
        State state = new State();
        for (String name : names) {
            state.vectors.put(name, new double[size]);
        }
        return state;
    }

    /**
     * {@return a vector by name: the array itself, for the rule to update}
     *
     * @param name its name
     * @throws IllegalArgumentException if there is no such vector
     */
    public double[] vector(String name) {
        double[] vector = vectors.get(name);
        if (vector == null) {
            throw new IllegalArgumentException(
                    "state: there is no vector %s, only %s; use a state that this rule's init made"
                            .formatted(name, vectors.keySet()));
        }
        return vector;
    }

    /** {@return the names of the vectors, in the order the rule declared them} */
    public Set<String> names() {
        return Collections.unmodifiableSet(vectors.keySet());
    }
}
