package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class ScaleTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        ElementFormula negation = ElementFormula.of(new Scale(-1), x -> -x);
        ElementFormula third = ElementFormula.of(new Scale(1 / 3.0), x -> x * (1 / 3.0));
        ElementFormula nothing = ElementFormula.of(new Scale(0), x -> x * 0);
        return List.of(
                negation.smoothOn(-3, 3)
                        .edges(
                                at(0).gives(-0.0).withSlopes(-1),
                                at(-0.0).gives(0),
                                at(POSITIVE_INFINITY).gives(NEGATIVE_INFINITY).withSlopes(-1),
                                at(NaN).gives(NaN).withSlopes(-1)),
                third.smoothOn(-3, 3),
                nothing.smoothOn(-3, 3)
                        .edges(
                                at(5).gives(0).withSlopes(0),
                                at(-5).gives(-0.0).withSlopes(0),
                                at(POSITIVE_INFINITY).gives(NaN).withSlopes(0)));
    }
}
