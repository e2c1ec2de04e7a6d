package org.gradus.lecture.towards;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.lecture.RuleWalk;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.tensor.RandomStream;

/** What rules do late in training, when one large gradient comes after many small ones. */
final class RareGradient {
    /** How many small gradients come first. */
    static final int BEFORE = 20_000;

    /** How many follow. */
    static final int AFTER = 200;

    /** How many of the first are looked at. */
    static final int USELESS = 1000;

    /** The large one in the lecture's table. */
    static final double SPIKE = 100_000;

    static final long SEED = 12;

    private RareGradient() {}

    /** {@return Adam's movements in units of η on the lecture's table: gradients 1, and the large one among them} */
    static List<Double> movements(double beta1) {
        double[] table = new double[BEFORE + AFTER];
        Arrays.fill(table, 1);
        table[BEFORE] = SPIKE;
        RuleWalk walk = new RuleWalk(new Adam(beta1, 0.999, 1e-300), 0);
        return DoubleStream.of(table)
                .map(g -> {
                    walk.moveTo(0); // so that no digit is lost in a difference
                    return -walk.step(1, g)[0];
                })
                .boxed()
                .toList();
    }

    /** {@return θ from 1000 updates before the large gradient on; the small ones are 1 ± 0.3, the large one outweighs 1000 of them} */
    static List<Double> path(UpdateRule rule, double eta) {
        RandomStream random = new RandomStream(SEED);
        RuleWalk walk = new RuleWalk(rule, 0);
        double[] path = new double[BEFORE + AFTER];
        for (int i = 0; i < path.length; i++) {
            double small = 1 + 0.3 * random.gaussian();
            path[i] = walk.step(eta, i == BEFORE ? -USELESS : small)[0];
        }
        double start = path[BEFORE - USELESS - 1];
        return Arrays.stream(path, BEFORE - USELESS - 1, path.length)
                .map(theta -> theta - start)
                .boxed()
                .toList();
    }
}
