package org.gradus.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.equation.Call;
import org.gradus.equation.Condition;
import org.gradus.equation.Dot;
import org.gradus.equation.Equations;
import org.gradus.equation.Expression;
import org.gradus.equation.Expression.Binding;
import org.gradus.equation.GradientAt;
import org.gradus.equation.Line;
import org.gradus.equation.Literal;
import org.gradus.equation.Negative;
import org.gradus.equation.PowerOf;
import org.gradus.equation.Product;
import org.gradus.equation.Quotient;
import org.gradus.equation.Sum;
import org.gradus.equation.Summation;
import org.gradus.equation.Symbol;
import org.gradus.equation.Times;
import org.gradus.equation.Transposed;

/**
 * Formulas as MathML, which browsers show as formulas.
 *
 * <p>A substitution may put something else in place of any part: so the same walk over the tree gives the lecture's line and the line with the
 * numbers of a step.
 */
public final class MathMl {
    /** What surrounds a part of a formula, on which depends whether a negative number in its place needs brackets. */
    public enum Place {
        /** At the beginning, or in brackets of its own. */
        FIRST,
        /** After a sign. */
        OPERAND,
        /** Below an exponent. */
        BASE
    }

    /** What to put in place of a part of a formula. */
    @FunctionalInterface
    public interface Substitution {
        /**
         * {@return MathML to stand in place of a part; empty to leave the part as it is}
         *
         * @param part the part
         * @param place what surrounds it
         */
        Optional<String> of(Expression part, Place place);
    }

    private final Substitution substitution;
    private final String times;

    /**
     * The walk that replaces some parts, by numbers, say; factors stand around the sign of multiplication.
     *
     * @param substitution what stands in place of which part
     */
    public MathMl(Substitution substitution) {
        this(substitution, "<mo>·</mo>");
    }

    private MathMl(Substitution substitution, String times) {
        this.substitution = substitution;
        this.times = times;
    }

    /** {@return the walk that leaves every symbol; factors stand side by side} */
    public static MathMl symbols() {
        return new MathMl((part, place) -> Optional.empty(), "<mspace width=\"0.17em\"></mspace>");
    }

    /**
     * {@return a formula in one piece, a math element}
     *
     * @param formula the formula
     */
    public String of(Expression formula) {
        return math(of(formula, Place.FIRST));
    }

    /**
     * {@return a comparison in one piece}
     *
     * @param comparison the comparison
     */
    public String of(Condition.Comparison comparison) {
        return math(of(comparison.left(), Place.FIRST)
                + element("mo", Markup.escape(comparison.relation().sign()))
                + of(comparison.right(), Place.FIRST));
    }

    /**
     * {@return a formula in pieces, between which a line may be broken: before each term, each factor, and each of several arguments}
     *
     * @param formula the formula
     */
    public String pieces(Expression formula) {
        return pieces(formula, Place.FIRST).stream().map(MathMl::math).collect(Collectors.joining("<wbr>"));
    }

    /**
     * {@return a line of equations, with its condition}
     *
     * @param line the line
     */
    public String of(Line line) {
        return math(of(line.left(), Place.FIRST) + "<mo>=</mo>" + of(line.right(), Place.FIRST))
                + condition(" if ", line.condition())
                + condition(" where ", line.where());
    }

    private String condition(String word, Condition condition) {
        List<Condition.Comparison> comparisons = comparisons(condition);
        return comparisons.isEmpty()
                ? ""
                : word + comparisons.stream().map(this::of).collect(Collectors.joining(" and "));
    }

    /**
     * {@return the comparisons of a condition, which must all hold; none if it always holds}
     *
     * @param condition the condition
     */
    public static List<Condition.Comparison> comparisons(Condition condition) {
        if (condition instanceof Condition.And and) {
            List<Condition.Comparison> both = new ArrayList<>(comparisons(and.first()));
            both.addAll(comparisons(and.second()));
            return both;
        }
        return condition instanceof Condition.Comparison comparison ? List.of(comparison) : List.of();
    }

