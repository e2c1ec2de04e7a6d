package org.gradus.lecture.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.view.Language;

/**
 * Minima of the same loss of one network, from the same starts, with the usual learning rates.
 *
 * @param loss the training loss that all were trained to
 * @param small the minima of SGDM with small batches, one for each seed
 * @param large those of SGDM with large batches
 * @param adam those of Adam with small batches
 */
record Minima(double loss, List<Minimum> small, List<Minimum> large, List<Minimum> adam) {
    private static final String SMALL = "16";
    private static final String LARGE = "512";

    static Minima of(Workshop workshop) {
        double target = workshop.count(10, 1) / 100.0;
        RunSpec base = RunSpec.of(
                "data=digits hidden=32 normalization=none epochs=600 evaluate-every=600 evaluate-training=no");
        List<Minimum> small = new ArrayList<>();
        List<Minimum> large = new ArrayList<>();
        List<Minimum> adam = new ArrayList<>();
        for (int seed = 1; seed <= workshop.count(2, 5); seed++) {
            RunSpec own = base.with("seed=" + seed);
            small.add(Minimum.of(own.with("rule=sgdm batch-size=" + SMALL), target, workshop.shelf()));
            large.add(Minimum.of(own.with("rule=sgdm batch-size=" + LARGE), target, workshop.shelf()));
            adam.add(Minimum.of(own.with("rule=adam batch-size=" + SMALL), target, workshop.shelf()));
        }
        return new Minima(target, List.copyOf(small), List.copyOf(large), List.copyOf(adam));
    }

    static double median(List<Minimum> minima, ToDoubleFunction<Minimum> measure) {
        return Quartiles.of(ContestStudy.numbers(minima, measure)).median();
    }

    /** How many times as sharp it is where some have come to as where SGDM with small batches has. */
    double sharper(List<Minimum> minima) {
        return median(minima, Minimum::sharpness) / median(small, Minimum::sharpness);
    }

    static double accuracy(List<Minimum> minima) {
        return 100 * median(minima, minimum -> minimum.test().accuracy());
    }

    /** From how many seeds some minima are sharper than that of SGDM with small batches. */
    long sharperSeeds(List<Minimum> minima) {
        return seeds(minima, (one, other) -> one.sharpness() > other.sharpness());
    }

    /** From how many seeds some minima classify fewer test examples rightly than that of SGDM with small batches. */
    long worseSeeds(List<Minimum> minima) {
        return seeds(
                minima, (one, other) -> one.test().accuracy() < other.test().accuracy());
    }

    private long seeds(List<Minimum> minima, BiPredicate<Minimum, Minimum> holds) {
        return IntStream.range(0, small.size())
                .filter(i -> holds.test(minima.get(i), small.get(i)))
                .count();
    }

    /** A measure of all of them: seeds, medians and middle halves. */
    Chart rows(String title, Axis x, ToDoubleFunction<Minimum> measure, Language language) {
        return IntervalChart.of(
                title,
                x,
                row(language.of("SGDM, 16", "SGDM，16"), small, measure).withColor(Rules.color("sgdm")),
                row(language.of("SGDM, 512", "SGDM，512"), large, measure).withColor(Rules.color("sgdm")),
                row(language.of("Adam, 16", "Adam，16"), adam, measure).withColor(Rules.color("adam")));
    }

    private static IntervalChart.Row row(String name, List<Minimum> minima, ToDoubleFunction<Minimum> measure) {
        double[] values = ContestStudy.numbers(minima, measure);
        Quartiles middle = Quartiles.of(values);
        return IntervalChart.Row.of(name, middle.median(), middle.lower(), middle.upper(), values);
    }
}
