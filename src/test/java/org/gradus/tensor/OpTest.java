package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.axes.LogSumExp;
import org.gradus.tensor.elementwise.Add;
import org.junit.jupiter.api.Test;

class OpTest {
    @Test
    void theNameIsTheClassNameWithASmallFirstLetter() {
        assertThat(new Add().name()).isEqualTo("add");
        assertThat(new LogSumExp(Shape.SCALAR).name()).isEqualTo("logSumExp");
        assertThat(new CountedSum().name()).isEqualTo("countedSum");
    }
}
