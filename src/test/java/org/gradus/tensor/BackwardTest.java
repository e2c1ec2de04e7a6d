package org.gradus.tensor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk through the graph: every node once, however deep the graph and however often a node is used. Work is counted, not timed. */
class BackwardTest {
    private final Parameter w = new Parameter("w", Tensor.scalar(3));
    private final CountedSum sum = new CountedSum();

    @Test
    void adjointsOfAReusedNodeAreAdded() {
        Tensor x = w.value();
        Tensor y = x.mul(x).add(x.mul(4)).add(x.mul(x).mul(x)); // x² + 4x + x³: 2x + 4 + 3x²
        assertThat(y.backward().of(w).item()).isEqualTo(37);
    }

    @Test
    void aNodeIsPassedOnAfterAllItsUsers() {
        Tensor x = w.value();
        Tensor a = x.mul(2);
        Tensor b = a.mul(a); // used before and after c, whose path to x is longer
        Tensor c = b.add(a).mul(b);
        Tensor y = c.add(b).add(a); // (4x² + 2x) 4x² + 4x² + 2x = 16x⁴ + 8x³ + 4x² + 2x
        assertThat(y.backward().of(w).item()).isEqualTo(64 * 27 + 24 * 9 + 8 * 3 + 2);
    }

    @Test
    void inADiamondEachNodeIsAskedOnce() {
        Tensor top = Tensor.apply(sum, w.value(), Tensor.scalar(1));
        Tensor left = Tensor.apply(sum, top, Tensor.scalar(2));
        Tensor right = Tensor.apply(sum, top, Tensor.scalar(3));
        Tensor y = Tensor.apply(sum, left, right);
        assertThat(y.backward().of(w).item()).isEqualTo(2);
        assertThat(sum.calls()).as("one call per input that depends on w").hasValue(5);
    }

