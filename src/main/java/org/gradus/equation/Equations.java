package org.gradus.equation;

import java.util.List;

/**
 * The lines of a rule as the lecture writes them, in its notation, in the order in which they are computed.
 *
 * @param lines one equation per line, such as {@code m_t = λ m_{t−1} + η g_{t−1}}
 */
public record Equations(List<String> lines) {
    /** Keeps a copy of the list, which nobody can change. */
    public Equations {
        lines = List.copyOf(lines);
    }

    /**
     * {@return the lines of a rule}
     *
     * @param lines one equation per line
     */
    public static Equations of(String... lines) {
        return new Equations(List.of(lines));
    }

    /** The lines, one below the other. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
