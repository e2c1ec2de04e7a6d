package org.gradus.tensor.elementwise;

import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class OverTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(
                ElementFormula.of(new Over(3), x -> x / 3).smoothOn(-2, 2),
                ElementFormula.of(new Over(-0.1), x -> x / -0.1)
                        .smoothOn(-2, 2)
                        .edges(
                                at(0).gives(-0.0).withSlopes(-10),
                                at(Double.POSITIVE_INFINITY).gives(Double.NEGATIVE_INFINITY),
                                at(Double.NaN).gives(Double.NaN)));
    }
}
