package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our reverse mode against somebody else's forward mode: random expressions of up to four variables, whose value, gradient and all second
 * partial derivatives Commons Math's {@link DerivativeStructure} computes too.
 *
 * <p>An expression grows from a pool of variables and numbers; each new node takes its operands from the pool, so nodes are shared as in
 * real graphs. Domains are guarded: the logarithm is taken of u² + 1, relu only away from 0.
 */
class ForwardModeTest {
    private static final int NODES = 12;
    private static final double TOLERANCE = 1e-9;
    private static final double LARGE = 4; // beyond, a node is squashed, so that rounding errors are not amplified
    private static final Sigmoid SIGMOID = new Sigmoid();

    /** One expression, written down and computed by both. */
    private record Node(String text, Tensor ours, DerivativeStructure theirs) {
        double value() {
            return theirs.getValue();
        }

        Node then(String format, UnaryOperator<Tensor> f, UnaryOperator<DerivativeStructure> g) {
            return new Node(format.formatted(text), f.apply(ours), g.apply(theirs));
        }

        Node with(Node other, String format, BinaryOperator<Tensor> f, BinaryOperator<DerivativeStructure> g) {
            return new Node(
                    format.formatted(text, other.text), f.apply(ours, other.ours), g.apply(theirs, other.theirs));
        }

        Node squarePlusOne() {
            return then("(%s² + 1)", u -> u.pow(2).add(1), u -> u.pow(2).add(1));
        }

        Node tanh() {
            return then("tanh(%s)", Activations::tanh, DerivativeStructure::tanh);
        }
    }

    static IntStream expressions() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void valueGradientAndSecondPartialsAgree(int seed) {
        Numbers numbers = new Numbers(seed);
        int count = 1 + seed % 4;
        List<Tensor> x = new ArrayList<>();
        List<Node> pool = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double value = numbers.between(-2, 2);
            x.add(new Parameter("x" + i, Tensor.scalar(value)).value());
            pool.add(new Node("x" + i, x.get(i), new DerivativeStructure(count, 2, i, value)));
        }
        double constant = numbers.between(0.5, 2);
        pool.add(new Node("" + constant, Tensor.scalar(constant), new DerivativeStructure(count, 2, constant)));
        Node y = grow(pool, numbers);
        assertThat(y.ours.item()).as(y.text).isCloseTo(y.value(), tolerance(y.value()));
        checkPartials(y, x);
    }

    private static void checkPartials(Node y, List<Tensor> x) {
        List<Tensor> gradient = Derivatives.grad(y.ours, x);
        for (int i = 0; i < x.size(); i++) {
            int[] first = new int[x.size()];
            first[i]++;
            check(gradient.get(i), y, first);
            List<Tensor> row = Derivatives.grad(gradient.get(i), x);
            for (int j = 0; j < x.size(); j++) {
                int[] second = first.clone();
                second[j]++;
                check(row.get(j), y, second);
            }
        }
    }

    private static void check(Tensor ours, Node y, int[] orders) {
        double theirs = y.theirs.getPartialDerivative(orders);
        assertThat(ours.item())
                .as("partial derivative %s of %s", Arrays.toString(orders), y.text)
                .isCloseTo(theirs, tolerance(theirs));
    }

    private static Offset<Double> tolerance(double expected) {
        return within(TOLERANCE * Math.max(1, Math.abs(expected)));
    }

    /** Adds nodes to the pool; the result is a sum of the last ones, so that most of the pool takes part. */
    private static Node grow(List<Node> pool, Numbers numbers) {
        for (int n = 0; n < NODES; n++) {
            Node next = next(pick(pool, numbers), pick(pool, numbers), numbers);
            pool.add(Math.abs(next.value()) > LARGE ? next.tanh() : next);
        }
        Node y = pool.get(pool.size() - 1);
        for (int n = 2; n <= 3; n++) {
            y = y.with(pool.get(pool.size() - n), "(%s + %s)", Tensor::add, DerivativeStructure::add);
        }
        return y;
    }

    /** One of the last nodes more often than one of the first. */
    private static Node pick(List<Node> pool, Numbers numbers) {
        return pool.get(Math.max(numbers.below(pool.size()), numbers.below(pool.size())));
    }

    private static Node next(Node a, Node b, Numbers numbers) {
        double p = numbers.between(-1.5, 2.5);
        return switch (numbers.below(13)) {
            case 0 -> a.with(b, "(%s + %s)", Tensor::add, DerivativeStructure::add);
            case 1 -> a.with(b, "(%s - %s)", Tensor::sub, DerivativeStructure::subtract);
            case 2 -> a.with(b, "(%s * %s)", Tensor::mul, DerivativeStructure::multiply);
            case 3 -> a.with(b.squarePlusOne(), "(%s / %s)", Tensor::div, DerivativeStructure::divide);
            case 4 -> a.then("(-%s)", Tensor::neg, DerivativeStructure::negate);
            case 5 -> a.then("%s³", u -> u.pow(3), u -> u.pow(3));
            case 6 -> a.squarePlusOne().then("%s^" + p, u -> u.pow(p), u -> u.pow(p));
            case 7 -> a.tanh().then("exp(%s)", Tensor::exp, DerivativeStructure::exp);
            case 8 -> a.squarePlusOne().then("log%s", Tensor::log, DerivativeStructure::log);
            case 9 -> a.squarePlusOne().then("sqrt%s", Tensor::sqrt, DerivativeStructure::sqrt);
            case 10 -> a.tanh();
            case 11 -> a.then("sigmoid(%s)", Activations::sigmoid, SIGMOID::value);
            default -> relu(a);
        };
    }

    /** Theirs has no relu: it is u for u > 0 and the constant 0 otherwise. At the kink u is moved by 1. */
    private static Node relu(Node a) {
        Node u = Math.abs(a.value()) > 0.01 ? a : a.then("(%s + 1)", v -> v.add(1), v -> v.add(1));
        return u.then("relu(%s)", Activations::relu, v -> v.getValue() > 0 ? v : v.multiply(0));
    }
}
