package org.gradus.tensor.selection;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class WeighTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Weigh(), (w, x) -> w * x)
                .smoothOn(-3, -0.5)
                .smoothOn(0.5, 3)
                .edges(
                        at(0, 5).gives(0).withSlopes(5, 0),
                        at(0, POSITIVE_INFINITY).gives(0).withSlopes(POSITIVE_INFINITY, 0),
                        at(-0.0, NaN).gives(0).withSlopes(NaN, 0),
                        at(2, POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(POSITIVE_INFINITY, 2),
                        at(2, NaN).gives(NaN).withSlopes(NaN, 2),
                        at(NaN, 1).gives(NaN).withSlopes(1, NaN)));
    }
}