    /**
     * {@return equations as HTML, a paragraph for each line}
     *
     * @param equations the equations
     */
    public static String lines(Equations equations) {
        return equations.lines().stream()
                .map(line -> "<p>" + symbols().of(line) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String math(String content) {
        return "<math displaystyle=\"true\">" + content + "</math>";
    }

    private List<String> pieces(Expression formula, Place place) {
        List<String> pieces = new ArrayList<>();
        if (formula instanceof Sum sum) {
            pieces.addAll(pieces(sum.left(), place));
            List<String> term = bindsLess(sum.right(), Binding.PRODUCT)
                    ? List.of(operand(sum.right(), Binding.PRODUCT, Place.OPERAND))
                    : pieces(sum.right(), Place.OPERAND);
            pieces.add(sign(sum) + term.get(0));
            pieces.addAll(term.subList(1, term.size()));
        } else if (formula instanceof Product product && !bindsLess(product.left(), Binding.PRODUCT)) {
            pieces.addAll(pieces(product.left(), place));
            pieces.add(times(product) + operand(product.right(), Binding.POWER, Place.OPERAND));
        } else if (formula instanceof Call call && call.arguments().size() > 2) {
            pieces.addAll(argumentByArgument(call));
        } else {
            pieces.add(of(formula, place));
        }
        return pieces;
    }

    /** A long call; no bracket knows how high the others are, so all are as high as a fraction. */
    private List<String> argumentByArgument(Call call) {
        List<String> pieces = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            boolean first = pieces.isEmpty();
            boolean last = pieces.size() == call.arguments().size() - 1;
            pieces.add((first ? element("mi", call.function().word()) + "<mo minsize=\"2.4em\">(</mo>" : "")
                    + row(of(argument, Place.FIRST))
                    + (last ? "<mo minsize=\"2.4em\">)</mo>" : "<mo>,</mo>"));
        }
        return pieces;
    }

    private String of(Expression part, Place place) {
        return substitution.of(part, place).orElseGet(() -> structure(part, place));
    }

    private String structure(Expression part, Place place) {
        if (part instanceof Literal literal) {
            return element("mn", literal.text());
        }
        if (part instanceof Symbol symbol) {
            return SymbolMathMl.of(symbol);
        }
        if (part instanceof Negative negative) {
            return "<mo>−</mo>" + operand(negative.operand(), Binding.PRODUCT, Place.OPERAND);
        }
        if (part instanceof Sum sum) {
            return of(sum.left(), place) + sign(sum) + operand(sum.right(), Binding.PRODUCT, Place.OPERAND);
        }
        if (part instanceof Product product) {
            return operand(product.left(), Binding.PRODUCT, place)
                    + times(product)
                    + operand(product.right(), Binding.POWER, Place.OPERAND);
        }
        if (part instanceof Quotient quotient) {
            return element(
                    "mfrac", row(of(quotient.dividend(), Place.FIRST)), row(of(quotient.divisor(), Place.FIRST)));
        }
        return part instanceof PowerOf power ? power(power) : function(part);
    }

    private String power(PowerOf power) {
        String exponent = row(of(power.exponent(), Place.FIRST));
        boolean symbol = power.base() instanceof Symbol base
                && substitution.of(base, Place.BASE).isEmpty();
        return symbol
                ? SymbolMathMl.power((Symbol) power.base(), exponent)
                : element("msup", row(operand(power.base(), Binding.ATOM, Place.BASE)), exponent);
    }

    private String function(Expression part) {
        if (part instanceof Call call) {
            return call(call);
        }
        if (part instanceof Dot dot) {
            String left = row(operand(dot.left(), Binding.ATOM, Place.BASE));
            return element("msup", left, "<mo>⊤</mo>") + operand(dot.right(), Binding.ATOM, Place.BASE);
        }
        if (part instanceof Times times) {
            return operand(times.left(), Binding.PRODUCT, Place.FIRST)
                    + "<mo>×</mo>"
                    + operand(times.right(), Binding.POWER, Place.OPERAND);
        }
        if (part instanceof Transposed transposed) {
            return element("msup", row(operand(transposed.matrix(), Binding.ATOM, Place.BASE)), "<mo>⊤</mo>");
        }
        if (part instanceof Summation sum) {
            String from = row(element("mi", sum.index()), "<mo>=</mo>", of(sum.from(), Place.FIRST));
            return element("munderover", "<mo>∑</mo>", from, row(of(sum.to(), Place.FIRST)))
                    + operand(sum.body(), Binding.POWER, Place.OPERAND);
        }
        if (part instanceof GradientAt gradient) {
            return "<mo>∇</mo><mi>L</mi>" + inBrackets(of(gradient.point(), Place.FIRST));
        }
        return element("mi", part.text()); // the clock t
    }

    private String call(Call call) {
        String first = of(call.arguments().get(0), Place.FIRST);
        return switch (call.function()) {
            case SQRT -> element("msqrt", first);
            case ABS -> row(fence("|"), first, fence("|"));
            case NORM -> row(fence("‖"), first, fence("‖"));
            case FLOOR -> row(fence("⌊"), first, fence("⌋"));
            default ->
                element("mi", call.function().word())
                        + inBrackets(call.arguments().stream()
                                .map(argument -> of(argument, Place.FIRST))
                                .collect(Collectors.joining("<mo>,</mo>")));
        };
    }

    private String operand(Expression operand, Binding least, Place place) {
        return bindsLess(operand, least) ? inBrackets(of(operand, Place.FIRST)) : of(operand, place);
    }

    /** A fraction and a root show by their bars what belongs to them. */
    private static boolean bindsLess(Expression operand, Binding least) {
        Binding binding = operand instanceof Quotient
                ? Binding.POWER
                : operand instanceof Call ? Binding.ATOM : operand.binding();
        return binding.compareTo(least) < 0;
    }

    private static String sign(Sum sum) {
        return "<mo form=\"infix\">" + (sum.minus() ? "−" : "+") + "</mo>";
    }

    private String times(Product product) {
        return Character.isDigit(product.right().text().charAt(0)) ? "<mo>·</mo>" : times;
    }

    private static String inBrackets(String content) {
        return row("<mo>(</mo>", content, "<mo>)</mo>");
    }

    private static String fence(String sign) {
        return "<mo fence=\"true\">" + sign + "</mo>";
    }

    private static String row(String... content) {
        return element("mrow", content);
    }

    private static String element(String name, String... content) {
        return "<" + name + ">" + String.join("", content) + "</" + name + ">";
    }
}
