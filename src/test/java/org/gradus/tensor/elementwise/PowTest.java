package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class PowTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(one(), line(), square(), cube(), reciprocal(), root(), fraction());
    }

    private static ElementFormula of(double p) {
        return ElementFormula.of(new Pow(p), x -> StrictMath.pow(x, p)).within(1);
    }

    private static ElementFormula one() {
        return of(0).smoothOn(-3, 3)
                .edges(
                        at(0).gives(1).withSlopes(0),
                        at(-0.0).gives(1),
                        at(NEGATIVE_INFINITY).gives(1),
                        at(NaN).gives(1).withSlopes(0));
    }

    private static ElementFormula line() {
        return of(1).smoothOn(-3, 3)
                .edges(
                        at(0).gives(0).withSlopes(1),
                        at(-0.0).gives(-0.0).withSlopes(1),
                        at(NaN).gives(NaN).withSlopes(1));
    }

    private static ElementFormula square() {
        return of(2).smoothOn(-3, 3)
                .edges(
                        at(0).gives(0).withSlopes(0),
                        at(-3).gives(9).withSlopes(-6),
                        at(NEGATIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(NEGATIVE_INFINITY),
                        at(NaN).gives(NaN).withSlopes(NaN));
    }

    private static ElementFormula cube() {
        return of(3).smoothOn(-3, 3)
                .edges(
                        at(-2).gives(-8).withSlopes(12),
                        at(-0.0).gives(-0.0).withSlopes(0),
                        at(NEGATIVE_INFINITY).gives(NEGATIVE_INFINITY).withSlopes(POSITIVE_INFINITY));
    }

    private static ElementFormula reciprocal() {
        return of(-1).smoothOn(-3, -0.3)
                .smoothOn(0.3, 3)
                .edges(
                        at(0).gives(POSITIVE_INFINITY).withSlopes(NEGATIVE_INFINITY),
                        at(-4).gives(-0.25).withSlopes(-0.0625),
                        at(POSITIVE_INFINITY).gives(0).withSlopes(0));
    }

    private static ElementFormula root() {
        return of(0.5).smoothOn(0.1, 4)
                .edges(
                        at(0).gives(0).withSlopes(POSITIVE_INFINITY),
                        at(-1).gives(NaN).withSlopes(NaN),
                        at(POSITIVE_INFINITY).gives(POSITIVE_INFINITY).withSlopes(0));
    }

    private static ElementFormula fraction() {
        return of(-1.7).smoothOn(0.3, 4).edges(at(0).gives(POSITIVE_INFINITY), at(-2).gives(NaN));
    }
}
