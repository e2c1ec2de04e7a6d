package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name stands for which formula; the formulas themselves are tested with {@code Activations}. */
class ActivationTest {

    /** At −1.5: PyTorch 1.13, float64, torch.nn.functional with its defaults. */
    @ParameterizedTest
    @CsvSource({
        "relu, 0",
        "leaky-relu, -0.015",
        "elu, -0.7768698398515702",
        "selu, -1.3658143533672527",
        "gelu, -0.10021080190328704",
        "gelu-tanh, -0.10042842301976707",
        "silu, -0.2736382857095345",
        "softplus, 0.2014132779827524",
        "sigmoid, 0.18242552380635635",
        "tanh, -0.9051482536448664"
    })
    void aNameIsThatOfTheFormula(String name, double expected) {
        Activation activation = Activation.catalog().get(name);
        assertThat(activation.forward(Tensor.of(-1.5), Mode.TRAINING).item()).isCloseTo(expected, within(1e-15));
        assertThat(activation).hasToString(name);
        assertThat(activation.parameters()).isEmpty();
    }

    @Test
    void eachHasANameInTheCatalog() {
        assertThat(Activation.catalog().names())
                .containsExactlyElementsOf(Arrays.stream(Activation.values())
                        .map(activation ->
                                activation.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.catalog().get("silo"))
                .withMessageStartingWith("there is no activation 'silo'; did you mean silu?");
    }
}
