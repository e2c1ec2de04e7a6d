package org.gradus.tensor.selection;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class SignTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Sign(), x -> x < 0 ? -1 : 1)
                .smoothOn(-3, -0.1)
                .smoothOn(0.1, 3)
                .edges(
                        at(0).gives(0).withSlopes(0),
                        at(NEGATIVE_INFINITY).gives(-1).withSlopes(0),
                        at(POSITIVE_INFINITY).gives(1),
                        at(NaN).gives(NaN).withSlopes(0)));
    }
}
