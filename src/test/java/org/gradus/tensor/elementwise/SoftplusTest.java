package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class SoftplusTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Softplus(), x -> StrictMath.log(1 + StrictMath.exp(x)))
                .within(8)
                .smoothOn(-2, 3)
                .edges(
                        at(1000).gives(1000).withSlopes(1),
                        at(-1000).gives(0).withSlopes(0),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(1),
                        at(NEGATIVE_INFINITY).gives(0).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
