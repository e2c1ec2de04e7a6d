package org.gradus.tensor.selection;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EqualTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Equal(), (a, b) -> a == b ? 1 : 0)
                .smoothOn(-3, 3)
                .edges(
                        at(2, 2).gives(1).withSlopes(0, 0),
                        at(2, 3).gives(0).withSlopes(0, 0),
                        at(0, -0.0).gives(1),
                        at(POSITIVE_INFINITY, POSITIVE_INFINITY).gives(1),
                        at(NaN, NaN).gives(0)));
    }

    @Test
    void passesNoGradientAtAll() {
        Parameter a = new Parameter("a", Tensor.of(1, 2));
        Tensor equal = Tensor.apply(new Equal(), a.value(), Tensor.of(1, 3));
        assertThat(equal.sum().backward().contains(a)).isFalse();
    }
}
