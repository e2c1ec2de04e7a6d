package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.nn.Mode;
import org.gradus.nn.Remembered;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.optim.after.Sam;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule that asks for a second gradient of the same loss, and an optimizer that has it or has not. */
@InEveryLocale
class SecondGradientTest {
    private static final String REFUSED =
            "sam: it needs a second gradient of the same batch; give the optimizer the loss, as in step(() -> loss), "
                    + "with one group of parameters and without accumulation";

    private final Parameter w = new Parameter("w", Tensor.of(3, 4));

    @BeforeEach
    void begin() {
        w.set(Tensor.of(3, 4));
    }

    private Tensor loss() {
        return w.value().mul(w.value()).sum().mul(0.5);
    }

    private Optimizer sam(double rho, double eta) {
        return new Optimizer(new Sam(new Sgd(), rho), eta, Map.of("w", w));
    }

    private void assertAt(double x, double y) {
        assertThat(w.value().toArray()).containsExactly(new double[] {x, y}, within(1e-12));
    }

    /** By hand: g = θ = (3, 4) of norm 5, e = 0.5 θ / 5 = 0.1 θ, q = 1.1 θ, θ ← θ − 0.1 · 1.1 θ. */
    @Test
    void samStepsByTheGradientWhereItClimbedTo() {
        sam(0.5, 0.1).step(this::loss);
        assertAt(3 * 0.89, 4 * 0.89);
    }

    @Test
    void theLossIsAskedAtBothPointsAndARefusalLeavesTheParametersBack() {
        List<double[]> asked = new ArrayList<>();
        Supplier<Tensor> watched = () -> {
            asked.add(w.value().toArray());
            return asked.size() == 2 ? loss().mul(Double.NaN) : loss();
        };
        Tensor before = w.value();
        Optimizer optimizer = sam(0.5, 0.1);
        assertThatThrownBy(() -> optimizer.step(watched)).isInstanceOf(ExplodingGradientException.class);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).containsExactly(new double[] {3.3, 4.4}, within(1e-12));
        assertThat(w.value()).isSameAs(before);
        assertThat(optimizer.steps()).isZero();
    }

    @Test
    void aGradientAloneIsRefusedAndNothingHasChanged() {
        Gradients gradients = loss().backward();
        Tensor before = w.value();
        Optimizer optimizer = sam(0.5, 0.1);
        assertThatThrownBy(() -> optimizer.step(gradients))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(REFUSED);
        assertThat(w.value()).isSameAs(before);
        assertThat(optimizer.steps()).isZero();
    }

    @Test
    void soAreAccumulationAndSeveralGroups() {
        Optimizer accumulating = sam(0.5, 0.1).accumulating(2);
        assertThat(accumulating.step(this::loss)).isFalse();
        assertThatThrownBy(() -> accumulating.step(this::loss)).hasMessage(REFUSED);
        Parameter other = new Parameter("other", Tensor.of(1));
        Optimizer groups = new Optimizer(List.of(
                new Group(new Sam(new Sgd()), 0.1, Map.of("w", w)), new Group(new Sgd(), 0.1, Map.of("other", other))));
        assertThatThrownBy(() -> groups.step(() -> loss().add(other.value().sum())))
                .hasMessage(REFUSED);
    }

    /** Clipped to 1, both gradients are (0.6, 0.8): the step is η long, whatever the loss's slope. */
    @Test
    void whatIsDoneToTheFirstGradientIsDoneToTheSecond() {
        sam(0.5, 0.1).with(new ClipNorm(1)).step(this::loss);
        assertAt(3 - 0.06, 4 - 0.08);
    }

    @Test
    void otherRulesTakeALossToo() {
        new Optimizer(new Sgd(), 0.5, Map.of("w", w)).step(this::loss);
        assertAt(1.5, 2);
    }

    @Test
    void runningStatisticsDoNotFollowASecondPass() {
        BatchNorm layer = new BatchNorm(1);
        Tensor x = Tensor.of(Shape.of(2, 1), 1, 3);
        layer.forward(x, Mode.TRAINING);
        double[] once = layer.buffers().get("running_mean").value().toArray();
        Remembered.again(layer, () -> layer.forward(x.mul(5), Mode.TRAINING));
        assertThat(layer.buffers().get("running_mean").value().toArray()).containsExactly(once);
    }
}
