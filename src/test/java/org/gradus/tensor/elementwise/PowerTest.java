package org.gradus.tensor.elementwise;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class PowerTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Power(), StrictMath::pow)
                .within(1)
                .smoothOn(0.3, 3)
                .edges(
                        at(-2, 3).gives(-8).withSlopes(12, NaN),
                        at(2, -1).gives(0.5),
                        at(0, 2).gives(0).withSlopes(0, 0),
                        at(0, -1).gives(Double.POSITIVE_INFINITY).withSlopes(Double.NEGATIVE_INFINITY, 0),
                        at(0, 0).gives(1).withSlopes(0, 0),
                        at(0, 1).gives(0).withSlopes(1, 0),
                        at(NaN, 0).gives(1).withSlopes(0, NaN),
                        at(-8, 1 / 3.0).gives(NaN),
                        at(0, -1).gives(POSITIVE_INFINITY),
                        at(2, NaN).gives(NaN)));
    }
}
