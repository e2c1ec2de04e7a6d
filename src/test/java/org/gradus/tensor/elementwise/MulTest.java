package org.gradus.tensor.elementwise;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class MulTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Mul(), (a, b) -> a * b)
                .smoothOn(-3, 3)
                .edges(
                        at(0, 5).gives(0).withSlopes(5, 0),
                        at(-0.0, 5).gives(-0.0).withSlopes(5, 0),
                        at(POSITIVE_INFINITY, -2)
                                .gives(Double.NEGATIVE_INFINITY)
                                .withSlopes(-2, POSITIVE_INFINITY),
                        at(POSITIVE_INFINITY, 0).gives(NaN).withSlopes(0, POSITIVE_INFINITY),
                        at(NaN, 1).gives(NaN).withSlopes(1, NaN)));
    }
}
