package org.gradus.tensor.selection;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class MaximumTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Maximum(), (a, b) -> a > b ? a : b)
                .smoothOn(-3, 3)
                .edges(
                        at(3, 2).gives(3).withSlopes(1, 0),
                        at(2, 3).gives(3).withSlopes(0, 1),
                        at(2, 2).gives(2).withSlopes(0.5, 0.5),
                        at(0, -0.0).gives(0).withSlopes(0.5, 0.5),
                        at(NEGATIVE_INFINITY, 1).gives(1).withSlopes(0, 1),
                        at(NaN, 1).gives(NaN),
                        at(1, NaN).gives(NaN)));
    }
}
