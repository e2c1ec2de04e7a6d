package org.gradus.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.view.Markup;

/**
 * Formulas in LaTeX as MathML, which browsers lay out without a script: the part of LaTeX that lessons use. Anything else is refused, so that
 * no formula is shown otherwise than it is meant.
 *
 * <p>Libraries that do this write {@code mfenced}, which browsers no longer know.
 */
final class LatexMath {
    private static final String HIGH_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOW_DIGITS = "₀₁₂₃₄₅₆₇₈₉";

    private final LatexTokens tokens;
    private final boolean display;

    private LatexMath(String latex, boolean display) {
        this.tokens = new LatexTokens(latex);
        this.display = display;
    }

    /**
     * A formula on lines of its own.
     *
     * @param latex the formula, without dollar signs
     * @throws IllegalArgumentException if it has what is not known here; the message says what
     */
    static String display(String latex) {
        return "<math display=\"block\">" + new LatexMath(latex, true).whole() + "</math>";
    }

    /** A formula in a line of text. */
    static String inline(String latex) {
        return "<math>" + new LatexMath(latex, false).whole() + "</math>";
    }

    private String whole() {
        String body = lines(this::atEnd, "aligned");
        if (!tokens.atEnd()) {
            throw refusal("there is a '%s' without its beginning".formatted(tokens.peek()));
        }
        return body;
    }

    private boolean atEnd(String token) {
        return token.isEmpty();
    }

