package org.gradus.goldens;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.State;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/** The walk of a rule over a problem of a reference file, where all parameters are one vector. */
final class Trajectories {
    private static final int STEPS = 200;

    private Trajectories() {}

    /** Runs the rule; where the entry has θ, compares it and the loss and shows the number of the step and the state. */
    static void replay(JsonObject file, JsonObject entry, RuleWithRate rule, BiConsumer<Integer, State> look) {
        JsonObject problem = file.getAsJsonObject("problems")
                .getAsJsonObject(entry.get("problem").getAsString());
        double tolerance = entry.get("abs_tol").getAsDouble();
        Function<Tensor, Tensor> loss = Problems.loss(problem);
        Parameter theta = new Parameter("theta", Tensor.of(Goldens.numbers(problem.getAsJsonArray("theta0"))));
        Optimizer optimizer = rule.optimizer(Map.of("theta", theta));
        JsonObject snapshots = entry.getAsJsonObject("theta");
        int steps = entry.has("steps") ? entry.get("steps").getAsInt() : STEPS;
        for (int t = 1; t <= steps; t++) {
            optimizer.step(loss.apply(theta.value()).backward());
            if (snapshots.has(Integer.toString(t))) {
                double[] expected = Goldens.numbers(snapshots.getAsJsonArray(Integer.toString(t)));
                Goldens.assertClose("θ after step " + t, theta.value().toArray(), expected, tolerance, 0);
                double after = entry.getAsJsonObject("loss_after")
                        .get(Integer.toString(t))
                        .getAsDouble();
                double[] found = {loss.apply(theta.value()).item()};
                Goldens.assertClose("loss after step " + t, found, new double[] {after}, tolerance, 1e-9);
                look.accept(t, optimizer.state());
            }
        }
    }
}
