package org.gradus.lecture.contest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.train.EpochMetrics;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 6: Adam against SGDM, training and test, loss and accuracy, with the verdicts of the duel as its title.
 *
 * @param study the duel
 */
public record AdamAgainstSgdm(ContestStudy study) implements Figure {

    /**
     * {@return the figure}
     *
     * @param workshop where the duel is shared
     * @throws InterruptedException if somebody asked to stop
     */
    static AdamAgainstSgdm of(Workshop workshop) throws InterruptedException {
        return new AdamAgainstSgdm(workshop.shared(ContestStudy.class, ContestStudy::of));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of("%s, %s; %s", "%s，%s；%s")
                .formatted(
                        study.verdict(Aspect.SPEED, language),
                        study.verdict(Aspect.TRAINING, language),
                        study.verdict(Aspect.TEST, language));
        Axis accuracy = Axis.linear("").withLimits(0.85, 1.002); // before that it is chance and its end
        return Panels.of(
                        title,
                        2,
                        panel(
                                Term.TRAINING_LOSS,
                                Axis.log(""),
                                each -> each.onTraining().loss(),
                                language),
                        panel(
                                Term.TEST_LOSS,
                                Axis.log(""),
                                each -> each.test().orElseThrow().loss(),
                                language),
                        panel(
                                Term.TRAINING_ACCURACY,
                                accuracy,
                                each -> each.onTraining().accuracy(),
                                language),
                        panel(
                                Term.TEST_ACCURACY,
                                accuracy,
                                each -> each.test().orElseThrow().accuracy(),
                                language))
                .withSubtitle(study.conditions(language));
    }

    private Chart panel(Term term, Axis y, ToDoubleFunction<EpochMetrics> measure, Language language) {
        double[] epochs =
                ContestStudy.numbers(study.adam().runs().get(0).history().epochs(), EpochMetrics::epoch);
        List<Series> lines = study.sides().stream()
                .map(side -> side.line(Arrays.copyOfRange(epochs, 1, epochs.length), byEpoch(side, measure)))
                .toList();
        return LineChart.of(term.in(language), Axis.linear(Term.EPOCH.in(language)), y, lines.toArray(Series[]::new));
    }

    /** The middle half of the seeds after each epoch, from the first on. */
    List<Quartiles> byEpoch(ContestStudy.Side side, ToDoubleFunction<EpochMetrics> measure) {
        List<Quartiles> all = new RunGroup(Map.of(), side.runs()).byEpoch(measure);
        return all.subList(1, all.size());
    }

    @Override
    public String caption(Language language) {
        return language.of(
                                "The slide says that Adam is fast and SGDM converges better, with a question mark. Medians and the middle half of the seeds: to %s Adam takes %s steps, SGDM %s; they end at %s and %s of the test data. The speed is that of the rates found: at all rates about as good as these Adam takes %s epochs, SGDM %s; a duel with other seeds, fewer tuning runs and 20 pairs found a smaller rate for Adam and called SGDM faster. ",
                                "投影片說 Adam 快，SGDM 收斂得較好（帶問號）。圖為各種子的中位數與中間一半：達到 %s，Adam 需要 %s 步，SGDM 需要 %s 步；最後的測試準確率是 %s 與 %s。快慢取決於選出的學習率：在差不多一樣好的學習率之間，Adam 需要 %s 個週期，SGDM 需要 %s 個；另一次對決（別的種子、較少的調整、20 對）替 Adam 選了較小的學習率，結果是 SGDM 較快。")
                        .formatted(
                                study.result().tuning().target(),
                                steps(study.adam()),
                                steps(study.sgdm()),
                                accuracy(study.adam()),
                                accuracy(study.sgdm()),
                                study.epochsAtGoodRates(study.adam()),
                                study.epochsAtGoodRates(study.sgdm()))
                + study.budget(language);
    }

    private String steps(ContestStudy.Side side) {
        return Numbers.fixed(study.median(Aspect.SPEED, side), 0);
    }

    private String accuracy(ContestStudy.Side side) {
        return Numbers.fixed(study.median(Aspect.TEST, side), 1) + " %";
    }

    @Override
    public List<RunSpec> runs() {
        return study.runs();
    }
}
