package org.gradus.tensor.elementwise;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class SqrtTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Sqrt(), StrictMath::sqrt)
                .smoothOn(0.2, 9)
                .edges(
                        at(9).gives(3).withSlopes(1 / 6.0),
                        at(0).gives(0).withSlopes(POSITIVE_INFINITY),
                        at(-0.0).gives(-0.0),
                        at(-1).gives(NaN).withSlopes(NaN),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
