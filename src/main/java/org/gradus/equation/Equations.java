package org.gradus.equation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a rule as the lecture writes them, in its notation, in the order in which they are computed, with the values of its constants.
 *
 * <p>Where several lines define the same symbol, the first whose condition holds is the one that counts; {@code v_1 = g_0²} before
 * {@code v_t = …} is for the first step alone. A symbol that is remembered from step to step and that no line defines at a step stays as it
 * was. A line for step 0, such as {@code m_0 = 0}, is an initial value. The last line defines what the optimizer moves.
 *
 * @param lines one equation each
 * @param constants the hyper-parameters by their symbols
 * @param givens symbols whose values come from elsewhere
 */
public record Equations(List<Line> lines, Map<String, Double> constants, Map<String, Given> givens) {
    private static final Index NOW = new Index.Relative(0);

    /** Keeps copies of the collections, which nobody can change. */
    public Equations {
        lines = List.copyOf(lines);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        givens = Collections.unmodifiableMap(new LinkedHashMap<>(givens));
    }

    /**
     * {@return equations read from the lecture's notation, see {@link Line#parse}}
     *
     * @param lines one equation per line
     * @throws IllegalArgumentException if one cannot be read
     */
    public static Equations of(String... lines) {
        return new Equations(Stream.of(lines).map(Line::parse).toList(), Map.of(), Map.of());
    }

    /**
     * {@return the equations with the value of a constant}
     *
     * @param symbol the constant's symbol, such as {@code β1}
     * @param value its value
     */
    public Equations with(String symbol, double value) {
        Map<String, Double> more = new LinkedHashMap<>(constants);
        more.put(symbol, value);
        return new Equations(lines, more, givens);
    }

    /**
     * {@return the equations with a symbol whose values come from elsewhere}
     *
     * @param symbol the symbol, such as {@code ξ}
     * @param given its values
     */
    public Equations given(String symbol, Given given) {
        Map<String, Given> more = new LinkedHashMap<>(givens);
        more.put(symbol, given);
        return new Equations(lines, constants, more);
    }

    /** {@return the symbol that the optimizer moves, without its index: θ, or θ′} */
    public String moved() {
        return lines.get(lines.size() - 1).left().name();
    }

    /**
     * {@return these equations with further ones after them}
     *
     * @param more the equations computed later; a constant they share has their value
     */
    public Equations then(Equations more) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(more.lines);
        Map<String, Double> allConstants = new LinkedHashMap<>(constants);
        allConstants.putAll(more.constants);
        Map<String, Given> allGivens = new LinkedHashMap<>(givens);
        allGivens.putAll(more.givens);
        return new Equations(all, allConstants, allGivens);
    }

    /**
     * {@return these equations with a prime at some symbols, so that a rule around them may use the symbols itself}
     *
     * @param names the symbols without their indices
     */
    public Equations primed(Set<String> names) {
        Equations primed = this;
        for (String name : names) {
            primed = primed.renamed(name, name + "′");
        }
        return primed;
    }

    /**
     * {@return these equations with another name for a symbol, whatever its index}
     *
     * @param name the symbol without its index
     * @param other its new name
     */
    public Equations renamed(String name, String other) {
        return new Equations(
                replaced(leaf -> leaf instanceof Symbol symbol && symbol.name().equals(name)
                                ? new Symbol(other, symbol.index())
                                : leaf)
                        .lines,
                renamed(constants, name, other),
                renamed(givens, name, other));
    }

    /**
     * {@return these equations with another name for a symbol of the present step; what it was a step before keeps its name}
     *
     * @param name the symbol without its index
     * @param other its new name
     */
    public Equations renamedNow(String name, String other) {
        return replaced(leaf -> leaf.equals(new Symbol(name, NOW)) ? new Symbol(other, NOW) : leaf);
    }

    /**
     * {@return these equations on another clock: for the number t, not for the t of subscripts}
     *
     * @param clock what to put in place of t
     */
    public Equations onClock(Expression clock) {
        return replaced(leaf -> leaf instanceof Time ? clock : leaf);
    }

    /**
     * {@return these equations for some steps only; initial values and constants stay as they are}
     *
     * @param condition at which steps
     */
    public Equations when(Condition condition) {
        return new Equations(
                lines.stream()
                        .map(line -> line.left().index() instanceof Index.Relative ? line.when(condition) : line)
                        .toList(),
                constants,
                givens);
    }

    private Equations replaced(UnaryOperator<Expression> leaf) {
        return new Equations(lines.stream().map(line -> line.replace(leaf)).toList(), constants, givens);
    }

    private static <T> Map<String, T> renamed(Map<String, T> values, String name, String other) {
        Map<String, T> renamed = new LinkedHashMap<>();
        values.forEach((key, value) -> renamed.put(key.equals(name) ? other : key, value));
        return renamed;
    }

    /** {@return the plain text, one line below the other} */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** {@return the lines in LaTeX, aligned at their equals signs} */
    public String latex() {
        return lines.stream()
                .map(Line::latex)
                .collect(Collectors.joining(" \\\\\n  ", "\\begin{align*}\n  ", "\n\\end{align*}\n"));
    }

    @Override
    public String toString() {
        return text();
    }
}
