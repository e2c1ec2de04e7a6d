package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class DivTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Div(), (a, b) -> a / b)
                .smoothOn(-3, -0.3)
                .smoothOn(0.3, 3)
                .edges(
                        at(0, 2).gives(0).withSlopes(0.5, 0),
                        at(1, 0).gives(POSITIVE_INFINITY).withSlopes(POSITIVE_INFINITY, NEGATIVE_INFINITY),
                        at(-1, 0).gives(NEGATIVE_INFINITY),
                        at(1, -0.0).gives(NEGATIVE_INFINITY),
                        at(0, 0).gives(NaN),
                        at(1, POSITIVE_INFINITY).gives(0).withSlopes(0, 0),
                        at(-1, POSITIVE_INFINITY).gives(-0.0),
                        at(1, NaN).gives(NaN)));
    }
}
