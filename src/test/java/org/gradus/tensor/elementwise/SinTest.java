package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class SinTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Sin(), StrictMath::sin)
                .within(1)
                .smoothOn(-9, 9)
                .edges(
                        at(0).gives(0).withSlopes(1),
                        at(-0.0).gives(-0.0).withSlopes(1),
                        at(POSITIVE_INFINITY).gives(NaN).withSlopes(NaN),
                        at(NEGATIVE_INFINITY).gives(NaN).withSlopes(NaN),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
