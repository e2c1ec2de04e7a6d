package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class AxisTest {

    @Test
    void showsAllTheDataUnlessTold() {
        assertThat(Axis.linear("epoch")).isEqualTo(new Axis("epoch", Axis.Scale.LINEAR, Optional.empty(), List.of()));
        assertThat(Axis.log("loss")).isEqualTo(new Axis("loss", Axis.Scale.LOG, Optional.empty(), List.of()));
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
    void hasLinesAtSomeOfItsValues() {
        ReferenceLine fork = ReferenceLine.of(3, "fork");

        assertThat(Axis.linear("epoch").lines()).isEmpty();
        assertThat(Axis.linear("epoch").withLines(fork).lines()).containsExactly(fork);
        assertThat(Axis.linear("epoch").withLines(fork).withLimits(0, 5).lines())
                .containsExactly(fork);
    }

    @Test
    void hasNoPlaceForALineAtZeroIfLogarithmic() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.log("η").withLines(ReferenceLine.of(0, "none")))
                .withMessage("axis 'η': a log axis has no place for the line 'none' at 0.0; leave it out, or choose a"
                        + " linear axis");
    }

    @Test
    void wantsAllItsParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.linear(null))
                .withMessage("axis: the label is null; give a text, or \"\" for none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Axis("loss", null, Optional.empty(), List.of()))
                .withMessage("axis 'loss': the scale is null; give LINEAR or LOG");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Axis("loss", Axis.Scale.LOG, null, List.of()))
                .withMessage("axis 'loss': the limits are null; give Optional.empty() to show all the data");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.log("loss").withLines((ReferenceLine) null))
                .withMessage("axis 'loss': the reference lines or one of them are null; give List.of() for none");
    }
}
