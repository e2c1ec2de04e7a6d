package org.gradus.tensor.selection;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class GateTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Gate(), (a, b) -> b > 0 ? a : 0)
                .smoothOn(-3, -0.1)
                .smoothOn(0.1, 3)
                .edges(
                        at(5, 0).gives(0).withSlopes(0, 0),
                        at(5, -0.0).gives(0).withSlopes(0, 0),
                        at(5, Double.MIN_VALUE).gives(5).withSlopes(1, 0),
                        at(-0.0, 1).gives(-0.0).withSlopes(1, 0),
                        at(5, NaN).gives(0).withSlopes(0, 0),
                        at(NaN, 1).gives(NaN).withSlopes(1, 0),
                        at(NaN, -1).gives(0).withSlopes(0, 0),
                        at(POSITIVE_INFINITY, -1).gives(0).withSlopes(0, 0)));
    }
}
