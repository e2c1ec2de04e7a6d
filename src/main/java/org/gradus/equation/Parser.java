package org.gradus.equation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads one line by recursive descent: a method for each level of the notation, from loosest to tightest. */
final class Parser {
    private static final Set<String> NO_FACTOR = Set.of(
            "", ")", "}", ",", "+", "−", "/", "·", "|", "‖", "⌋", "²", "^", "ᵀ", "=", "<", "≤", ">", "≥", "≠", "if",
            "and", "_");

    private final String source;
    private final Tokens tokens;
    private final Deque<String> indices = new ArrayDeque<>();

    Parser(String source) {
        this.source = source;
        this.tokens = new Tokens(source);
    }

    Line line() {
        Symbol left = defined();
        tokens.expect("=");
        Expression right = sum();
        Condition condition = new Condition.Always();
        if (tokens.accept(",")) {
            tokens.expect("if");
            condition = condition();
        }
        tokens.expect("");
        return new Line(left, right, condition);
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
        String index = tokens.next();
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

    private Expression power() {
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
        return tokens.accept("ᵀ") ? new Dot(base, atom()) : base;
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
        for (Function function : Function.values()) {
            if (Character.isLetter(function.word().charAt(0)) && tokens.accept(function.word())) {
                return call(function);
            }
        }
        return tokens.isNumber() ? new Literal(Double.parseDouble(tokens.next())) : symbol();
    }

    private Expression call(Function function) {
        List<Expression> arguments = new ArrayList<>();
        tokens.expect("(");
        for (int i = 0; i < function.arguments(); i++) {
            arguments.add(sum());
            tokens.expect(i + 1 < function.arguments() ? "," : ")");
        }
        return new Call(function, arguments);
    }

    private Expression closed(Expression inside, String bracket) {
        tokens.expect(bracket);
        return inside;
    }

    private Expression symbol() {
        if (!tokens.isName()) {
            throw tokens.error("a symbol, a number or a bracket");
        }
        String name = tokens.next();
        if (!tokens.accept("_")) {
            return name.equals("t") ? new Time() : new Symbol(name, new Index.None());
        }
        if (!tokens.accept("{")) {
            return subscripted(name, tokens.next());
        }
        StringBuilder subscript = new StringBuilder();
        while (!tokens.peek().isEmpty() && !tokens.peek().equals("}")) {
            subscript.append(tokens.next());
        }
        return closed(subscripted(name, subscript.toString()), "}");
    }

    private Symbol subscripted(String name, String subscript) {
        if (subscript.equals("t")) {
            return new Symbol(name, new Index.Relative(0));
        }
        if (subscript.matches("t[+−]\\d{1,9}")) {
            int offset = Integer.parseInt(subscript.substring(2));
            return new Symbol(name, new Index.Relative(subscript.charAt(1) == '−' ? -offset : offset));
        }
        if (subscript.matches("\\d{1,18}")) {
            return new Symbol(name, new Index.Fixed(Long.parseLong(subscript)));
        }
        if (indices.contains(subscript)) {
            return new Symbol(name, new Index.Named(subscript));
        }
        if (subscript.isEmpty()) {
            throw tokens.error("a subscript");
        }
        return new Symbol(name + "_" + (subscript.length() == 1 ? subscript : "{" + subscript + "}"), new Index.None());
    }
}
