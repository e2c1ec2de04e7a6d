package org.gradus.tensor.selection;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class ReluTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Relu(), x -> x > 0 ? x : 0)
                .smoothOn(-3, -0.1)
                .smoothOn(0.1, 3)
                .edges(
                        at(0).gives(0).withSlopes(0),
                        at(-0.0).gives(0).withSlopes(0),
                        at(Double.MIN_VALUE).gives(Double.MIN_VALUE).withSlopes(1),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(1),
                        at(NEGATIVE_INFINITY).gives(0).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(0)));
    }
}
