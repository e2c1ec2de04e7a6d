package org.gradus.equation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a rule as the lecture writes them, in its notation, in the order in which they are computed, with the values of its constants.
 *
 * <p>Where several lines define the same symbol, the first whose condition holds is the one that counts, for each element; {@code v_1 = g_0²} before
 * {@code v_t = …} is for the first step alone. A symbol that is remembered from step to step and that no line defines at a step stays as it
 * was. A line for step 0, such as {@code m_0 = 0}, is an initial value. The last line defines what the optimizer moves.
 *
 * @param lines one equation each
 * @param constants the hyper-parameters by their symbols
 * @param givens symbols whose values come from elsewhere
 */
public record Equations(List<Line> lines, Map<String, Double> constants, Map<String, Given> givens) {
    private static final Index BEFORE = new Index.Relative(-1);
    private static final Index NOW = new Index.Relative(0);

    /**
     * Keeps copies of the collections, which nobody can change.
     *
     * @throws IllegalArgumentException if there are no lines, or a symbol that has no step is computed from one that has
     */
    public Equations {
        lines = List.copyOf(lines);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        givens = Collections.unmodifiableMap(new LinkedHashMap<>(givens));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("equations: there are no lines; give at least one");
        }
        lines.forEach(Equations::checkConstant);
    }

    private static void checkConstant(Line line) {
        if (line.left().index() instanceof Index.None) {
            line.replace(leaf -> {
                if (leaf instanceof Time || leaf instanceof Symbol symbol && symbol.index() instanceof Index.Relative) {
                    throw new IllegalArgumentException(
                            "equations: %s is the same at every step, but '%s' computes it from %s; give it the subscript t"
                                    .formatted(line.left().text(), line, leaf.text()));
                }
                return leaf;
            });
        }
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
     * {@return the equations with the values of constants}
     *
     * @param symbols the constants' symbols, such as {@code β1} or {@code β1, β2}
     * @param values one value for each
     * @throws IllegalArgumentException if one is no symbol, or there are not as many values
     */
    public Equations with(String symbols, double... values) {
        String[] each = symbols.split(",");
        if (each.length != values.length) {
            throw new IllegalArgumentException(
                    "equations: there are %s symbols in '%s' and %s values; give one for each"
                            .formatted(each.length, symbols, values.length));
        }
        Map<String, Double> more = new LinkedHashMap<>(constants);
        for (int i = 0; i < values.length; i++) {
            more.put(Symbol.parse(each[i]).text(), values[i]);
        }
        return new Equations(lines, more, givens);
    }

    /**
     * {@return the equations with a symbol whose values come from elsewhere}
     *
     * @param symbol the symbol without its index, such as {@code ξ}
     * @param given its values
     * @throws IllegalArgumentException if it is no symbol
     */
    public Equations given(String symbol, Given given) {
        Map<String, Given> more = new LinkedHashMap<>(givens);
        more.put(Symbol.parse(symbol).name(), given);
        return new Equations(lines, constants, more);
    }

    /** {@return the symbol that the optimizer moves, without its index: θ, or θ′} */
    public String moved() {
        return lines.get(lines.size() - 1).left().name();
    }

    /** {@return whether a line takes a gradient at a point of its own, ∇L(…), beside or in place of g} */
    public boolean takeGradientElsewhere() {
        List<Expression> elsewhere = new ArrayList<>();
        replaced(leaf -> {
            if (leaf instanceof GradientAt) {
                elsewhere.add(leaf);
            }
            return leaf;
        });
        return !elsewhere.isEmpty();
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

    /** {@return the names of all symbols, without their indices, in the order of their first use; π is a number and none of them} */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        replaced(leaf -> {
            if (leaf instanceof Symbol symbol && !symbol.name().equals(Symbol.PI)) {
                names.add(symbol.name());
            }
            return leaf;
        });
        return Collections.unmodifiableSet(names);
    }

    /**
     * {@return these equations with a prime at some symbols, so that a rule around them may use the symbols itself}
     *
     * <p>A symbol that has primes already gets one more: m and m′ become m′ and m″.
     *
     * @param names the symbols without their indices and primes
     */
    public Equations primed(Set<String> names) {
        return renamed(name -> names.contains(name.replace("′", "")) ? prime(name) : name);
    }

    /** η_{min} becomes η′_{min}. */
    private static String prime(String name) {
        int subscript = name.indexOf('_');
        return subscript < 0 ? name + "′" : name.substring(0, subscript) + "′" + name.substring(subscript);
    }

    /**
     * {@return these equations with as many primes as it takes to have no symbol in common with others, but for the one the last line defines}
     *
     * @param others the equations that are to stand beside these
     */
    public Equations apartFrom(Equations others) {
        Equations apart = this;
        Set<String> common = apart.namesAlsoIn(others);
        while (!common.isEmpty()) {
            apart = apart.primed(common);
            common = apart.namesAlsoIn(others);
        }
        Symbol last = new Symbol(apart.moved(), NOW);
        return apart.replaced(leaf -> leaf.equals(last) ? new Symbol(moved(), NOW) : leaf);
    }

    /** Without primes. */
    private Set<String> namesAlsoIn(Equations others) {
        return names().stream()
                .filter(others.names()::contains)
                .map(name -> name.replace("′", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return these equations with another name for a symbol, whatever its index}
     *
     * @param name the symbol without its index
     * @param other its new name
     */
    public Equations renamed(String name, String other) {
        String from = Symbol.parse(name).name();
        String to = Symbol.parse(other).name();
        return renamed(each -> each.equals(from) ? to : each);
    }

    private Equations renamed(UnaryOperator<String> name) {
        Map<String, Double> otherConstants = new LinkedHashMap<>();
        constants.forEach((symbol, value) -> {
            Symbol before = Symbol.parse(symbol);
            otherConstants.put(before.named(name.apply(before.name())).text(), value);
        });
        Map<String, Given> otherGivens = new LinkedHashMap<>();
        givens.forEach((symbol, given) -> otherGivens.put(name.apply(symbol), given));
        List<Line> otherLines =
                replaced(leaf -> leaf instanceof Symbol symbol ? symbol.named(name.apply(symbol.name())) : leaf).lines;
        return new Equations(otherLines, otherConstants, otherGivens);
    }

    /**
     * {@return these equations with another name for a symbol of the present step; what it was a step before keeps its name}
     *
     * <p>At steps where no line defines it, it is what it was a step before: where there are such, a line says so.
     *
     * @param name the symbol without its index
     * @param other its new name
     */
    public Equations renamedNow(String name, String other) {
        List<Line> renamed = new ArrayList<>();
        int last = -1;
        for (Line line : replaced(leaf -> leaf.equals(new Symbol(name, NOW)) ? new Symbol(other, NOW) : leaf).lines) {
            boolean forOneStep = line.left().name().equals(name) && line.isForOneLaterStep();
            renamed.add(
                    forOneStep
                            ? new Line(line.left().named(other), line.right(), line.condition(), line.where())
                            : line);
            last = line.left().equals(new Symbol(other, NOW)) ? renamed.size() - 1 : last;
        }
        if (last >= 0 && !renamed.get(last).applies()) {
            Symbol before = new Symbol(name, new Index.Relative(-1));
            renamed.add(last + 1, new Line(new Symbol(other, NOW), before, new Condition.Always()));
        }
        return new Equations(renamed, constants, givens);
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
     * {@return these equations begun some steps later: at step t they say what they said at step t − steps}
     *
     * <p>This is for equations without memory, such as a schedule's.
     *
     * @param steps how many steps later
     */
    public Equations later(long steps) {
        int offset = Math.toIntExact(steps);
        Expression clock = new Sum(new Time(), new Literal(steps), true);
        return onClock(clock)
                .replaced(leaf -> leaf instanceof Symbol symbol
                                && givens.containsKey(symbol.name())
                                && symbol.index() instanceof Index.Relative relative
                        ? new Symbol(symbol.name(), new Index.Relative(relative.offset() - offset))
                        : leaf);
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

    /**
     * {@return the values of all symbols at a step, computed from the lines of that step alone}
     *
     * <p>This is for equations without memory, such as a schedule's; a {@link Recurrence} steps those that remember.
     *
     * @param t the step
     * @throws IllegalStateException if a line uses a symbol that has no value at this step
     */
    public Snapshot at(long t) {
        return new ClosedForm(this, t).snapshot();
    }

    /** What to say of a symbol that has no value where a line wants it, and what to do about it. */
    IllegalStateException noValue(Symbol symbol, String when) {
        return new IllegalStateException(
                "equation: %s has no value at %s; %s, in\n%s".formatted(symbol.text(), when, wayOut(symbol), this));
    }

    private String wayOut(Symbol symbol) {
        String name = symbol.name();
        boolean isDefined = lines.stream().anyMatch(line -> line.left().name().equals(name));
        if (!isDefined && !(symbol.index() instanceof Index.Relative)) {
            String functions = name.matches("[A-Za-z]{2,}")
                    ? " (it is no function; those are %s)".formatted(Function.words())
                    : "";
            return "give it one by .with(\"%s\", …), or a line before its use%s".formatted(symbol.text(), functions);
        }
        if (name.startsWith("θ") && isDefined && !name.equals(moved())) {
            return "the last line defines what is moved, which is %s here; put the line of %s last"
                    .formatted(moved(), name);
        }
        if (lines.stream().anyMatch(line -> line.left().name().equals(name) && !line.applies())) {
            return "none of its lines applies to all of it there; add one without a condition before its use";
        }
        if (isDefined && symbol.index().equals(BEFORE)) {
            return "give it a start by a line such as %s_0 = 0; only what is moved, here %s, has one"
                    .formatted(name, moved());
        }
        return "a line before its use must define it";
    }

    /** {@return the plain text, one line below the other} */
    public String text() {
        return text(Spelling.LECTURE);
    }

    /**
     * {@return the plain text in the lecture's notation or its form in ASCII, one line below the other}
     *
     * @param spelling which of them
     * @throws IllegalArgumentException if a symbol has no spelling in ASCII
     */
    public String text(Spelling spelling) {
        return lines.stream().map(line -> line.text(spelling)).collect(Collectors.joining("\n"));
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