    /** What stands up to a token: a row, or, with & or \\ in it, a table of rows. */
    private String lines(Function<String, Boolean> end, String kind) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        rows.get(0).add(row(end));
        while (tokens.peek().equals("&") || tokens.peek().equals("\\\\")) {
            boolean next = tokens.next().equals("\\\\");
            if (next && end.apply(tokens.peek())) {
                break;
            }
            if (next) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(row(end));
        }
        return rows.size() == 1 && rows.get(0).size() == 1
                ? "<mrow>" + rows.get(0).get(0) + "</mrow>"
                : table(rows, kind);
    }

    private static String table(List<List<String>> rows, String kind) {
        StringBuilder table = new StringBuilder(
                "<mtable class=\"%s\"%s>".formatted(kind, kind.equals("aligned") ? " displaystyle=\"true\"" : ""));
        for (List<String> row : rows) {
            table.append("<mtr>");
            row.forEach(cell -> table.append("<mtd>").append(cell).append("</mtd>"));
            table.append("</mtr>");
        }
        return table.append("</mtable>").toString();
    }

    private String row(Function<String, Boolean> end) {
        StringBuilder row = new StringBuilder();
        while (!tokens.atEnd() && !end.apply(tokens.peek()) && !isBoundary(tokens.peek())) {
            row.append(scripted());
        }
        return row.toString();
    }

    private static boolean isBoundary(String token) {
        return List.of("&", "\\\\", "}", "\\right", "\\end").contains(token);
    }

    /** An atom with what stands below and above it. */
    private String scripted() {
        String first = tokens.peek();
        boolean limits = display && hasLimits(first);
        String base = first.equals("^") || first.equals("_") ? "<mrow></mrow>" : atom();
        if (tokens.peek().equals("\\limits")) {
            tokens.next();
            limits = true;
        }
        String low = "";
        String high = "";
        while (tokens.peek().equals("^")
                || tokens.peek().equals("_")
                || tokens.peek().equals("'")) {
            String sign = tokens.next();
            if (sign.equals("'")) {
                high += "<mo>′</mo>";
            } else if (sign.equals("_") && low.isEmpty()) {
                low = argument();
            } else if (sign.equals("^") && !high.contains("<mrow>")) {
                high += argument();
            } else {
                throw refusal(
                        "there are two '%s' at one place; put the first with its letter into braces".formatted(sign));
            }
        }
        return scripts(base, low, high.isEmpty() ? "" : "<mrow>" + high + "</mrow>", limits);
    }

    private static boolean hasLimits(String token) {
        String name = token.replaceFirst("^\\\\", "");
        return token.startsWith("\\")
                && (LatexSigns.LARGE.containsKey(name) && !name.equals("int") || LatexSigns.LIMITS.contains(name));
    }

    private static String scripts(String base, String low, String high, boolean limits) {
        if (low.isEmpty() && high.isEmpty()) {
            return base;
        }
        String element = low.isEmpty()
                ? limits ? "mover" : "msup"
                : high.isEmpty() ? limits ? "munder" : "msub" : limits ? "munderover" : "msubsup";
        return "<" + element + ">" + base + low + high + "</" + element + ">";
    }

    /** One letter, digit, command or group in braces. */
    private String argument() {
        if (tokens.peek().matches("\\d..*")) {
            throw refusal("of %s LaTeX would take the first digit only; put it into braces".formatted(tokens.peek()));
        }
        return tokens.peek().equals("{") ? atom() : "<mrow>" + atom() + "</mrow>";
    }

    private String atom() {
        String token = tokens.next();
        if (token.isEmpty() || isBoundary(token) && !token.equals("{")) {
            throw refusal(
                    token.isEmpty() ? "it ends too early" : "there is a '%s' without its beginning".formatted(token));
        }
        if (token.equals("{")) {
            String group = lines("}"::equals, "aligned");
            expect("}");
            return group;
        }
        return token.startsWith("\\") ? command(token.substring(1)) : plain(token);
    }

    private static String plain(String token) {
        if (Character.isDigit(token.charAt(0))) {
            return "<mn>" + token + "</mn>";
        }
        if (HIGH_DIGITS.contains(token)) {
            return "<msup><mrow></mrow><mn>" + HIGH_DIGITS.indexOf(token) + "</mn></msup>";
        }
        if (LOW_DIGITS.contains(token)) {
            return "<msub><mrow></mrow><mn>" + LOW_DIGITS.indexOf(token) + "</mn></msub>";
        }
        if (Character.isLetter(token.codePointAt(0)) || token.equals("∂") || token.equals("∇") || token.equals("∞")) {
            return "<mi>" + token + "</mi>";
        }
        return switch (token) {
            case "-" -> "<mo>−</mo>";
            case "*" -> "<mo>∗</mo>";
            case "~" -> space("0.33");
            case "(", ")", "[", "]", "|" -> "<mo stretchy=\"false\">" + token + "</mo>";
            default -> "<mo>" + Markup.escape(token) + "</mo>";
        };
    }

    private static String space(String em) {
        return "<mspace width=\"" + em + "em\"></mspace>";
    }

    private String command(String name) {
        if (LatexSigns.LETTERS.containsKey(name)) {
            String letter = LatexSigns.LETTERS.get(name);
            boolean upright = Character.isUpperCase(letter.charAt(0)) || "∞∇∅".contains(letter);
            return "<mi" + (upright ? " mathvariant=\"normal\"" : "") + ">" + letter + "</mi>";
        }
        if (LatexSigns.OPERATORS.containsKey(name)) {
            return "<mo>" + LatexSigns.OPERATORS.get(name) + "</mo>";
        }
        if (LatexSigns.LARGE.containsKey(name)) {
            return "<mo>" + LatexSigns.LARGE.get(name) + "</mo>";
        }
        if (LatexSigns.FUNCTIONS.contains(name) || LatexSigns.LIMITS.contains(name)) {
            return function(name);
        }
        if (LatexSigns.SPACES.containsKey(name)) {
            return space(LatexSigns.SPACES.get(name));
        }
        if (LatexSigns.ACCENTS.containsKey(name)) {
            return accent(name);
        }
        return LatexSigns.FENCES.containsKey(name)
                        && !List.of("(", ")", "[", "]", ".").contains(name)
                ? "<mo stretchy=\"false\">" + LatexSigns.FENCES.get(name) + "</mo>"
                : structure(name);
    }

    private String accent(String name) {
        boolean wide = name.startsWith("wide") || name.startsWith("over");
        return "<mover accent=\"true\">%s<mo stretchy=\"%s\">%s</mo></mover>"
                .formatted(argument(), wide, LatexSigns.ACCENTS.get(name));
    }

    private static String upright(String word) {
        return "<mi mathvariant=\"normal\">" + Markup.escape(word) + "</mi>";
    }

    /** A function's name, with a thin space where an argument follows without brackets. */
    private String function(String name) {
        String next = tokens.peek();
        boolean bare =
                !next.isEmpty() && !"([{^_)]},'&=+-".contains(next) && !isBoundary(next) && !next.startsWith("\\left");
        return upright(name) + (bare ? space("0.17") : "");
    }

    private String structure(String name) {
        return switch (name) {
            case "frac", "tfrac" -> "<mfrac>" + argument() + argument() + "</mfrac>";
            case "dfrac" -> "<mstyle displaystyle=\"true\"><mfrac>" + argument() + argument() + "</mfrac></mstyle>";
            case "binom" ->
                "<mrow><mo>(</mo><mfrac linethickness=\"0\">" + argument() + argument() + "</mfrac><mo>)</mo></mrow>";
            case "sqrt" -> root();
            case "underbrace" -> "<munder>" + argument() + "<mo stretchy=\"true\">⏟</mo></munder>";
            case "left" -> fenced();
            case "begin" -> environment();
            case "text", "textrm" -> text(tokens.words());
            case "mathrm", "operatorname", "operatorname*" -> function(tokens.words());
            case "mathbf", "boldsymbol", "bm" -> "<mrow class=\"bold\">" + argument() + "</mrow>";
            case "mathbb" -> styled(LatexSigns.DOUBLE, "\\mathbb");
            case "mathcal" -> styled(LatexSigns.SCRIPT, "\\mathcal");
            case "displaystyle" -> "";
            case "big", "Big", "bigl", "bigr", "Bigl", "Bigr" -> sized();
            case "%", "#", "_", "$" -> "<mo>" + name + "</mo>";
            case "&" -> "<mo>&amp;</mo>";
            case " " -> space("0.33");
            default ->
                throw refusal("there is no \\%s in the LaTeX that the book knows; write it with what lessons use"
                        .formatted(name));
        };
    }

    private static String text(String words) {
        String kept = Markup.escape(words).replaceAll("^ | $", "\u00a0");
        return "<mtext>" + kept + "</mtext>";
    }

    private String styled(Map<String, String> letters, String command) {
        String letter = tokens.words();
        if (!letters.containsKey(letter)) {
            throw refusal("there is no %s{%s} here; the letters are %s"
                    .formatted(command, letter, String.join(" ", letters.keySet())));
        }
        return "<mi mathvariant=\"normal\">" + letters.get(letter) + "</mi>";
    }

    private String root() {
        if (!tokens.peek().equals("[")) {
            return "<msqrt>" + argument() + "</msqrt>";
        }
        tokens.next();
        String degree = row("]"::equals);
        expect("]");
        return "<mroot>" + argument() + "<mrow>" + degree + "</mrow></mroot>";
    }

    private String fenced() {
        String left = fence("\\left");
        String inside = lines("\\right"::equals, "aligned");
        expect("\\right");
        return "<mrow>" + mark(left, "prefix") + inside + mark(fence("\\right"), "postfix") + "</mrow>";
    }

    private String sized() {
        return "<mo stretchy=\"true\" minsize=\"1.4em\" maxsize=\"1.4em\">" + fence("\\big") + "</mo>";
    }

    /** The bracket that follows. */
    private String fence(String command) {
        String token = tokens.next();
        String sign = LatexSigns.FENCES.get(token.equals("|") ? "vert" : token.replaceFirst("^\\\\(?=.)", ""));
        if (sign == null) {
            throw refusal("after %s a bracket is expected, found '%s'".formatted(command, token));
        }
        return sign;
    }

    private static String mark(String sign, String form) {
        return sign.equals(".") ? "" : "<mo form=\"%s\" stretchy=\"true\" fence=\"true\">%s</mo>".formatted(form, sign);
    }

    private String environment() {
        String name = tokens.words();
        String kind = switch (name) {
            case "align", "align*", "aligned", "split" -> "aligned";
            case "gather", "gather*", "gathered" -> "gathered";
            case "cases" -> "cases";
            case "matrix", "pmatrix", "bmatrix", "vmatrix" -> "matrix";
            default ->
                throw refusal(
                        "there is no environment '%s' in the LaTeX that the book knows; take align*, cases, pmatrix or bmatrix"
                                .formatted(name));
        };
        String body = lines("\\end"::equals, kind);
        expect("\\end");
        String end = tokens.words();
        if (!end.equals(name)) {
            throw refusal("\\begin{%s} ends with \\end{%s}".formatted(name, end));
        }
        return switch (name) {
            case "cases" -> "<mrow>" + mark("{", "prefix") + body + "</mrow>";
            case "pmatrix" -> "<mrow>" + mark("(", "prefix") + body + mark(")", "postfix") + "</mrow>";
            case "bmatrix" -> "<mrow>" + mark("[", "prefix") + body + mark("]", "postfix") + "</mrow>";
            case "vmatrix" -> "<mrow>" + mark("|", "prefix") + body + mark("|", "postfix") + "</mrow>";
            default -> body;
        };
    }

    private void expect(String token) {
        String found = tokens.next();
        if (!found.equals(token)) {
            throw refusal("a '%s' is missing".formatted(token) + (found.isEmpty() ? "" : ", found '" + found + "'"));
        }
    }

    private IllegalArgumentException refusal(String why) {
        return tokens.refusal(why);
    }
}
