package org.gradus.tensor.selection;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.Edge.at;

import java.util.List;
import org.gradus.tensor.ElementFormula;
import org.gradus.tensor.ElementwiseContract;
import org.gradus.tensor.GradientCheck;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class WhereTest implements ElementwiseContract {
    @Override
    public List<ElementFormula> formulas() {
        return List.of(ElementFormula.of(new Where(), 3, x -> x[0] != 0 ? x[1] : x[2])
                .smoothOn(-3, -0.1)
                .smoothOn(0.1, 3)
                .edges(
                        at(1, 5, 7).gives(5).withSlopes(0, 1, 0),
                        at(0, 5, 7).gives(7).withSlopes(0, 0, 1),
                        at(-0.0, 5, 7).gives(7).withSlopes(0, 0, 1),
                        at(NaN, 5, 7).gives(5).withSlopes(0, 1, 0),
                        at(1, NaN, 7).gives(NaN),
                        at(1, -0.0, NaN).gives(-0.0).withSlopes(0, 1, 0)));
    }

    /** The samples' conditions are never 0, because at 0 there is a jump; so here it is held fixed. */
    @Test
    void gradientsOfBothBranchesAgreeWithDifferences() {
        Tensor condition = Tensor.of(1, 0, -1, 0);
        List<Tensor> x = List.of(Tensor.of(0.5, 1, 2, 3), Tensor.of(-1, 0.7, 0.3, 2));
        assertThat(GradientCheck.of(
                        p -> Tensor.apply(
                                new Where(),
                                condition,
                                p.get(0).pow(3),
                                p.get(1).exp()),
                        x,
                        new RandomStream(1)))
                .allMatch(GradientCheck::passes);
    }
}
