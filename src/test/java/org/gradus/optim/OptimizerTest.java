package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.Constant;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class OptimizerTest {
    private final Parameter a = new Parameter("a", Tensor.of(1, 2));
    private final Parameter b = new Parameter("b", Tensor.of(3));

    private Map<String, Parameter> both() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("0.a", a);
        parameters.put("0.b", b);
        return parameters;
    }

    /** ½‖a‖² + ½‖b‖², whose gradient is the parameters themselves. */
    private Gradients gradients() {
        return a.value()
                .mul(a.value())
                .sum()
                .add(b.value().mul(b.value()).sum())
                .mul(0.5)
                .backward();
    }

    @Test
    void aStepChangesEveryParameterByItsOwnGradient() {
        new Optimizer(new Sgd(), 0.5, both()).step(gradients());
        assertThat(a.value().toArray()).containsExactly(0.5, 1);
        assertThat(b.value().toArray()).containsExactly(1.5);
    }

    @Test
    void toTheRuleAllParametersAreOneVectorInTheOrderGiven() {
        Optimizer optimizer = new Optimizer(new Sgdm(), 1.0, both());
        optimizer.step(gradients());
        assertThat(optimizer.state().vector("m")).containsExactly(1, 2, 3);
        assertThat(optimizer.steps()).isEqualTo(1);
    }

    @Test
    void theLearningRateFollowsTheSchedule() {
        Optimizer optimizer = new Optimizer(new Sgd(), t -> 1.0 / (t + 1), both());
        assertThat(optimizer.learningRate()).isEqualTo(1);
        optimizer.step(gradients());
        assertThat(optimizer.learningRate()).isEqualTo(0.5);
    }

    @Test
    void aGradientThatIsNotFiniteIsRefusedAndNothingChanges() {
        Optimizer optimizer = new Optimizer(new Sgdm(), 1.0, both());
        optimizer.step(gradients());
        Tensor aBefore = a.value();
        double[] mBefore = optimizer.state().vector("m").clone();
        Gradients bad = a.value().sum().add(b.value().log().sum()).backward(); // b is 0 by now: d ln b / db = ∞
        assertThatThrownBy(() -> optimizer.step(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "update 2: the gradient of parameter 0.b is Infinity at element 0; the parameters stay as they were. "
                                + "A smaller learning rate or gradient clipping may help");
        assertThat(a.value()).isSameAs(aBefore);
        assertThat(optimizer.state().vector("m")).containsExactly(mBefore);
        assertThat(optimizer.steps()).isEqualTo(1);
    }

    @Test
    void aParameterTheLossDoesNotDependOnIsNamed() {
        Gradients onlyA = a.value().sum().backward();
        assertThatThrownBy(() -> new Optimizer(new Sgd(), 1.0, both()).step(onlyA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "optimizer: there is no gradient for 0.b (1), only for 0.a (2); use its value() in the forward "
                                + "pass, leave it out of the optimizer, or say that no gradient means no step: Group.each and "
                                + "skippingMissing()");
    }

    @Test
    void nothingToOptimizeIsRefused() {
        assertThatThrownBy(() -> new Optimizer(new Sgd(), 1.0, Map.of()))
                .hasMessage("optimizer: there is nothing to optimize with sgd; pass at least one parameter");
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        Map<String, Parameter> twice = both();
        twice.put("1.a", a);
        assertThatThrownBy(() -> new Optimizer(new Sgd(), 1.0, twice))
                .hasMessage("optimizer: 0.a, also as 1.a, is given twice; give each parameter once");
        Group group = new Group(new Sgd(), 1.0, Map.of("0.a", a));
        assertThatThrownBy(() -> new Optimizer(List.of(group, group)))
                .hasMessage("optimizer: 0.a is given twice; give each parameter once");
        Group sameName = new Group(new Sgd(), 1.0, Map.of("0.a", b));
        assertThatThrownBy(() -> new Optimizer(List.of(group, sameName)))
                .hasMessage("optimizer: 0.a is given twice; give each parameter once");
    }

    @Test
    void noGroupIsRefused() {
        assertThatThrownBy(() -> new Optimizer(List.of()))
                .hasMessage("optimizer: there is nothing to optimize; pass at least one group");
    }

    @Test
    void groupsHaveTheirOwnRulesAndStates() {
        Optimizer optimizer = new Optimizer(
                List.of(new Group(new Sgdm(), 1.0, Map.of("0.a", a)), new Group(new Sgd(), 0.5, Map.of("0.b", b))));
        optimizer.step(gradients());
        assertThat(a.value().toArray()).containsExactly(0, 0);
        assertThat(b.value().toArray()).containsExactly(1.5);
        assertThat(optimizer.save()).extracting(Memory::rule).containsExactly("sgdm", "sgd");
        assertThat(optimizer.learningRate()).isEqualTo(1);
    }

    @Test
    void aConditionSplitsParametersIntoTwoGroupsOfOneRate() {
        List<Group> groups =
                Group.split(both(), (name, parameter) -> name.endsWith("b"), new Sgdm(), new Sgd(), new Constant(0.5));
        assertThat(groups)
                .extracting(group -> group.parameters().keySet())
                .containsExactly(Set.of("0.b"), Set.of("0.a"));
        assertThat(groups).extracting(group -> group.rule().name()).containsExactly("sgdm", "sgd");
        assertThat(groups).extracting(group -> group.eta().at(3)).containsExactly(0.5, 0.5);
        assertThatThrownBy(
                        () -> Group.split(both(), (name, parameter) -> true, new Sgdm(), new Sgd(), new Constant(0.5)))
                .hasMessage("optimizer: there is nothing to optimize with sgd; pass at least one parameter");
    }

    @Test
    void weightsDecayAndBiasesDoNot() {
        Parameter weight = new Parameter("w", Tensor.of(new double[][] {{1, 2}}));
        Map<String, Parameter> parameters = new LinkedHashMap<>(Map.of("w", weight));
        parameters.put("b", b);
        List<Group> groups = Group.decayOnWeights(parameters, new Sgdm(), new Sgd(), new Constant(1));
        assertThat(groups.get(0).parameters()).containsOnlyKeys("w");
        assertThat(groups.get(1).parameters()).containsOnlyKeys("b");
    }

    @Test
    void aRefusedGradientOfOneGroupLeavesTheOthersAlone() {
        Optimizer optimizer = new Optimizer(
                List.of(new Group(new Sgd(), 1.0, Map.of("a", a)), new Group(new Sgd(), 1.0, Map.of("b", b))));
        Tensor before = a.value();
        Gradients bad = a.value().sum().add(b.value().sub(3).log().sum()).backward();
        assertThatThrownBy(() -> optimizer.step(bad))
                .hasMessageStartingWith("update 1: the gradient of parameter b is Inf");
        assertThat(a.value()).isSameAs(before);
    }

    @Test
    void aSavedOptimizerGoesOnAsIfNothingHadHappened() {
        Optimizer first = new Optimizer(new Sgdm(), t -> 1.0 / (t + 2), both());
        first.step(gradients());
        List<Memory> saved = first.save();
        Tensor aSaved = a.value();
        Tensor bSaved = b.value();
        first.step(gradients());
        double[] expected = a.value().toArray();
        a.set(aSaved);
        b.set(bSaved);
        Optimizer second = new Optimizer(new Sgdm(), t -> 1.0 / (t + 2), both());
        second.load(saved, 1);
        second.step(gradients());
        assertThat(a.value().toArray()).containsExactly(expected);
        assertThat(second.steps()).isEqualTo(2);
    }

    @Test
    void whatIsSavedDoesNotChangeWithTheNextStep() {
        Optimizer optimizer = new Optimizer(new Sgdm(), 1.0, both());
        optimizer.step(gradients());
        List<Memory> saved = optimizer.save();
        optimizer.step(gradients());
        assertThat(saved).hasSize(1);
        assertThat(saved.get(0).values().get("m").toArray()).containsExactly(1, 2, 3);
        assertThat(saved.get(0).rule()).isEqualTo("sgdm");
        assertThat(saved.get(0).parameters()).containsExactly("0.a", "0.b");
        assertThat(saved.get(0).steps()).isEqualTo(1);
    }

    private static Memory memory(String rule, List<String> parameters, Map<String, Tensor> values) {
        return new Memory(rule, parameters, 0, values);
    }

    @Test
    void aStateOfAnotherRuleIsNotLoaded() {
        Optimizer optimizer = new Optimizer(new Adam(), 1.0, both());
        List<String> names = List.of("0.a", "0.b");
        assertThatThrownBy(() -> optimizer.load(List.of(memory("sgdm", names, Map.of())), 1))
                .hasMessage(
                        "optimizer: the rule is adam, the saved one sgdm; use the same, or fork the run to go on with another");
        assertThatThrownBy(() -> optimizer.load(List.of(memory("adam", List.of("0.b"), Map.of())), 1))
                .hasMessage(
                        "optimizer: adam optimizes [0.a, 0.b], the saved one [0.b]; load what the same groups saved");
        Tensor three = Tensor.of(1, 2, 3);
        assertThatThrownBy(() -> optimizer.load(List.of(memory("adam", names, Map.of("m", three))), 1))
                .hasMessage("adam: its state is [m, v], the saved one has [m]; load the state of the same rule");
        Map<String, Tensor> shorter = Map.of("m", three, "v", Tensor.of(1));
        assertThatThrownBy(() -> optimizer.load(List.of(memory("adam", names, shorter)), 1))
                .hasMessage("adam: v has 3 numbers, the saved one 1; load the state of the same model");
        assertThatThrownBy(() -> optimizer.load(List.of(), 1))
                .hasMessage("optimizer: it has 1 groups, the saved one 0; load what the same groups saved");
        assertThat(optimizer.steps()).isZero();
        assertThat(optimizer.state().vector("m")).containsExactly(0, 0, 0);
    }

    @Test
    void whenOneGroupIsRefusedNoneIsLoaded() {
        Optimizer optimizer = new Optimizer(
                List.of(new Group(new Sgdm(), 1.0, Map.of("a", a)), new Group(new Sgdm(), 1.0, Map.of("b", b))));
        Memory fits = memory("sgdm", List.of("a"), Map.of("m", Tensor.of(7, 8)));
        Memory foreign = memory("adam", List.of("b"), Map.of());
        assertThatThrownBy(() -> optimizer.load(List.of(fits, foreign), 1)).hasMessageContaining("the saved one adam");
        assertThat(optimizer.state().vector("m")).containsExactly(0, 0);
    }

    /** Adam's first step is η sign(g), whatever the gradient, only if it divides by 1 − β¹. */
    @Test
    void aRuleThatTakesOverStartsItsOwnClockWhileTheScheduleGoesOn() {
        Optimizer trunk = new Optimizer(new Sgdm(), 0.1, both());
        trunk.step(gradients());
        trunk.step(gradients());
        Optimizer fork = new Optimizer(new Adam(0.9, 0.999, 1e-300), t -> 1.0 / (t + 1), both());
        fork.take(trunk.save(), trunk.steps());
        double before = b.value().item();
        assertThat(fork.learningRate()).isEqualTo(1.0 / 3);
        fork.step(gradients());
        assertThat(before - b.value().item()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(fork.steps()).isEqualTo(3);
        assertThat(fork.save().get(0).steps()).isEqualTo(1);
    }

    @Test
    void aRuleOfTheSameNameTakesTheStateOver() {
        Optimizer trunk = new Optimizer(new Sgdm(), 0.1, both());
        trunk.step(gradients());
        Optimizer fork = new Optimizer(new Sgdm(), 0.01, both());
        fork.take(trunk.save(), trunk.steps());
        assertThat(fork.save()).isNotEmpty();
        assertThat(fork.state().vector("m")).containsExactly(trunk.state().vector("m"));
        assertThat(fork.save().get(0).steps()).isEqualTo(1);
    }

    @Test
    void groupsThatFitTakeTheirStatesOverAndTheOthersStartAnew() {
        Optimizer trunk = new Optimizer(
                List.of(new Group(new Sgdm(), 0.1, Map.of("a", a)), new Group(new Adam(), 0.1, Map.of("b", b))));
        trunk.step(gradients());
        Optimizer fork = new Optimizer(
                List.of(new Group(new Adam(), 0.1, Map.of("a", a)), new Group(new Adam(), 0.2, Map.of("b", b))));
        fork.take(trunk.save(), trunk.steps());
        List<Memory> taken = fork.save();
        assertThat(taken.get(0).values().get("m").toArray()).containsExactly(0, 0);
        assertThat(taken.get(0).steps()).isZero();
        assertThat(taken.get(1).values().get("m").item())
                .isEqualTo(trunk.save().get(1).values().get("m").item())
                .isNotZero();
        assertThat(taken.get(1).steps()).isEqualTo(1);
    }
}
