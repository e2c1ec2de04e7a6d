package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class AddTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Add(), (a, b) -> a + b)
                .smoothOn(-3, 3)
                .edges(
                        at(0, 0).gives(0).withSlopes(1, 1),
                        at(-0.0, -0.0).gives(-0.0),
                        at(POSITIVE_INFINITY, 1).gives(POSITIVE_INFINITY).withSlopes(1, 1),
                        at(POSITIVE_INFINITY, NEGATIVE_INFINITY).gives(NaN),
                        at(1, NaN).gives(NaN).withSlopes(1, 1)));
    }
}
