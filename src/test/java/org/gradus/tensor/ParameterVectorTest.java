package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterVectorTest {
    private final Parameter a = new Parameter("weight", Tensor.of(1, 2));
    private final Parameter b = new Parameter("weight", Tensor.scalar(3));
    private final Map<String, Parameter> both = new LinkedHashMap<>();
    private final ParameterVector vector;

    ParameterVectorTest() {
        both.put("0.weight", a);
        both.put("1.weight", b);
        vector = new ParameterVector(both);
    }

    @Test
    void thetaIsTheParametersOneAfterTheOther() {
        assertThat(vector.theta()).containsExactly(1, 2, 3);
        a.set(Tensor.of(8, 9));
        assertThat(vector.theta()).as("also after somebody else has set one").containsExactly(8, 9, 3);
        assertThat(vector).hasToString("vector of 3 numbers in 2 parameters");
    }

    @Test
    void whatIsPublishedIsThetaWithoutACopy() {
        double[] next = {4, 5, 6};
        vector.publish(next);
        assertThat(vector.theta()).isSameAs(next);
        assertThat(a.value().toArray()).containsExactly(4, 5);
        assertThat(b.value().item()).isEqualTo(6);
    }

    @Test
    void theThetaBeforeIsRoomForTheNextOne() {
        double[] first = vector.theta();
        assertThat(vector.room()).hasSize(3).isNotSameAs(first);
        vector.publish(new double[] {4, 5, 6});
        assertThat(vector.room()).isSameAs(first);
        assertThat(vector.room()).as("which is given away once").isNotSameAs(first);
        vector.publish(vector.theta());
        assertThat(vector.room()).as("never the present one").isNotSameAs(vector.theta());
        assertThat(a.value().toArray()).containsExactly(4, 5);
    }

    @Test
    void theFormerValueOfAParameterThatIsTheWholeVectorIsNotRoom() {
        ParameterVector alone = new ParameterVector(Map.of("a", a));
        double[] former = alone.theta();
        alone.publish(new double[] {4, 5});
        assertThat(alone.room()).isNotSameAs(former);
    }

    @Test
    void anotherNumberOfNumbersIsRefusedAndChangesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vector.publish(new double[] {4, 5}))
                .withMessage("parameter vector: 2 numbers were given for vector of 3 numbers in 2 parameters; "
                        + "give one for each");
        assertThat(vector.theta()).containsExactly(1, 2, 3);
    }

    @Test
    void aParameterThatIsTheWholeVectorIsNeverCopied() {
        ParameterVector alone = new ParameterVector(Map.of("a", a));
        assertThat(alone.theta()).isSameAs(a.value().data);
        double[] next = {4, 5};
        alone.publish(next);
        assertThat(a.value().data).isSameAs(next);
        Gradients gradients = a.value().mul(a.value()).sum().backward();
        assertThat(alone.gathered(gradients, new double[2])).isSameAs(gradients.of(a).data);
    }

    @Test
    void gradientsAreGathered() {
        double[] g = {7, 7, 7};
        Gradients gradients = a.value().mul(Tensor.of(10, 20)).sum().backward();
        vector.gather(gradients, g);
        assertThat(g).as("what has no gradient is left out").containsExactly(10, 20, 7);
        assertThat(vector.gathered(gradients, g)).isSameAs(g).containsExactly(10, 20, 0);
    }

    @Test
    void staleGradientsAreRefusedByTheirPathsAndNothingIsCopied() {
        Gradients gradients = a.value().sum().add(b.value()).backward();
        b.set(Tensor.scalar(4));
        double[] g = new double[3];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vector.gather(gradients, g))
                .withMessage(
                        "the gradient of 1.weight () is stale: the loss was computed, at least in part, from a value that "
                                + "has been replaced since; compute the loss and its gradients anew before each step");
        assertThat(g).containsExactly(0, 0, 0);
    }

    @Test
    void aLossOfAnOldAndThePresentValueIsStale() {
        Tensor old = b.value();
        b.set(Tensor.scalar(4));
        Gradients mixed = old.mul(b.value()).backward();
        assertThat(mixed.isCurrent(b)).isFalse();
        assertThat(b.value().mul(old.detach()).backward().isCurrent(b)).isTrue();
        assertThat(mixed.isCurrent(a)).as("the loss does not depend on it").isFalse();
    }
}
