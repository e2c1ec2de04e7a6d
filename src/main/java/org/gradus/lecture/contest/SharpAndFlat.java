package org.gradus.lecture.contest;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.train.curvature.Interpolation;
import org.gradus.train.curvature.LinePoint;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 9: sharp and flat minima. The same network from the same start, with small and with large batches, with SGDM and with Adam, until all have
 * the same training loss: how sharp it is where they are, what lies between, and whether the flatter one generalizes better (Keskar et al. 2017,
 * <a href="https://arxiv.org/abs/1609.04836">arXiv 1609.04836</a>).
 *
 * @param minima where the trainings have come to
 * @param batches the line between small and large batches, for the first seed
 * @param rules the line between SGDM and Adam, for the first seed
 */
public record SharpAndFlat(Minima minima, Interpolation batches, Interpolation rules) implements Figure {
    /**
     * {@return the figure, with the usual learning rates}
     *
     * @param workshop how many seeds, and how low the loss
     */
    static SharpAndFlat of(Workshop workshop) {
        Minima minima = Minima.of(workshop);
        int places = workshop.count(9, 41);
        Minimum first = minima.small().get(0);
        return new SharpAndFlat(
                minima,
                first.to(minima.large().get(0), places, workshop.shelf()),
                first.to(minima.adam().get(0), places, workshop.shelf()));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                        "Large batches end %s times as sharp as small ones, and test at %s %% against %s %%",
                        "大批次的終點是小批次的 %s 倍尖銳，測試準確率 %s %% 對 %s %%")
                .formatted(
                        Numbers.fixed(minima.sharper(minima.large()), 1),
                        Numbers.fixed(Minima.accuracy(minima.large()), 1),
                        Numbers.fixed(Minima.accuracy(minima.small()), 1));
        return Panels.of(
                        title,
                        2,
                        line(
                                batches,
                                language.of("0: SGDM, batches of 16; 1: of 512", "0：SGDM，批次 16；1：批次 512"),
                                language),
                        line(rules, language.of("0: SGDM, 1: Adam, batches of 16", "0：SGDM，1：Adam，批次 16"), language),
                        minima.rows(
                                language.of("largest eigenvalue of the Hessian", "Hessian 的最大特徵值"),
                                Axis.log(""),
                                Minimum::sharpness,
                                language),
                        minima.rows(
                                Term.TEST_ACCURACY.in(language),
                                Axis.linear("%"),
                                minimum -> 100 * minimum.test().accuracy(),
                                language))
                .withSubtitle(language.of(
                                "digits, 64 – 32 – 10; each trained to a training loss of %s; %s seeds",
                                "digits，64 – 32 – 10；都訓練到訓練損失 %s；%s 個亂數種子")
                        .formatted(Numbers.text(minima.loss()), minima.small().size()));
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

    @Override
    public String caption(Language language) {
        return language.of(
                        "The paper: large batches end in sharp minima, which generalize less well; the slide hints at the same of Adam. At the same training loss the large batches end sharper from %s of %s seeds and test worse from %s. Adam ends sharper than SGDM from %s, and tests at %s %%: that does not settle it. Lines: seed 1, walls of %s and %s. Usual rates (SGDM 0.1, Adam 0.02); with other rates the numbers change, and scaling weights changes eigenvalues (Dinh et al. 2017).",
                        "論文說大批次停在尖銳的最小值，泛化較差；投影片暗示 Adam 也是如此。訓練損失相同時，%s／%s 個種子的大批次終點較尖銳，%s 個種子的測試較差。Adam 在 %s 個種子比 SGDM 尖銳，測試準確率 %s %%：不足以定論。連線取自種子 1，牆高 %s 與 %s。學習率為慣用值（SGDM 0.1，Adam 0.02）；換學習率，數字就會不同，縮放權重也會改變特徵值（Dinh 等人 2017）。")
                .formatted(
                        minima.sharperSeeds(minima.large()),
                        minima.small().size(),
                        minima.worseSeeds(minima.large()),
                        minima.sharperSeeds(minima.adam()),
                        Numbers.fixed(Minima.accuracy(minima.adam()), 1),
                        Numbers.fixed(batches.barrier(), 3),
                        Numbers.fixed(rules.barrier(), 3));
    }

    @Override
    public List<RunSpec> runs() {
        return Stream.of(minima.small(), minima.large(), minima.adam())
                .flatMap(List::stream)
                .map(Minimum::spec)
                .toList();
    }
}
