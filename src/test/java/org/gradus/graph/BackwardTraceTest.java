package org.gradus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradus.graph.BackwardTrace.Contribution;
import org.gradus.graph.BackwardTrace.Step;
import org.gradus.graph.BackwardTrace.Waiting;
import org.gradus.graph.Graph.Kind;
import org.gradus.graph.Graph.Node;
import org.gradus.nn.Sequential;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Joining;
import org.gradus.tensor.Op;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class BackwardTraceTest {
    /** y = a where b is positive, else 0: a condition by which there is no derivative. */
    private record When() implements Op {
        @Override
        public Shape shape(Shape[] x) {
            return x[0];
        }

        @Override
        public void forward(double[][] x, Shape[] shapes, double[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = x[1][i] > 0 ? x[0][i] : 0;
            }
        }

        @Override
        public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
            return i == 0 ? Tensor.apply(this, gy, x[1]) : null;
        }
    }

    @Test
    void theDiamondIsExplainedStepByStep() {
        assertThat(BackwardTrace.of(GraphTest.diamond())).hasToString("""
                        Backward from #2 add in 3 steps. A node is visited when all of its users have been.
                        1. #2 add = 12
                           adjoint  1, by definition: the derivative of the output by itself
                           passes   1 to #1 mul, input 0: its first
                                    1 to #0 x,   input 1: its first
                           waiting  #1 mul is complete
                                    #0 x   needs 2 more contributions, of 3
                        2. #1 mul = 9
                           adjoint  1, from 1 contribution
                           passes   3 to #0 x, input 0: added, the sum is now 4
                                    3 to #0 x, input 1: added, the sum is now 7
                           waiting  #0 x is complete
                        3. #0 x = 3
                           adjoint  7, the sum of 3 contributions
                           returns  it, for the gradient of parameter #0 x""");
    }

    @Test
    void stepsAreRecords() {
        BackwardTrace trace = BackwardTrace.of(GraphTest.diamond());
        Node x = trace.graph().nodes().get(0);
        Node mul = trace.graph().nodes().get(1);
        assertThat(trace.steps())
                .extracting(Step::node)
                .containsExactly(trace.graph().root(), mul, x);
        assertThat(trace.steps()).extracting(Step::number).containsExactly(1, 2, 3);
        assertThat(trace.steps()).extracting(Step::received).containsExactly(0, 1, 3);
        assertThat(trace.steps())
                .extracting(step -> step.adjoint().orElseThrow().item())
                .containsExactly(1.0, 1.0, 7.0);
        Contribution last = trace.steps().get(1).contributions().get(1);
        assertThat(last.to()).isEqualTo(x);
        assertThat(last.position()).isEqualTo(1);
        assertThat(last.value().orElseThrow().item()).isEqualTo(3);
        assertThat(last.count()).isEqualTo(3);
        assertThat(last.sum().orElseThrow().item()).isEqualTo(7);
    }

    @Test
    void theTableSaysWhoWaits() {
        BackwardTrace trace = BackwardTrace.of(GraphTest.diamond());
        Node x = trace.graph().nodes().get(0);
        Node mul = trace.graph().nodes().get(1);
        assertThat(trace.waitingAfter(0)).isEmpty();
        assertThat(trace.waitingAfter(1)).containsExactly(new Waiting(mul, 1, 0), new Waiting(x, 1, 2));
        assertThat(trace.waitingAfter(2)).containsExactly(new Waiting(x, 3, 0));
        assertThat(trace.waitingAfter(3)).isEmpty();
        assertThatThrownBy(() -> trace.waitingAfter(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void finalAdjointsAreBitForBitThoseOfBackward() {
        Sequential model = GraphTest.model();
        Tensor loss = GraphTest.loss(model);
        Gradients gradients = loss.backward();
        BackwardTrace trace = BackwardTrace.of(loss, model.parameters());
        List<Step> leaves = trace.steps().stream()
                .filter(step -> step.node().kind() == Kind.PARAMETER)
                .toList();
        assertThat(leaves).hasSize(6);
        for (Step step : leaves) {
            Parameter parameter = model.parameters().get(step.node().name());
            assertThat(step.adjoint().orElseThrow().toArray())
                    .containsExactly(gradients.of(parameter).toArray());
            assertThat(trace.gradients().of(parameter).toArray())
                    .containsExactly(gradients.of(parameter).toArray());
        }
    }

    @Test
    void everyNodeIsVisitedOnceWhenNothingIsMissingAnyMore() {
        BackwardTrace trace = BackwardTrace.of(GraphTest.loss(GraphTest.model()));
        assertThat(trace.steps())
                .extracting(Step::node)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(trace.graph().nodes().stream()
                        .filter(node -> node.kind() != Kind.CONSTANT)
                        .toList());
        for (Step step : trace.steps().subList(1, trace.steps().size())) {
            assertThat(trace.waitingAfter(step.number() - 1)).contains(new Waiting(step.node(), step.received(), 0));
        }
    }

    @Test
    void anAdjointIsTheLastSumThatArrived() {
        BackwardTrace trace = BackwardTrace.of(GraphTest.loss(GraphTest.model()));
        for (Step step : trace.steps()) {
            trace.steps().stream()
                    .flatMap(user -> user.contributions().stream())
                    .filter(contribution -> contribution.to().equals(step.node()))
                    .reduce((first, second) -> second)
                    .ifPresent(last -> {
                        assertThat(step.adjoint()).isEqualTo(last.sum());
                        assertThat(step.received()).isEqualTo(last.count());
                    });
        }
    }

    @Test
    void largeTensorsAreShownByShapeAndNormAndConstantsGetNothing() {
        Tensor w = new Parameter("w", Tensor.full(Shape.of(3, 4), 2)).value();
        assertThat(BackwardTrace.of(Tensor.full(Shape.of(2, 3), 1).matmul(w).sum())
                        .toString())
                .contains("""
                        3. #2 matmul (2, 4)
                           adjoint  (2, 4) of norm 2.8284, from 1 contribution
                           passes   nothing               to #1 constant, input 0: a constant needs no adjoint
                                    (3, 4) of norm 6.9282 to #0 w,        input 1: its first
                           waiting  #0 w is complete
                        """);
    }

    @Test
    void whereThereIsNoDerivativeNothingArrivesAndTheWalkGoesOn() {
        Tensor a = new Parameter("a", Tensor.scalar(2)).value();
        Parameter b = new Parameter("b", Tensor.scalar(3));
        BackwardTrace trace =
                BackwardTrace.of(Tensor.apply(new When(), a, b.value().exp()));
        assertThat(trace).hasToString("""
                        Backward from #3 when in 4 steps. A node is visited when all of its users have been.
                        1. #3 when = 2
                           adjoint  1, by definition: the derivative of the output by itself
                           passes   1       to #0 a,   input 0: its first
                                    nothing to #2 exp, input 1: there is no derivative by it
                           waiting  #2 exp is complete
                                    #0 a   is complete
                        2. #2 exp = 20.086
                           adjoint  none: nothing has arrived, so there is nothing to pass on
                           waiting  #0 a is complete
                                    #1 b is complete
                        3. #0 a = 2
                           adjoint  1, from 1 contribution
                           returns  it, for the gradient of parameter #0 a
                           waiting  #1 b is complete
                        4. #1 b = 3
                           adjoint  none: nothing has arrived, so there is nothing to pass on""");
        assertThat(trace.steps().get(0).contributions().get(1).value()).isEqualTo(Optional.empty());
        assertThat(trace.gradients().contains(b)).isFalse();
    }

    @Test
    void aUseWithoutDerivativeIsWaitedForButNotCounted() {
        Tensor a = new Parameter("a", Tensor.scalar(2)).value();
        BackwardTrace trace = BackwardTrace.of(Tensor.apply(new When(), a, a));
        assertThat(trace.waitingAfter(1))
                .containsExactly(new Waiting(trace.graph().nodes().get(0), 2, 0));
        assertThat(trace.steps().get(0).contributions())
                .extracting(Contribution::count)
                .containsExactly(1, 1);
        assertThat(trace.steps().get(1).received()).isEqualTo(1);
    }

    @Test
    void aLongWalkIsShortenedAndSaysSo() {
        BackwardTrace trace = BackwardTrace.of(GraphTest.chain(200_000));
        assertThat(trace.steps()).hasSize(200_001);
        assertThat(trace.toString())
                .startsWith("Backward from #200000 shift in 200,001 steps. ")
                .contains("\n30.     #199971 shift 1 = 199972\n")
                .contains("complete\n… 199,961 steps are not shown; steps() has all of them\n199992. #9 shift 1 = 10\n")
                .endsWith("\n200001. #0 x = 1\n        adjoint  1, from 1 contribution\n"
                        + "        returns  it, for the gradient of parameter #0 x");
    }

    @Test
    void aLongTableIsShortenedAndSaysSo() {
        Tensor[] parts = IntStream.range(0, 12)
                .mapToObj(i -> new Parameter("x" + i, Tensor.of(i)).value())
                .toArray(Tensor[]::new);
        assertThat(BackwardTrace.of(Joining.concat(0, parts).sum()).toString())
                .contains("""
                                     [1] to #7 x7, input 7: its first
                                     … and 4 more
                            waiting  #0 x0 is complete
                        """)
                .contains("""
                                     #7 x7 is complete
                                     … and 4 more
                        4.  #0 x0 (1) = 0
                        """);
    }

    @Test
    void twoTracesOfEqualComputationsReadTheSame() {
        assertThat(BackwardTrace.of(GraphTest.loss(GraphTest.model())))
                .hasToString(BackwardTrace.of(GraphTest.loss(GraphTest.model())).toString());
    }

    @Test
    void onlyAScalarThatDependsOnAParameterCanBeTraced() {
        assertThatThrownBy(() -> BackwardTrace.of(Tensor.scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("graph: a tensor of shape () is a constant");
        Tensor vector = new Parameter("x", Tensor.of(1, 2)).value();
        assertThatThrownBy(() -> BackwardTrace.of(vector))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("backward: the output must be a scalar, but its shape is (2)");
    }
}
