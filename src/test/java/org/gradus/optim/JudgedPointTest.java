package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.optim.after.Muon;
import org.gradus.optim.after.ScheduleFreeSgd;
import org.gradus.optim.after.Soap;
import org.gradus.optim.rule.Adam;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Rules whose model is judged elsewhere than it learns, and rules that see each parameter by itself. */
class JudgedPointTest {
    private final Parameter w = new Parameter("w", Tensor.of(1));

    private Optimizer learned(UpdateRule rule, double eta, int steps) {
        Optimizer optimizer = new Optimizer(rule, eta, Map.of("w", w));
        for (int t = 0; t < steps; t++) {
            optimizer.step(w.value().mul(w.value()).sum().mul(0.5).backward());
        }
        return optimizer;
    }

    /**
     * By hand, η = 0.5, β = 0.9: z_1 = x_1 = y_1 = 0.5; then g = 0.5, z_2 = 0.25, x_2 = (0.5 + 0.25) / 2 = 0.375, y_2 = 0.9 · 0.375 + 0.1 · 0.25 =
     * 0.3625.
     */
    @Test
    void scheduleFreeIsJudgedAtTheAverage() {
        Optimizer optimizer = learned(new ScheduleFreeSgd(), 0.5, 2);
        assertThat(w.value().item()).isCloseTo(0.3625, within(1e-15));
        assertThat(optimizer.judged().orElseThrow().item()).isCloseTo(0.375, within(1e-15));
        optimizer.settle();
        assertThat(w.value().item()).isCloseTo(0.375, within(1e-15));
    }

    @Test
    void beforeTheFirstStepAndForOtherRulesItIsWhereTheModelStands() {
        assertThat(learned(new ScheduleFreeSgd(), 0.5, 0).judged()).isEmpty();
        Optimizer adam = learned(new Adam(), 0.1, 3);
        assertThat(adam.judged()).isEmpty();
        Tensor before = w.value();
        adam.settle();
        assertThat(w.value()).isSameAs(before);
    }

    @Test
    void aRuleOfMatricesRefusesAVectorByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Optimizer(new Muon(), 0.02, Map.of("0.bias", w)))
                .withMessage(
                        "parameter 0.bias: muon: it moves matrices, and this has the shape (1); give vectors to another"
                                + " rule, such as adamw (Group.split), or take muon-aux-adam, which has one for them");
    }

    /** One group of two parameters is two groups to SOAP, each with a state of its own shape. */
    @Test
    void eachParameterHasAStateOfItsOwnShape() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("W", new Parameter("W", Tensor.full(Shape.of(2, 3), 1)));
        parameters.put("b", new Parameter("b", Tensor.of(1, 2, 3)));
        Optimizer optimizer = new Optimizer(new Soap(), 0.01, parameters);
        List<Memory> memories = optimizer.save();
        assertThat(memories).hasSize(2);
        assertThat(memories.get(0).values().get("L").shape().size()).isEqualTo(4);
        assertThat(memories.get(0).values().get("R").shape().size()).isEqualTo(9);
        assertThat(memories.get(1).values()).containsOnlyKeys("M", "V");
    }
}
