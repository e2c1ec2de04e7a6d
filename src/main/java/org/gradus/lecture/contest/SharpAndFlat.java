package org.gradus.lecture.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.train.curvature.Interpolation;
import org.gradus.train.curvature.LinePoint;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 9: sharp and flat minima. The same network from the same start, with small and with large batches, with SGDM and with Adam, until all have
 * the same training loss: how sharp it is where they are, what lies between, and whether the flatter one generalizes better (Keskar et al. 2017,
 * <a href="https://arxiv.org/abs/1609.04836">arXiv 1609.04836</a>).
 *
 * @param loss the training loss that all were trained to
 * @param small the minima of SGDM with small batches, one for each seed
 * @param large those of SGDM with large batches
 * @param adam those of Adam with small batches
 * @param batches the line between small and large batches, for the first seed
 * @param rules the line between SGDM and Adam, for the first seed
 */
public record SharpAndFlat(
        double loss,
        List<Minimum> small,
        List<Minimum> large,
        List<Minimum> adam,
        Interpolation batches,
        Interpolation rules)
        implements Figure {
    private static final String SMALL = "16";
    private static final String LARGE = "512";

    /** Keeps copies of the lists, which nobody can change. */
    public SharpAndFlat {
        small = List.copyOf(small);
        large = List.copyOf(large);
        adam = List.copyOf(adam);
    }

    /**
     * {@return the figure, with the usual learning rates}
     *
     * @param workshop how many seeds, and how low the loss
     */
    static SharpAndFlat of(Workshop workshop) {
        int places = workshop.count(9, 41);
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
        return new SharpAndFlat(
                target,
                small,
                large,
                adam,
                small.get(0).to(large.get(0), places, workshop.shelf()),
                small.get(0).to(adam.get(0), places, workshop.shelf()));
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

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                        "Large batches end %s times as sharp as small ones, and test at %s %% against %s %%",
                        "大批次的終點是小批次的 %s 倍尖銳，測試準確率 %s %% 對 %s %%")
                .formatted(
                        Numbers.fixed(sharper(large), 1),
                        Numbers.fixed(accuracy(large), 1),
                        Numbers.fixed(accuracy(small), 1));
        return Panels.of(
                        title,
                        2,
                        line(
                                batches,
                                language.of("0: SGDM, batches of 16; 1: of 512", "0：SGDM，批次 16；1：批次 512"),
                                language),
                        line(rules, language.of("0: SGDM, 1: Adam, batches of 16", "0：SGDM，1：Adam，批次 16"), language),
                        rows(
                                language.of("largest eigenvalue of the Hessian", "Hessian 的最大特徵值"),
                                Axis.log(""),
                                Minimum::sharpness,
                                language),
                        rows(
                                Term.TEST_ACCURACY.in(language),
                                Axis.linear("%"),
                                minimum -> 100 * minimum.test().accuracy(),
                                language))
                .withSubtitle(language.of(
                                "digits, 64 – 32 – 10; each trained to a training loss of %s; %s seeds",
                                "digits，64 – 32 – 10；都訓練到訓練損失 %s；%s 個亂數種子")
                        .formatted(Numbers.text(loss), small.size()));
    }

    private static Chart line(Interpolation line, String title, Language language) {
        double[] alphas = ContestStudy.numbers(line.points(), LinePoint::alpha);
        return LineChart.of(
                title,
                Axis.linear("α").withLines(ReferenceLine.of(0, ""), ReferenceLine.of(1, "")),
                Axis.log(Term.LOSS.in(language)),
                Series.of(
                        Term.TRAINING_LOSS.in(language),
                        alphas,
                        ContestStudy.numbers(
                                line.points(), point -> point.training().loss())),
                Series.of(
                                Term.TEST_LOSS.in(language),
                                alphas,
                                ContestStudy.numbers(
                                        line.points(), point -> point.other().loss()))
                        .withStyle(LineStyle.DASHED));
    }

    private Chart rows(String title, Axis x, ToDoubleFunction<Minimum> measure, Language language) {
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

    @Override
    public String caption(Language language) {
        return language.of(
                        "The paper: large batches end in sharp minima, which generalize less well; the slide hints at the same of Adam. At the same training loss the large batches end sharper from %s of %s seeds and test worse from %s. Adam ends sharper than SGDM from %s, and tests at %s %%: that does not settle it. Lines: seed 1, walls of %s and %s. Usual rates (SGDM 0.1, Adam 0.02); with other rates the numbers change, and scaling weights changes eigenvalues (Dinh et al. 2017).",
                        "論文說大批次停在尖銳的最小值，泛化較差；投影片暗示 Adam 也是如此。訓練損失相同時，%s／%s 個種子的大批次終點較尖銳，%s 個種子的測試較差。Adam 在 %s 個種子比 SGDM 尖銳，測試準確率 %s %%：不足以定論。連線取自種子 1，牆高 %s 與 %s。學習率為慣用值（SGDM 0.1，Adam 0.02）；換學習率，數字就會不同，縮放權重也會改變特徵值（Dinh 等人 2017）。")
                .formatted(
                        sharperSeeds(large),
                        small.size(),
                        worseSeeds(large),
                        sharperSeeds(adam),
                        Numbers.fixed(accuracy(adam), 1),
                        Numbers.fixed(batches.barrier(), 3),
                        Numbers.fixed(rules.barrier(), 3));
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

    @Override
    public List<RunSpec> runs() {
        return Stream.of(small, large, adam)
                .flatMap(List::stream)
                .map(Minimum::spec)
                .toList();
    }
}
