package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class ExpTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Exp(), StrictMath::exp)
                .within(1)
                .smoothOn(-3, 3)
                .edges(
                        at(0).gives(1).withSlopes(1),
                        at(-0.0).gives(1).withSlopes(1),
                        at(709.79).gives(POSITIVE_INFINITY),
                        at(-746).gives(0).withSlopes(0),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(POSITIVE_INFINITY),
                        at(NEGATIVE_INFINITY).gives(0).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
