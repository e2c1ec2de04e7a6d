package org.gradus.optim.gradient;

import java.util.Arrays;
import java.util.Optional;
import org.gradus.equation.Equations;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.optim.LoopAndLines;
import org.gradus.optim.Treatment;
import org.gradus.tensor.RandomStream;

/** That a treatment's loop says what its lines say, as {@code EquationProof} has it for rules: with the lines of plain descent after them. */
final class TreatmentProof {
    private static final int STEPS = 60;

    private TreatmentProof() {}

    /** What a loop does to a gradient. */
    @FunctionalInterface
    interface Loop {
        void apply(double[] g, long t);
    }

    /** Where a loop parts from the lines of a treatment; empty if it does not. */
    static Optional<String> of(Treatment treatment, Loop loop) {
        for (int size : new int[] {1, 2, 8, 40}) {
            Optional<String> parting = walk(treatment.equations(), loop, size);
            if (parting.isPresent()) {
                return parting;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> walk(Equations lines, Loop loop, int size) {
        String treated = lines.lines().get(lines.lines().size() - 1).left().text();
        Recurrence recurrence =
                new Recurrence(lines.then(Equations.of("θ_t = θ_{t−1} − " + treated)), new double[size]);
        RandomStream random = new RandomStream(size);
        for (long t = 1; t <= STEPS; t++) {
            double[] g = gradient(size, t, random);
            double[] seen = g.clone();
            loop.apply(seen, t);
            Snapshot step = recurrence.step(1, point -> g.clone());
            double[] expected = step.value(treated);
            double[] terms = step.largestTerms().get(treated);
            for (int i = 0; i < size; i++) {
                double tolerance = LoopAndLines.ULPS * Math.ulp(terms[terms.length == 1 ? 0 : i]);
                if (!(Math.abs(seen[i] - expected[i]) <= tolerance)) {
                    return Optional.of("step %s: %s[%s] is %s in the loop and %s by the equations"
                            .formatted(t, treated, i, seen[i], expected[i]));
                }
            }
        }
        return Optional.empty();
    }

    /** Usual, often 0, tiny, huge, and all of them 0 at every tenth step. */
    private static double[] gradient(int size, long t, RandomStream random) {
        double[] g = new double[size];
        Arrays.setAll(g, i -> switch (t % 10 == 0 ? 9 : i % 5) {
            case 0 -> random.gaussian();
            case 1 -> random.uniform() < 0.7 ? 0 : random.gaussian();
            case 2 -> 1e-300 * random.gaussian();
            case 3 -> t % 3 == 0 ? 1e150 * random.gaussian() : random.gaussian();
            default -> 0;
        });
        return g;
    }
}
