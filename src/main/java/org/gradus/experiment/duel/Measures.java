package org.gradus.experiment.duel;

import java.util.ArrayList;
import java.util.List;
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
    /** How many questions are judged together. */
    static final int QUESTIONS = 6;

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

    /** The answers that are judged together. */
    List<Pairs> answers(boolean hasLabels) {
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
        List<Pairs> answers = new ArrayList<>();
        answers.add(pairs(new Question("steps to " + target, "steps", true, "faster"), this::steps));
        answers.add(pairs(
                new Question("final training loss", "", true),
                run -> run.history().last().onTraining().loss()));
        answers.add(quality);
        answers.add(gap);
        answers.add(Spread.of(quality, "spread over seeds"));
        answers.add(quality.failures("diverged runs"));
        return answers;
    }

    /** How long it took in seconds, which are those of this machine and of what else it had to do. */
    Pairs seconds() {
        return pairs(new Question("seconds to " + target, "s", true, "faster"), run -> {
            double all = training(run).steps(run.history().last().epoch());
            return steps(run) / all * run.seconds();
        });
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
                .mapToDouble(run -> Trial.isLost(run) ? question.worst() : measure.applyAsDouble(run))
                .map(value -> Double.isNaN(value) ? question.worst() : value)
                .toArray();
    }
}
