package org.gradus.tensor.selection;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class ClampTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(bounded(), from(0));
    }

    private static ElementFormula bounded() {
        return ElementFormula.of(new Clamp(-1, 2), x -> x < -1 ? -1 : x > 2 ? 2 : x)
                .smoothOn(-3, -1.1)
                .smoothOn(-0.9, 1.9)
                .smoothOn(2.1, 3)
                .edges(
                        at(-1).gives(-1).withSlopes(1),
                        at(2).gives(2).withSlopes(1),
                        at(Math.nextUp(2.0)).gives(2).withSlopes(0),
                        at(NEGATIVE_INFINITY).gives(-1).withSlopes(0),
                        at(POSITIVE_INFINITY).gives(2).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(0));
    }

    private static ElementFormula from(double lower) {
        return ElementFormula.of(new Clamp(lower, POSITIVE_INFINITY), x -> x < lower ? lower : x)
                .smoothOn(-3, -0.1)
                .smoothOn(0.1, 3)
                .edges(
                        at(0).gives(0).withSlopes(1),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(1));
    }
}
