package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class LogTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Log(), StrictMath::log)
                .within(1)
                .smoothOn(0.2, 9)
                .edges(
                        at(1).gives(0).withSlopes(1),
                        at(0).gives(NEGATIVE_INFINITY).withSlopes(POSITIVE_INFINITY),
                        at(-0.0).gives(NEGATIVE_INFINITY),
                        at(-1).gives(NaN),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
