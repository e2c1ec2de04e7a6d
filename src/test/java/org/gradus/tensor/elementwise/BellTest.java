package org.gradus.tensor.elementwise;

import static org.gradus.tensor.Edge.at;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

/** The derivatives of e^(−x²) by hand. */
class BellTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(
                bell(0, x -> 1, 1),
                bell(1, x -> -2 * x, -0.0),
                bell(2, x -> 4 * x * x - 2, -2),
                bell(3, x -> -8 * x * x * x + 12 * x, 0));
    }

    private static ElementFormula bell(int n, DoubleUnaryOperator polynomial, double atZero) {
        return ElementFormula.of(new Bell(n), x -> polynomial.applyAsDouble(x) * StrictMath.exp(-x * x))
                .within(8)
                .smoothOn(1.4, 3)
                .smoothOn(0.2, 0.5)
                .edges(
                        at(Double.POSITIVE_INFINITY).gives(0).withSlopes(0),
                        at(Double.NEGATIVE_INFINITY).gives(0).withSlopes(0),
                        at(1e200).gives(0).withSlopes(0),
                        at(0).gives(atZero),
                        at(Double.NaN).gives(Double.NaN));
    }
}
