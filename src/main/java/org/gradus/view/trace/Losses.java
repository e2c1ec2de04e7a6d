package org.gradus.view.trace;

import java.util.List;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;

/** What to draw of a trace's losses: the loss after each step, or, where the problem itself changes with the steps, its average regret. */
final class Losses {
    private Losses() {}

    static List<Double> of(Trace trace) {
        return trace.landscapeChanges()
                ? trace.averageRegret()
                : trace.steps().stream().map(TraceStep::loss).toList();
    }

    static String label(Trace trace) {
        if (!trace.landscapeChanges()) {
            return "loss";
        }
        return trace.landscape().minima().isEmpty() ? "mean loss so far" : "regret / t";
    }

    static String title(Trace trace) {
        if (!trace.landscapeChanges()) {
            return "Loss after each step";
        }
        return trace.landscape().minima().isEmpty()
                ? "Mean loss so far"
                : "Average regret against the best fixed point";
    }
}
