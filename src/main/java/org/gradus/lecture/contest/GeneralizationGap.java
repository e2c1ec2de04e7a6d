package org.gradus.lecture.contest;

import java.util.List;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.statistics.Estimate;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 7: by how much Adam and SGDM do the training data better than the test data, and the differences seed by seed.
 *
 * @param study the duel
 * @param accuracy by how much more of the training data is classified rightly, in points
 * @param loss test loss beyond training loss
 */
public record GeneralizationGap(ContestStudy study, Gap accuracy, Gap loss) implements Figure {

    /**
     * {@return the figure}
     *
     * @param workshop where the duel is shared
     * @throws InterruptedException if somebody asked to stop
     */
    static GeneralizationGap of(Workshop workshop) throws InterruptedException {
        ContestStudy study = workshop.shared(ContestStudy.class, ContestStudy::of);
        return new GeneralizationGap(study, Gap.ofAccuracy(study), Gap.ofLoss(study));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                        "Training beats test by %s points with Adam and %s with SGDM; %s",
                        "訓練比測試高：Adam %s 個百分點，SGDM %s 個百分點；%s")
                .formatted(
                        Numbers.fixed(study.median(Aspect.GAP, study.adam()), 1),
                        Numbers.fixed(study.median(Aspect.GAP, study.sgdm()), 1),
                        study.verdict(Aspect.GAP, language));
        String better = language.of("seed by seed (← Adam better)", "同種子相減（← Adam 較好）");
        String points = language.of("training − test accuracy (points)", "訓練準確率 − 測試準確率（百分點）");
        String losses = language.of("test loss − training loss", "測試損失 − 訓練損失");
        return Panels.of(
                        title,
                        2,
                        gap(points, accuracy),
                        difference(better, accuracy),
                        gap(losses, loss),
                        difference(better, loss))
                .withSubtitle(study.conditions(language));
    }

    private Chart gap(String title, Gap gap) {
        return IntervalChart.of(
                title,
                Axis.linear("").withLines(ReferenceLine.of(0, "")),
                row(
                                study.adam().name(),
                                Gap.median(gap.pairs().first()),
                                gap.pairs().first())
                        .withColor(study.adam().color()),
                row(
                                study.sgdm().name(),
                                Gap.median(gap.pairs().second()),
                                gap.pairs().second())
                        .withColor(study.sgdm().color()));
    }

    private static Chart difference(String title, Gap gap) {
        return IntervalChart.of(
                title,
                Axis.linear("").withLines(ReferenceLine.of(0, "0")),
                row("Adam − SGDM", gap.difference(), gap.pairs().differences()));
    }

    private static IntervalChart.Row row(String name, Estimate median, double[] values) {
        return IntervalChart.Row.of(
                name,
                median.value(),
                median.interval().lower(),
                median.interval().upper(),
                values);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                                "The slide gives Adam a large generalization gap and SGDM a little one. Small dots are seeds, large ones their medians with 95 %% intervals; at the right both of a pair had the same seed. The median difference is %s points (%s to %s), in the loss %s (%s to %s): an interval that holds 0 decides nothing. ",
                                "投影片說 Adam 的泛化差距大，SGDM 的小。小點是各種子，大點是中位數與 95 %% 信賴區間；右邊每一對用同一個種子。差的中位數是 %s 個百分點（%s 到 %s），損失上是 %s（%s 到 %s）：區間含 0 就沒有定論。")
                        .formatted(
                                end(accuracy.difference().value(), 2),
                                end(accuracy.difference().interval().lower(), 2),
                                end(accuracy.difference().interval().upper(), 2),
                                end(loss.difference().value(), 4),
                                end(loss.difference().interval().lower(), 4),
                                end(loss.difference().interval().upper(), 4))
                + study.budget(language);
    }

    private static String end(double value, int places) {
        return Numbers.typeset(Numbers.fixed(value, places));
    }

    @Override
    public List<RunSpec> runs() {
        return study.runs();
    }
}
