package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class ShiftTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        ElementFormula third = ElementFormula.of(new Shift(1 / 3.0), x -> x + 1 / 3.0);
        ElementFormula nothing = ElementFormula.of(new Shift(0), x -> x + 0);
        return List.of(
                third.smoothOn(-3, 3)
                        .edges(
                                at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(1),
                                at(NEGATIVE_INFINITY).gives(NEGATIVE_INFINITY).withSlopes(1),
                                at(NaN).gives(NaN).withSlopes(1)),
                nothing.smoothOn(-3, 3).edges(at(-0.0).gives(0).withSlopes(1)));
    }
}
