package org.gradus.tensor.selection;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class WithinTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Within(-1, 2), x -> -1 <= x && x <= 2 ? 1 : 0)
                .smoothOn(-3, -1.1)
                .smoothOn(-0.9, 1.9)
                .smoothOn(2.1, 3)
                .edges(
                        at(-1).gives(1).withSlopes(0),
                        at(2).gives(1).withSlopes(0),
                        at(Math.nextUp(2.0)).gives(0),
                        at(POSITIVE_INFINITY).gives(0),
                        at(NaN).gives(0)));
    }
}
