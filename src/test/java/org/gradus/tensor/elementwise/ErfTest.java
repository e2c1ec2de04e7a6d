package org.gradus.tensor.elementwise;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;

class ErfTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Erf(), ErfTest::series)
                .within(16)
                .smoothOn(-3, 3)
                .edges(
                        at(0).gives(0).withSlopes(2 / Math.sqrt(Math.PI)),
                        at(POSITIVE_INFINITY).gives(1).withSlopes(0),
                        at(NEGATIVE_INFINITY).gives(-1).withSlopes(0),
                        at(NaN).gives(NaN).withSlopes(NaN)));
    }

    /** 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · … · (2n + 1)), whose terms all have one sign (DLMF 7.6.2). */
    private static double series(double x) {
        double term = x;
        double sum = 0;
        for (int n = 0; n < 200; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 3);
        }
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }
}
