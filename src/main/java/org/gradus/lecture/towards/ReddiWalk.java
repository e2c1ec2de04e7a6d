package org.gradus.lecture.towards;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.landscape.Reddi;
import org.gradus.lecture.RuleWalk;
import org.gradus.optim.UpdateRule;

/** A rule on the problem of Reddi et al. 2018, with η_t = 0.5 / √t. */
final class ReddiWalk {
    /** In so many gradients there is one large one. */
    static final int CYCLE = 101;

    private static final double ETA = 0.5; // of the first update; the paper gives none

    private ReddiWalk() {}

    /**
     * Where a rule was.
     *
     * @param t after which update
     * @param x where
     * @param regret R_t / t, how much more than the best fixed point it has lost per update
     */
    public record Seen(int t, double x, double regret) {}

    /** {@return where the rule was: in the first cycle each time, then at ends of cycles at about equal ratios} */
    static List<Seen> walk(UpdateRule rule, int steps) {
        Reddi problem = new Reddi();
        RuleWalk walk = new RuleWalk(rule, 0);
        List<Seen> seen = new ArrayList<>();
        double regret = 0;
        double next = CYCLE;
        for (int t = 1; t <= steps; t++) {
            double slope = slope(t);
            regret += slope * (walk.theta()[0] + 1);
            walk.moveTo(problem.project(walk.step(ETA / FastMath.sqrt(t), slope)));
            boolean due = t % CYCLE == 0 && t >= next;
            if (t < CYCLE || due) {
                seen.add(new Seen(t, walk.theta()[0], regret / t));
                next = due ? 1.01 * t : next;
            }
        }
        return seen;
    }

    /** The problem's gradient, without the engine, which would take longer than all the rest. */
    static double slope(int t) {
        return t % CYCLE == 1 ? 1010 : -10;
    }
}
