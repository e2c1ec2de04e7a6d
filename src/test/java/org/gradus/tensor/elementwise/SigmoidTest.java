package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class SigmoidTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Sigmoid(), x -> 1 / (1 + StrictMath.exp(-x)))
                .within(3)
                .smoothOn(-4, 4)
                .edges(
                        at(0).gives(0.5).withSlopes(0.25),
                        at(-0.0).gives(0.5).withSlopes(0.25),
                        at(1000).gives(1).withSlopes(0),
                        at(-1000).gives(0).withSlopes(0),
                        at(POSITIVE_INFINITY).gives(1).withSlopes(0),
                        at(NEGATIVE_INFINITY).gives(0).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }
}
