package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class Expm1Test implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Expm1(), StrictMath::expm1)
                .within(2)
                .smoothOn(-3, 3)
                .smoothOn(-1e-9, 1e-9)
                .edges(
                        at(0).gives(0).withSlopes(1),
                        at(-0.0).gives(-0.0).withSlopes(1),
                        at(1e-20).gives(1e-20).withSlopes(1),
                        at(711).gives(POSITIVE_INFINITY),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(POSITIVE_INFINITY),
                        at(709.79).gives(POSITIVE_INFINITY),
                        at(NEGATIVE_INFINITY).gives(-1).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
