package org.gradus.tensor.elementwise;

import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

/** The derivatives of aᵇ by hand. */
class PowerSlopeTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(
                slope(1, 0, (a, b) -> b * StrictMath.pow(a, b - 1)),
                slope(0, 1, (a, b) -> StrictMath.pow(a, b) * StrictMath.log(a)),
                slope(2, 0, (a, b) -> b * (b - 1) * StrictMath.pow(a, b - 2)),
                slope(1, 1, (a, b) -> StrictMath.pow(a, b - 1) * (1 + b * StrictMath.log(a))),
                slope(0, 2, (a, b) -> StrictMath.pow(a, b) * StrictMath.log(a) * StrictMath.log(a)),
                slope(1, 2, (a, b) -> StrictMath.pow(a, b - 1) * StrictMath.log(a) * (2 + b * StrictMath.log(a))),
                slope(3, 0, (a, b) -> b * (b - 1) * (b - 2) * StrictMath.pow(a, b - 3)));
    }

    private interface Formula {
        double of(double a, double b);
    }

    private static ElementFormula slope(int n, int m, Formula formula) {
        return ElementFormula.of(new PowerSlope(n, m), 3, x -> x[0] * formula.of(x[1], x[2]))
                .within(8)
                .smoothOn(1.5, 1.9)
                .smoothOn(2.1, 3)
                .edges(at(5, 2, Double.NaN).gives(Double.NaN));
    }
}
