package org.gradus.experiment.duel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.experiment.statistics.Question;
import org.gradus.experiment.statistics.Spread;
import org.gradus.train.Training;

/** The questions of a duel, and each run's number. */
final class Measures {
    /** How many questions are judged together; the time is judged beside them. */
    static final int QUESTIONS = Aspect.values().length - 1;

    private static final int PERCENT = 100;

    private final List<RunResult> first;
    private final List<RunResult> second;
    private final Target target;
    private final DataShelf shelf;

    Measures(List<RunResult> first, List<RunResult> second, Target target, DataShelf shelf) {
        this.first = first;
        this.second = second;
        this.target = target;
        this.shelf = shelf;
    }

    /** Each run's numbers, in the order of the aspects. */
    Map<Aspect, Pairs> pairs(boolean hasLabels) {
        Pairs quality = hasLabels
                ? pairs(
                        new Question("test accuracy", "%", false),
                        run -> PERCENT * run.test().orElseThrow().accuracy())
                : pairs(
                        new Question("test loss", "", true),
                        run -> run.test().orElseThrow().loss());
        Pairs gap = hasLabels
                ? pairs(
                        new Question("generalization gap", "%", true, "smaller"),
                        run -> PERCENT
                                * (run.history().last().onTraining().accuracy()
                                        - run.test().orElseThrow().accuracy()))
                : pairs(
                        new Question("generalization gap", "", true, "smaller"),
                        run -> run.test().orElseThrow().loss()
                                - run.history().last().onTraining().loss());
        Map<Aspect, Pairs> pairs = new EnumMap<>(Aspect.class);
        pairs.put(Aspect.SPEED, pairs(new Question("steps to " + target, "steps", true, "faster"), this::steps));
        pairs.put(Aspect.TIME, pairs(new Question("seconds to " + target, "s", true, "faster"), this::seconds));
        pairs.put(
                Aspect.TRAINING,
                pairs(
                        new Question("final training loss", "", true),
                        run -> run.history().last().onTraining().loss()));
        pairs.put(Aspect.TEST, quality);
        pairs.put(Aspect.GAP, gap);
        pairs.put(Aspect.SPREAD, Spread.of(quality, "spread over seeds"));
        pairs.put(Aspect.FAILURES, quality.failures("diverged runs"));
        return pairs;
    }

    /** The share of the run's time that its steps to the target are of all its steps. */
    private double seconds(RunResult run) {
        return steps(run) / training(run).steps(run.history().last().epoch()) * run.seconds();
    }

    private double steps(RunResult run) {
        Training training = training(run);
        return target.steps(run.history().epochs(), training::steps);
    }

    private Training training(RunResult run) {
        return new RunRecipe(run.spec(), shelf).training();
    }

    private Pairs pairs(Question question, ToDoubleFunction<RunResult> measure) {
        return new Pairs(question, numbers(first, question, measure), numbers(second, question, measure));
    }

    private static double[] numbers(List<RunResult> runs, Question question, ToDoubleFunction<RunResult> measure) {
        return runs.stream()
                .mapToDouble(run -> run.isComparable() ? measure.applyAsDouble(run) : question.worst())
                .map(value -> Double.isNaN(value) ? question.worst() : value)
                .toArray();
    }
}
