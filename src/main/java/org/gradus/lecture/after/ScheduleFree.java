package org.gradus.lecture.after;

import java.util.List;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 43: averages in the place of a schedule. A rate that falls needs to know its end; Schedule-Free rules are judged at x, an average, which is good at
 * any time. Defazio et al. 2024, <a href="https://arxiv.org/abs/2405.15682">arXiv 2405.15682</a>.
 *
 * @param constant AdamW at a constant rate
 * @param cosine AdamW with a rate that falls along a cosine
 * @param adamW Schedule-Free AdamW
 * @param sgd Schedule-Free SGD
 */
public record ScheduleFree(Averaged constant, Averaged cosine, Averaged adamW, Averaged sgd) implements Figure {
    private static final int EPOCHS = Averaged.EPOCHS;
    /** After how many epochs the title looks at them. */
    static final int EARLY = 4;

    /** {@return the figure: each with the best of a few rates} */
    static ScheduleFree of(Workshop workshop) {
        List<Double> rates = List.of(0.003, 0.01, 0.03);
        return new ScheduleFree(
                Averaged.tuned(workshop, "rule=adamw", rates),
                Averaged.tuned(workshop, "rule=adamw schedule=cosine", rates),
                Averaged.tuned(workshop, "rule=schedule-free-adamw", List.of(0.01, 0.03, 0.1)),
                Averaged.tuned(workshop, "rule=schedule-free-sgd", List.of(1.0, 3.0, 10.0)));
    }

    private List<Averaged> all() {
        return List.of(constant, cosine, adamW, sgd);
    }

    @Override
    public List<RunSpec> runs() {
        return all().stream()
                .flatMap(each -> each.group().runs().stream())
                .map(RunResult::spec)
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "After %s of %s epochs Schedule-Free SGD is at loss %s, AdamW with a cosine at %s",
                "第 %s 個週期之後（共 %s 個），Schedule-Free SGD 的損失是 %s，AdamW 加餘弦是 %s");
        return Panels.of(
                        title.formatted(EARLY, EPOCHS, text(sgd, EARLY), text(cosine, EARLY)),
                        2,
                        panel(
                                language.of("judged at x", "在 x 評分"),
                                language,
                                constant.median("AdamW").withStyle(LineStyle.DASHED),
                                cosine.quartiles(language.of("AdamW, cosine", "AdamW，餘弦")),
                                adamW.median("Schedule-Free AdamW"),
                                sgd.quartiles("Schedule-Free SGD")),
                        panel(
                                language.of("x, and y where it learns", "x，與學習時所在的 y"),
                                language,
                                adamW.median("Schedule-Free AdamW").withRole("x", LineStyle.SOLID),
                                adamW.where("Schedule-Free AdamW").withRole("y", LineStyle.DASHED),
                                sgd.median("Schedule-Free SGD").withRole("x", LineStyle.SOLID),
                                sgd.where("Schedule-Free SGD").withRole("y", LineStyle.DASHED)))
                .withSharing(Panels.Sharing.BOTH)
                .withSubtitle(language.of(
                                "digits, MLP 64 – 64 – 10 with batch normalization, batches of 16; median and quartiles of %s seeds",
                                "digits，MLP 64 – 64 – 10，批次標準化，批次大小 16；%s 個亂數種子的中位數與四分位數")
                        .formatted(sgd.group().runs().size()));
    }

    private static Chart panel(String title, Language language, Series... lines) {
        return LineChart.of(
                title,
                Axis.linear(Term.EPOCH.in(language)),
                Axis.log(Term.VALIDATION_LOSS.in(language)).withLimits(0.04, 0.4),
                lines);
    }

    private static String text(Averaged runs, int epoch) {
        return Numbers.fixed(runs.loss(epoch), 3);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "At a constant rate AdamW leaps about; a cosine quiets it, but only near an end that has to be known. Schedule-Free rules have a constant rate and are judged at x, an average of their steps, at any time. In the end the cosine has %s, Schedule-Free AdamW %s, Schedule-Free SGD %s. At y, nine tenths of which is x, the latter two have %s and %s. After epoch %s Schedule-Free AdamW is at %s, AdamW at %s. Rates (%s, in the order of the legend) are the best of three by this very loss, and the seeds few, so the order of close ones means little.",
                        "固定學習率時 AdamW 跳來跳去；餘弦能讓它安靜下來，但只在靠近終點時，而終點必須事先知道。Schedule-Free 的學習率固定，在各步的平均 x 評分，隨時可停。最後餘弦是 %s，Schedule-Free AdamW 是 %s，Schedule-Free SGD 是 %s。y 有九成是 x，後兩者在 y 是 %s 與 %s。第 %s 個週期之後，Schedule-Free AdamW 是 %s，AdamW 是 %s。學習率（依圖例順序 %s）是三個之中這個損失最低的，種子又少，因此接近的名次意義不大。")
                .formatted(
                        text(cosine, EPOCHS),
                        text(adamW, EPOCHS),
                        text(sgd, EPOCHS),
                        Numbers.fixed(adamW.learning().get(EPOCHS).median(), 3),
                        Numbers.fixed(sgd.learning().get(EPOCHS).median(), 3),
                        EARLY,
                        text(adamW, EARLY),
                        text(constant, EARLY),
                        String.join(
                                ", ",
                                all().stream()
                                        .map(each -> Numbers.text(each.rate()))
                                        .toList()));
    }
}
