package org.gradus.tensor.elementwise;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class SubTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Sub(), (a, b) -> a - b)
                .smoothOn(-3, 3)
                .edges(
                        at(1, 1).gives(0).withSlopes(1, -1),
                        at(-0.0, 0).gives(-0.0),
                        at(1, POSITIVE_INFINITY).gives(Double.NEGATIVE_INFINITY).withSlopes(1, -1),
                        at(POSITIVE_INFINITY, POSITIVE_INFINITY).gives(NaN),
                        at(NaN, 1).gives(NaN).withSlopes(1, -1)));
    }
}
