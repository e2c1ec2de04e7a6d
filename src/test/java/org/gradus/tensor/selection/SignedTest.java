package org.gradus.tensor.selection;

import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class SignedTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Signed(), (a, b) -> b > 0 ? a : -a)
                .smoothOn(-3, -0.1)
                .smoothOn(0.1, 3)
                .edges(
                        at(5, 0).gives(0).withSlopes(0, 0),
                        at(5, -0.0).gives(0).withSlopes(0, 0),
                        at(Double.POSITIVE_INFINITY, 0).gives(0),
                        at(Double.NaN, 0).gives(0),
                        at(2, Double.NEGATIVE_INFINITY).gives(-2).withSlopes(-1, 0),
                        at(5, Double.NaN).gives(Double.NaN)));
    }
}
