package org.gradus.tensor.selection;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class GreaterTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Greater(), (a, b) -> a > b ? 1 : 0)
                .smoothOn(-3, 3)
                .edges(
                        at(3, 2).gives(1).withSlopes(0, 0),
                        at(2, 2).gives(0).withSlopes(0, 0),
                        at(0, -0.0).gives(0),
                        at(POSITIVE_INFINITY, 1).gives(1),
                        at(NaN, 1).gives(0),
                        at(1, NaN).gives(0)));
    }
}
