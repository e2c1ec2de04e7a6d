package org.gradus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsualLearningRatesTest {
    @ParameterizedTest
    @MethodSource("org.gradus.optim.Rules#names")
    void everyRuleHasOne(String rule) {
        assertThat(UsualLearningRates.of(rule)).isPositive();
    }

    @Test
    void aRuleThatDoesNotExistHasNone() {
        assertThatThrownBy(() -> UsualLearningRates.of("adan"))
                .hasMessageStartingWith("there is no rule 'adan'; did you mean adam? the rules are sgd, sgdm, ");
    }
}
