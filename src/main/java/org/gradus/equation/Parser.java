package org.gradus.equation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one line by recursive descent: a method for each level of the notation, from loosest to tightest. */
final class Parser {
    private static final String WHERE = "where";
    private static final Set<String> NO_FACTOR = Set.of(
            "", ")", "}", ",", "+", "−", "/", "·", "×", "|", "‖", "⌋", "²", "^", "ᵀ", "=", "<", "≤", ">", "≥", "≠",
            "if", WHERE, "and", "_");

    private static final Set<String> BARS = Set.of("|", "‖"); // behind ᵀ they open

    /** A subscript in braces that is no step: words, numbers and the signs between them. */
    private static final String SUBSCRIPT_SIGNS = "_+−∞";

    private static final int DEEPEST = 200;

    private final String source;
    private final Tokens tokens;
    private final Deque<String> indices = new ArrayDeque<>();
    private int depth;

    Parser(String source) {
        this.source = source;
        this.tokens = new Tokens(source);
    }

    Line line() {
        Symbol left = defined();
        tokens.expect("=");
        Expression right = sum();
        Condition condition = new Condition.Always();
        Condition where = new Condition.Always();
        boolean more = tokens.accept(",");
        if (more && tokens.accept("if")) {
            condition = condition();
            more = tokens.accept(",") || tokens.peek().equals(WHERE);
        } else if (more && !tokens.peek().equals(WHERE)) {
            throw tokens.error("'if' or 'where'");
        }
        if (more) {
            tokens.expect(WHERE);
            where = condition();
        }
        tokens.expect("");
        return new Line(left, right, condition, where);
    }

    Symbol symbolAlone() {
        Symbol symbol = defined();
        tokens.expect("");
        return symbol;
    }

    private Symbol defined() {
        if (symbol() instanceof Symbol symbol) {
            return symbol;
        }
        throw new Tokens(source).error("a symbol to define, which the clock t is not,");
    }

    private Condition condition() {
        Expression left = sum();
        Relation relation = relation();
        Condition first = new Condition.Comparison(left, relation, sum());
        return tokens.accept("and") ? first.and(condition()) : first;
    }

    private Relation relation() {
        for (Relation relation : Relation.values()) {
            if (tokens.accept(relation.sign())) {
                return relation;
            }
        }
        throw tokens.error("one of < ≤ > ≥ = ≠ |");
    }

    private Expression sum() {
        Expression sum = tokens.accept("−") ? new Negative(product()) : product();
        while (true) {
            if (tokens.accept("+")) {
                sum = new Sum(sum, product(), false);
            } else if (tokens.accept("−")) {
                sum = new Sum(sum, product(), true);
            } else {
                return sum;
            }
        }
    }

    private Expression product() {
        if (tokens.accept("Σ")) {
            return summation();
        }
        Expression product = power();
        while (true) {
            if (tokens.accept("/")) {
                product = new Quotient(product, power());
            } else if (tokens.accept("×")) {
                product = new Times(product, power());
            } else if (tokens.accept("·") || !NO_FACTOR.contains(tokens.peek())) {
                product = new Product(product, power());
            } else {
                return product;
            }
        }
    }

    private Expression summation() {
        tokens.expect("_");
        tokens.expect("{");
        String index = index();
        tokens.expect("=");
        Expression from = sum();
        tokens.expect("}");
        tokens.expect("^");
        Expression to = exponent();
        indices.push(index);
        Expression body = power();
        indices.pop();
        return new Summation(index, from, to, body);
    }

    private String index() {
        if (!tokens.isName() || tokens.peek().equals("t")) {
            throw tokens.error("the index of a sum, which the clock t is not,");
        }
        return new Symbol(tokens.next(), new Index.None()).name();
    }

    /** A power; every bracket, bar and root inside another is one, so that this is where too many of them are refused. */
    private Expression power() {
        if (++depth > DEEPEST) {
            throw tokens.error("at most " + DEEPEST + " brackets and roots inside one another");
        }
        Expression power = powerOf();
        depth--;
        return power;
    }

    private Expression powerOf() {
        if (tokens.accept("√")) {
            return new Call(Function.SQRT, List.of(power()));
        }
        Expression base = atom();
        if (tokens.accept("²")) {
            return new PowerOf(base, new Literal(2));
        }
        if (tokens.accept("^")) {
            return new PowerOf(base, exponent());
        }
        if (tokens.accept("ᵀ")) {
            boolean alone = NO_FACTOR.contains(tokens.peek()) && !BARS.contains(tokens.peek());
            return alone ? new Transposed(base) : new Dot(base, atom());
        }
        return base;
    }

    private Expression exponent() {
        return tokens.accept("{") ? closed(sum(), "}") : atom();
    }

