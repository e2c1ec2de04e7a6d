package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class TanhTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Tanh(), StrictMath::tanh)
                .within(2)
                .smoothOn(-3, 3)
                .edges(
                        at(0).gives(0).withSlopes(1),
                        at(-0.0).gives(-0.0).withSlopes(1),
                        at(40).gives(1).withSlopes(0),
                        at(POSITIVE_INFINITY).gives(1).withSlopes(0),
                        at(NEGATIVE_INFINITY).gives(-1).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
