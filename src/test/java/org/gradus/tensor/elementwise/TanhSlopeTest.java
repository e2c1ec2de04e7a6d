package org.gradus.tensor.elementwise;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class TanhSlopeTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new TanhSlope(), (a, b) -> a * (1 - b * b))
                .smoothOn(-1, 1)
                .edges(
                        at(3, 1).gives(0).withSlopes(0, -6),
                        at(3, 0).gives(3).withSlopes(1, 0),
                        at(POSITIVE_INFINITY, 1).gives(NaN),
                        at(NaN, 0).gives(NaN)));
    }
}