    private Expression atom() {
        if (tokens.accept("(")) {
            return closed(sum(), ")");
        }
        if (tokens.accept("|")) {
            return new Call(Function.ABS, List.of(closed(sum(), "|")));
        }
        if (tokens.accept("‖")) {
            return new Call(Function.NORM, List.of(closed(sum(), "‖")));
        }
        if (tokens.accept("⌊")) {
            return new Call(Function.FLOOR, List.of(closed(sum(), "⌋")));
        }
        if (tokens.accept("∇L")) {
            tokens.expect("(");
            return new GradientAt(closed(sum(), ")"));
        }
        return tokens.isNumber() ? number() : named();
    }

    private Literal number() {
        double number = Double.parseDouble(tokens.peek().replace('−', '-'));
        if (Double.isInfinite(number)) {
            throw tokens.error("a number that is finite as a double");
        }
        tokens.next();
        return new Literal(number);
    }

    /** A function of what follows in brackets, or a symbol. */
    private Expression named() {
        String name = tokens.peek();
        Optional<Function> function = Function.named(name);
        if (function.isPresent()) {
            tokens.next();
            return new Call(function.get(), arguments(function.get().arguments()));
        }
        if (tokens.accept(Dot.WORD)) {
            List<Expression> both = arguments(2);
            return new Dot(both.get(0), both.get(1));
        }
        if (tokens.accept(Transposed.WORD)) {
            return new Transposed(arguments(1).get(0));
        }
        boolean word = Spelling.head(name).matches("[A-Za-z]{2,}");
        if (tokens.isName() && word && tokens.isDirectlyBefore("(")) {
            throw tokens.error("one of the functions " + Function.words()
                    + " before a bracket, or a space between the factors of a product,");
        }
        return symbol();
    }

    private List<Expression> arguments(int count) {
        List<Expression> arguments = new ArrayList<>();
        tokens.expect("(");
        for (int i = 0; i < count; i++) {
            arguments.add(sum());
            tokens.expect(i + 1 < count ? "," : ")");
        }
        return arguments;
    }

    private Expression closed(Expression inside, String bracket) {
        tokens.expect(bracket);
        return inside;
    }

    private Expression symbol() {
        if (!tokens.isName() || isFunction(tokens.peek())) {
            throw tokens.error("a symbol, a number or a bracket");
        }
        StringBuilder name = new StringBuilder(Spelling.head(tokens.next()));
        while (tokens.accept("_")) {
            if (tokens.accept("{")) {
                return closed(subscripted(name.toString(), inBraces(), true), "}");
            }
            String mark = Spelling.mark(tokens.peek());
            if (mark.isEmpty()) {
                return subscripted(name.toString(), subscript(), false);
            }
            tokens.next();
            name.append(mark);
        }
        return name.toString().equals("t") ? new Time() : new Symbol(name.toString(), new Index.None());
    }

    private static boolean isFunction(String name) {
        return Function.named(name).isPresent() || name.equals(Dot.WORD) || name.equals(Transposed.WORD);
    }

    private String subscript() {
        if (!tokens.isName() && !tokens.isNumber() && !tokens.peek().equals("∞")) {
            throw tokens.error("a subscript");
        }
        return tokens.next();
    }

    private String inBraces() {
        StringBuilder subscript = new StringBuilder();
        while (tokens.isName() || tokens.isNumber() || isSubscriptSign()) {
            subscript.append(tokens.next());
        }
        if (subscript.isEmpty()) {
            throw tokens.error("a subscript");
        }
        return subscript.toString();
    }

    private boolean isSubscriptSign() {
        return !tokens.peek().isEmpty() && SUBSCRIPT_SIGNS.contains(tokens.peek());
    }

    private Symbol subscripted(String name, String subscript, boolean inBraces) {
        if (subscript.equals("t")) {
            return new Symbol(name, new Index.Relative(0));
        }
        if (subscript.matches("t[+−]\\d+")) {
            int offset = (int) step(subscript.substring(2));
            return new Symbol(name, new Index.Relative(subscript.charAt(1) == '−' ? -offset : offset));
        }
        if (subscript.matches("\\d+")) {
            return new Symbol(name, new Index.Fixed(step(subscript)));
        }
        String word = Spelling.subscript(subscript);
        if (indices.contains(word)) {
            return new Symbol(name, new Index.Named(word));
        }
        String own = inBraces ? subscript : word;
        return new Symbol(name + "_" + (own.length() == 1 ? own : "{" + own + "}"), new Index.None());
    }

    private long step(String digits) {
        if (digits.length() > 9) {
            throw tokens.error("a step of at most 9 digits in the subscript before");
        }
        return Long.parseLong(digits);
    }
}
