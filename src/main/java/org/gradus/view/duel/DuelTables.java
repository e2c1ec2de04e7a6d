package org.gradus.view.duel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gradus.experiment.Settings;
import org.gradus.experiment.duel.Answer;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Estimate;
import org.gradus.experiment.statistics.GoodRates;
import org.gradus.experiment.statistics.Interval;
import org.gradus.experiment.statistics.Summary;
import org.gradus.experiment.statistics.Verdict;
import org.gradus.train.EpochMetrics;
import org.gradus.view.Table;

/** The numbers of a duel. */
record DuelTables(DuelResult result) {
    private String first() {
        return result.duel().first().name();
    }

    private String second() {
        return result.duel().second().name();
    }

    /** One row for each question: the median and the quartiles of each side, and how often the first was better. */
    Table overview() {
        Table table = Table.of("", first(), second(), first() + " better in");
        for (Answer answer : result.answers()) {
            Verdict verdict = answer.verdict();
            table = table.with(
                    verdict.question().name(),
                    cell(answer, verdict.first(), answer.pairs().first()),
                    cell(answer, verdict.second(), answer.pairs().second()),
                    "%s of %s".formatted(verdict.probability().wins(), verdict.pairs()));
        }
        Optional<GoodRates> one = result.goodRates(result.tuning().first());
        Optional<GoodRates> other = result.goodRates(result.tuning().second());
        return one.isEmpty() || other.isEmpty()
                ? table
                : table.with("range of good rates", range(one.get()), range(other.get()), "");
    }

    private static String range(GoodRates rates) {
        return Amount.range(rates.lowest(), rates.highest());
    }

    /** Of runs that diverged it is the number that tells, not the median. */
    private static String cell(Answer answer, Summary summary, double... values) {
        return answer.aspect() == Aspect.FAILURES
                ? Long.toString(Math.round(Arrays.stream(values).sum()))
                : Amount.of(answer.pairs().question(), summary);
    }

    /** One row for each question: the statistics that its verdict rests on. */
    Table statistics() {
        Table table = Table.of(
                "question",
                "interquartile mean of " + first(),
                "of " + second(),
                "median difference",
                "its interval",
                "P(" + first() + " better)",
                "its interval",
                "p, signed ranks",
                "after Holm",
                "effect size r");
        for (Answer answer : result.answers()) {
            Verdict verdict = answer.verdict();
            Estimate difference = verdict.medianDifference();
            table = table.with(
                    verdict.question().name(),
                    verdict.first().interquartileMean(),
                    verdict.second().interquartileMean(),
                    difference.value(),
                    ends(difference.interval()),
                    verdict.probability().value(),
                    ends(verdict.probability().interval()),
                    verdict.test().p(),
                    verdict.adjustedP(),
                    verdict.test().rankBiserial());
        }
        return table;
    }

    private static String ends(Interval interval) {
        return "%s to %s".formatted(Amount.rounded(interval.lower()), Amount.rounded(interval.upper()));
    }

    /** One row for each seed: the numbers of the pair. */
    Table pairs() {
        List<String> head = new ArrayList<>(List.of("seed"));
        for (Answer answer : result.answers()) {
            String name = answer.pairs().question().name();
            head.add(first() + ": " + name);
            head.add(second() + ": " + name);
        }
        List<List<Object>> rows = new ArrayList<>();
        List<Long> seeds = result.duel().judgingSeeds();
        for (int i = 0; i < seeds.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(seeds.get(i)));
            for (Answer answer : result.answers()) {
                row.add(answer.pairs().first()[i]);
                row.add(answer.pairs().second()[i]);
            }
            rows.add(row);
        }
        return new Table(head, rows);
    }

    /** One row for each trial, in the order of the learning rates; means, and nothing where a run diverged. */
    Table trials(Tuned tuned) {
        boolean labels = result.duel().judgesAccuracy();
        List<String> head = new ArrayList<>(List.of("trial", "learning rate", "validation loss"));
        head.addAll(labels ? List.of("accuracy", "diverged", "") : List.of("diverged", ""));
        List<List<Object>> rows = new ArrayList<>();
        for (Trial trial : Sides.byRate(tuned)) {
            List<Object> row = new ArrayList<>(List.of(trial.toString(), trial.learningRate()));
            row.add(mean(trial, epoch -> epoch.validation().loss()));
            if (labels) {
                row.add(mean(trial, epoch -> epoch.validation().accuracy()));
            }
            row.add("%s of %s".formatted(trial.failures(), trial.runs().size()));
            row.add(trial.equals(tuned.best()) ? "best" : "");
            rows.add(row);
        }
        return new Table(head, rows);
    }

    private static Double mean(Trial trial, ToDoubleFunction<EpochMetrics> measure) {
        double mean = trial.mean(measure, Double.NaN);
        return Double.isNaN(mean) ? null : Double.valueOf(mean);
    }

    /** One row for each run, those of the tuning first: which it is, and how it ended. */
    Table runs() {
        List<List<Object>> rows = new ArrayList<>();
        Stream.of(result.tuning().results(), result.judging())
                .flatMap(results -> results.runs().stream())
                .forEach(run -> rows.add(row(run)));
        return new Table(List.of("run", "seed", "ending", "id", "fingerprint"), rows);
    }

    private static List<Object> row(RunResult run) {
        return List.of(run.spec().toString(), run.spec().get(Settings.SEED), run.ending(), run.id(), run.fingerprint());
    }
}
