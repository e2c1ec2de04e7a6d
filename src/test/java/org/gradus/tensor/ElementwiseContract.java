package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every element-wise op keeps: a test supplies a formula per op (or per constant of one op) and inherits samples and checks. */
public interface ElementwiseContract extends OpContract {

    /** The formulas of the op, one for each choice of its constants. */
    List<ElementFormula> formulas();

    @Override
    default List<Sample> samples() {
        List<Shape> shapes = List.of(
                Shape.SCALAR,
                Shape.of(1, 1),
                Shape.of(9),
                Shape.of(2, 3),
                Shape.of(3, 1, 2),
                Shape.of(0),
                Shape.of(2, 0, 3));
        List<Sample> samples = new ArrayList<>();
        for (ElementFormula formula : formulas()) {
            Numbers numbers = new Numbers(11);
            for (Shape shape : shapes) {
                samples.add(sample(formula, draw(formula, shape, numbers)));
            }
        }
        return samples;
    }

    @Override
    default List<Sample> edges() {
        return formulas().stream().flatMap(ElementwiseContract::edges).toList();
    }

    @Override
    default List<Refusal> refusals() {
        return formulas().stream()
                .filter(formula -> formula.arity() > 1)
                .map(formula -> Refusal.of(
                        formula.op(),
                        formula.op().name() + ": shapes (2, 3) and (3) differ; expand them to a common shape first",
                        shapes(formula.arity())))
                .toList();
    }

    @TestFactory
    default Stream<DynamicTest> derivativesAtTheEdgesAreTheDocumentedOnes() {
        return formulas().stream()
                .flatMap(formula -> formula.edges().stream()
                        .filter(edge -> edge.slopes() != null)
                        .map(edge -> DynamicTest.dynamicTest(
                                formula.op() + " at " + Arrays.toString(edge.x()), () -> checkSlopes(formula, edge))));
    }

    private static void checkSlopes(ElementFormula formula, Edge edge) {
        Tensor[] x = Arrays.stream(edge.x()).mapToObj(Tensor::scalar).toArray(Tensor[]::new);
        Tensor y = Tensor.apply(formula.op(), x);
        for (int i = 0; i < x.length; i++) {
            Tensor slope = formula.op().vjp(i, Tensor.scalar(1), y, x);
            double found = slope == null ? 0 : slope.item();
            assertThat(found + 0.0)
                    .as("by input " + i)
                    .isEqualTo(Double.valueOf(edge.slopes()[i] + 0.0)); // −0.0 as 0.0
        }
    }

    private static Sample sample(ElementFormula formula, Tensor[] x) {
        return Sample.of(formula.op(), x)
                .gives(
                        x[0].shape(),
                        index -> formula.function()
                                .of(Arrays.stream(x)
                                        .mapToDouble(input -> input.get(index))
                                        .toArray()))
                .within(formula.ulps());
    }

    /** The edges of a formula as one vector per input: op and table must agree bit for bit. */
    private static Stream<Sample> edges(ElementFormula formula) {
        List<Edge> edges = formula.edges();
        if (edges.isEmpty()) {
            return Stream.empty();
        }
        Tensor[] x = new Tensor[formula.arity()];
        for (int i = 0; i < x.length; i++) {
            int input = i;
            x[i] = Tensor.of(edges.stream().mapToDouble(edge -> edge.x()[input]).toArray());
        }
        double[] y = edges.stream().mapToDouble(Edge::y).toArray();
        return Stream.of(Sample.of(formula.op(), x).gives(Shape.of(y.length), y));
    }

    private static Tensor[] draw(ElementFormula formula, Shape shape, Numbers numbers) {
        Tensor[] x = new Tensor[formula.arity()];
        for (int i = 0; i < x.length; i++) {
            double[] data = new double[shape.size()];
            for (int j = 0; j < data.length; j++) {
                double[] interval =
                        formula.smooth().get(numbers.below(formula.smooth().size()));
                data[j] = numbers.between(interval[0], interval[1]);
            }
            x[i] = Tensor.of(shape, data);
        }
        return x;
    }

    private static Shape[] shapes(int arity) {
        Shape[] shapes = new Shape[arity];
        Arrays.fill(shapes, Shape.of(2, 3));
        shapes[arity - 1] = Shape.of(3);
        return shapes;
    }
}
