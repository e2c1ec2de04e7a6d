package org.gradus.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.tensor.RandomStream;

/** Lines drawn at random, of every kind of formula inside every other. */
final class RandomLines {
    private static final List<String> NAMES = List.of(
            "m",
            "v̂",
            "β1",
            "β12",
            "θ′",
            "φ′′",
            "g̃",
            "ρ_∞",
            "T_w",
            "η_{min}",
            "η′_{max}",
            "lr",
            "ĝ",
            "x_{a_b}",
            "Δθ",
            "ε̂",
            "x_{lambda}",
            "x_λ",
            "x_{hat}");
    private static final List<Double> NUMBERS =
            List.of(0.0, 1.0, 2.0, 3.0, 10.0, 0.5, 0.001, 1e-8, 1e-30, 1e22, 0.1 + 0.2);

    private final RandomStream random;
    private final List<String> indices = new ArrayList<>();

    private RandomLines(RandomStream random) {
        this.random = random;
    }

    static Stream<Line> ofSeed(long seed, int count) {
        RandomLines lines = new RandomLines(new RandomStream(seed));
        return Stream.generate(lines::line).limit(count);
    }

    private Line line() {
        Symbol left = symbol();
        boolean elements = !(left.index() instanceof Index.None) && random.below(3) == 0;
        Condition where = elements ? condition(2) : new Condition.Always();
        return new Line(left, expression(5), random.below(2) == 0 ? new Condition.Always() : condition(2), where);
    }

    private Condition condition(int depth) {
        if (depth == 0 || random.below(2) == 0) {
            Relation relation = one(List.of(Relation.values()));
            return new Condition.Comparison(expression(2), relation, expression(2));
        }
        return new Condition.And(condition(depth - 1), condition(depth - 1));
    }

    private Expression expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.below(12)) {
            case 0 -> leaf();
            case 1 -> new Negative(expression(depth - 1));
            case 2, 3 -> new Sum(expression(depth - 1), expression(depth - 1), random.below(2) == 0);
            case 4, 5 -> new Product(expression(depth - 1), expression(depth - 1));
            case 6 -> new Quotient(expression(depth - 1), expression(depth - 1));
            case 7 -> new PowerOf(expression(depth - 1), expression(depth - 1));
            case 8 -> new Dot(expression(depth - 1), expression(depth - 1));
            case 9 -> new GradientAt(expression(depth - 1));
            case 10 -> summation(depth);
            default -> call(depth);
        };
    }

    private Expression call(int depth) {
        Function function = one(List.of(Function.values()));
        return new Call(
                function,
                Stream.generate(() -> expression(depth - 1))
                        .limit(function.arguments())
                        .toList());
    }

    private Expression summation(int depth) {
        String index = one(List.of("i", "j", "τ"));
        Expression from = expression(1);
        Expression to = expression(1);
        indices.add(index);
        Expression body = expression(depth - 1);
        indices.remove(indices.size() - 1);
        return new Summation(index, from, to, body);
    }

    private Expression leaf() {
        return switch (random.below(5)) {
            case 0 -> new Time();
            case 1, 2 -> new Literal(one(NUMBERS));
            case 3 ->
                indices.isEmpty() ? symbol() : new Symbol(one(NAMES.subList(0, 7)), new Index.Named(one(indices)));
            default -> symbol();
        };
    }

    private Symbol symbol() {
        return switch (random.below(3)) {
            case 0 -> new Symbol(one(NAMES), new Index.None());
            case 1 -> new Symbol(one(NAMES.subList(0, 7)), new Index.Fixed(random.below(20)));
            default -> new Symbol(one(NAMES.subList(0, 7)), new Index.Relative(random.below(5) - 2));
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.below(of.size()));
    }
}
