package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class AxisTest {

    @Test
    void showsAllTheDataUnlessTold() {
        assertThat(Axis.linear("epoch")).isEqualTo(new Axis("epoch", Axis.Scale.LINEAR, Optional.empty()));
        assertThat(Axis.log("loss")).isEqualTo(new Axis("loss", Axis.Scale.LOG, Optional.empty()));
        assertThat(Axis.log("loss").withLimits(0.1, 10).limits()).contains(new Limits(0.1, 10));
    }

    @Test
    void wantsLimitsInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.linear("epoch").withLimits(5, 5))
                .withMessage("limits: found 5.0 to 5.0; give two finite numbers, the smaller one first");
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void hasNoZeroIfLogarithmic() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.log("loss").withLimits(0, 1))
                .withMessage(
                        "axis 'loss': a log axis cannot show 0.0;" + " choose a lower limit above 0, or a linear axis");
    }

    @Test
    void wantsAllItsParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.linear(null))
                .withMessage("axis: the label is null; give a text, or \"\" for none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Axis("loss", null, Optional.empty()))
                .withMessage("axis 'loss': the scale is null; give LINEAR or LOG");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Axis("loss", Axis.Scale.LOG, null))
                .withMessage("axis 'loss': the limits are null; give Optional.empty() to show all the data");
    }
}