    /** If nodes were visited once per path there would be 2⁶⁰ visits; the time limit only ends a walk that does that. */
    @Test
    @Timeout(value = 120, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void sixtyDoublingsTakeSixtyVisits() {
        Tensor x = w.value();
        for (int i = 0; i < 60; i++) {
            x = Tensor.apply(sum, x, x);
        }
        assertThat(x.backward().of(w).item()).isEqualTo(0x1p60);
        assertThat(sum.calls()).hasValue(2 * 60);
        assertThat(Derivatives.grad(x, w.value()).item()).isEqualTo(0x1p60);
        assertThat(sum.calls()).as("and as many for grad").hasValue(4 * 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000, 10_000})
    void workIsLinearInTheNumberOfNodes(int nodes) {
        Tensor x = w.value();
        Tensor before = x;
        for (int i = 0; i < nodes; i++) {
            Tensor next = Tensor.apply(sum, x, before);
            before = x;
            x = next.mul(0.5);
        }
        x.backward();
        assertThat(sum.calls()).hasValue(2L * nodes);
    }

    @Test
    void aChainOf200000OperationsNeedsNoDeepCallStack() {
        assertThat(onASmallStack(() -> deep(200_000).backward().of(w).item())).isEqualTo(1);
        assertThat(sum.calls()).hasValue(200_000);
    }

    @Test
    void theGradientOfAChainOf200000OperationsIsAGraphThatCanBeWalkedToo() {
        double second = onASmallStack(() -> {
            Tensor y = deep(100_000);
            for (int i = 0; i < 100_000; i++) {
                y = y.mul(1);
            }
            Tensor gradient = Derivatives.grad(y.mul(y), w.value()); // 2w, by way of 200,000 nodes
            return gradient.backward().of(w).item();
        });
        assertThat(second).isEqualTo(2);
    }

    private Tensor deep(int operations) {
        Tensor zero = Tensor.scalar(0);
        Tensor x = w.value();
        for (int i = 0; i < operations; i++) {
            x = Tensor.apply(sum, x, zero);
        }
        return x;
    }

    /** Runs on a thread with 256 KiB of stack, room for a few thousand calls. */
    private static double onASmallStack(DoubleSupplier task) {
        CompletableFuture<Double> result = new CompletableFuture<>();
        Runnable run = () -> {
            try {
                result.complete(task.getAsDouble());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        };
        new Thread(null, run, "small stack", 1 << 18).start();
        return result.join();
    }

    @Test
    void constantsAreNotAskedFor() {
        Tensor constant = Tensor.scalar(5);
        Tensor y = Tensor.apply(sum, w.value(), constant);
        Tensor alone = Tensor.apply(sum, constant, constant);
        y.add(alone).backward();
        assertThat(sum.calls()).hasValue(1);
        assertThat(constant.backward().parameters()).isEmpty();
    }

    @Test
    void whatTheLossDoesNotUseIsNotVisited() {
        Tensor unused = Tensor.apply(sum, w.value(), w.value());
        w.value().mul(2).backward();
        assertThat(sum.calls()).hasValue(0);
        assertThat(unused.backward().of(w).item()).isEqualTo(2);
    }

    @Test
    void aDetachedTensorPassesNoGradient() {
        Tensor x = w.value();
        assertThat(x.mul(x.detach()).backward().of(w).item()).isEqualTo(3);
    }

    @Test
    void nothingIsRecorded() {
        Tensor x = w.value();
        Tensor gradient = x.mul(x).mul(x).exp().backward().of(w);
        assertThat(gradient.tracked()).isFalse();
        assertThat(gradient.origin).isNull();
    }

    @Test
    void backwardCanBeCalledAgainAndAccumulatesNothing() {
        Tensor loss = w.value().mul(w.value());
        assertThat(loss.backward().of(w).item()).isEqualTo(6);
        assertThat(loss.backward().of(w).item()).isEqualTo(6);
    }

    @Test
    void aParameterIsItsOwnLoss() {
        assertThat(w.value().backward().of(w).item()).isEqualTo(1);
    }

    @Test
    void aTensorOfOneElementCountsAsAScalarWhateverItsRank() {
        Parameter one = new Parameter("one", Tensor.of(Shape.of(1, 1), 3));
        Tensor gradient = one.value().mul(one.value()).backward().of(one);
        assertThat(gradient.shape()).isEqualTo(Shape.of(1, 1));
        assertThat(gradient.item()).isEqualTo(6);
    }

    @Test
    void onlyScalarsHaveAGradient() {
        Parameter v = new Parameter("v", Tensor.of(1, 2, 3));
        assertThatIllegalStateException()
                .isThrownBy(() -> v.value().mul(2).backward())
                .withMessageStartingWith("backward: the output must be a scalar, but its shape is (3); "
                        + "reduce it first, with sum() or mean(), or ");
    }

    @Test
    void aParameterKeepsItsGradientsWhenItsValueIsReplaced() {
        Tensor loss = w.value().mul(w.value());
        Gradients before = loss.backward();
        w.set(Tensor.scalar(10));
        assertThat(before.of(w).item()).isEqualTo(6);
        assertThat(loss.backward().of(w).item()).isEqualTo(6);
        assertThat(w.value().mul(w.value()).backward().of(w).item()).isEqualTo(20);
    }

    @Test
    void oldAndNewValueOfOneParameterShareOneGradient() {
        Tensor old = w.value();
        w.set(Tensor.scalar(10));
        assertThat(old.mul(w.value()).backward().of(w).item()).isEqualTo(13);
    }

    @Test
    void anOpWithoutADerivativePassesNothing() {
        Parameter v = new Parameter("v", Tensor.scalar(5));
        Tensor y = w.value().pow(0).add(v.value());
        assertThat(y.backward().contains(w)).isFalse();
        assertThat(y.backward().of(v).item()).isEqualTo(1);
    }

    /** An op that hands on an adjoint of the wrong shape. */
    private record WrongShape() implements Op {
        @Override
        public Shape shape(Shape[] x) {
            return x[0];
        }

        @Override
        public void forward(double[][] x, Shape[] shapes, double[] y) {
            System.arraycopy(x[0], 0, y, 0, y.length);
        }

        @Override
        public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
            return gy.sum();
        }
    }

    @Test
    void anAdjointOfTheWrongShapeIsFoundWhereItArises() {
        Parameter p = new Parameter("p", Tensor.of(1, 1));
        Tensor y = Tensor.apply(new WrongShape(), p.value()).sum();
        assertThatIllegalStateException()
                .isThrownBy(y::backward)
                .withMessage("wrongShape: its vjp for input 0 has shape (), but the input has (2); mend the op");
    }

    @Test
    void aLevelOfVeryManyNodesIsWalkedToo() {
        Parameter[] many = new Parameter[1000];
        Tensor[] values = new Tensor[many.length];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Parameter("p" + i, Tensor.of(i));
            values[i] = many[i].value().mul(many[i].value());
        }
        Tensor all = Joining.concat(0, values);
        Gradients gradients = all.mul(all).sum().backward(); // Σ p⁴
        for (int i = 0; i < many.length; i++) {
            assertThat(gradients.of(many[i]).item()).isEqualTo(4.0 * i * i * i);
        }
        assertThat(gradients.parameters()).containsExactly(many);
    }
}
