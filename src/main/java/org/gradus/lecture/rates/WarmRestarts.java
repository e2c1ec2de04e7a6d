package org.gradus.lecture.rates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 18: SGDR, a cosine that restarts, and what the training loss does at the restarts. Loshchilov and Hutter 2017,
 * <a href="https://arxiv.org/abs/1608.03983">arXiv 1608.03983</a>, with T_mult = 2.
 *
 * @param courses runs of SGDR and, second, at the constant rate from which it falls
 * @param first how many epochs the first period has, each later one twice those of the one before
 */
public record WarmRestarts(Courses courses, int first) implements Figure {

    /** {@return the figure: three periods, from the upper bound of the range test} */
    static WarmRestarts of(Workshop workshop) throws InterruptedException {
        RangeStudy study = RangeStudy.of(workshop);
        int first = workshop.count(1, 3);
        RunSpec run = study.run().with("epochs=%s learning-rate=%s".formatted(7 * first, study.maximum()));
        String sgdr = "schedule=sgdr:etaMin=0,tMult=2,t0=" + first * Courses.updates(run, workshop);
        return new WarmRestarts(
                Courses.of(run, List.of(sgdr, "schedule=constant"), workshop.count(1, 3), workshop), first);
    }

    /** {@return the epochs that end the periods: a restart follows all but the last} */
    int[] ends() {
        return new int[] {first, 3 * first, 7 * first};
    }

    RunGroup sgdr() {
        return courses.groups().get(0);
    }

    RunGroup constant() {
        return courses.groups().get(1);
    }

    /** {@return by which share the loss at its highest after a restart, in the first half of the period, lies above that before; 0 if nowhere} */
    double rise(int restart) {
        double[] losses = Courses.losses(sgdr());
        int end = ends()[restart];
        double highest = IntStream.rangeClosed(end, (end + ends()[restart + 1]) / 2)
                .mapToDouble(epoch -> losses[epoch])
                .max()
                .orElseThrow();
        return highest / losses[end] - 1;
    }

    /** {@return how many times smaller the loss is at the end of a period than at its restart} */
    double fall(int restart) {
        double[] losses = Courses.losses(sgdr());
        return losses[ends()[restart]] / losses[ends()[restart + 1]];
    }

    @Override
    public List<RunSpec> runs() {
        return courses.runs();
    }

    @Override
    public Chart chart(Language language) {
        ReferenceLine[] restarts = Arrays.stream(ends())
                .limit(2)
                .mapToObj(epoch -> ReferenceLine.of(epoch, language.of("restart", "重新啟動")))
                .toArray(ReferenceLine[]::new);
        Axis epoch = Axis.linear(Term.EPOCH.in(language)).withLines(restarts);
        String constant = language.of("constant", "固定");
        String title = language.of(
                "After a restart SGDR's loss rises by %s at most, and falls %s times by the next",
                "重新啟動後，SGDR 的損失最多升 %s，到下次重新啟動前降到 1/%s");
        return Panels.of(
                        title.formatted(Numbers.percent(Math.max(rise(0), rise(1)), 0), Numbers.fixed(fall(0), 1)),
                        1,
                        Courses.panel(
                                epoch,
                                Term.LEARNING_RATE.in(language),
                                Axis.linear("η"),
                                Courses.rate("SGDR", sgdr()),
                                Courses.rate(constant, constant())),
                        Courses.panel(
                                epoch,
                                Term.TRAINING_LOSS.in(language),
                                Axis.log(""),
                                Courses.loss("SGDR", sgdr()),
                                Courses.loss(constant, constant())))
                .withSharing(Panels.Sharing.X)
                .withSubtitle(courses.conditions(language));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: the rate falls as a cosine and jumps back, again and again. Here the loss rises after the jumps by %s and %s, and then falls %s and %s times. In the end it is %s, at the constant rate %s: restarts are to leave bad minima, and there seems to be none to leave here.",
                        "投影片：學習率依餘弦下降，再跳回最高，一再重複。這裡的損失在跳回後上升 %s 與 %s，之後降為 1/%s 與 1/%s。最後的訓練損失是 %s，固定學習率是 %s：重新啟動是為了離開不好的最小值，這裡似乎沒有需要離開的。")
                .formatted(
                        Numbers.percent(rise(0), 0),
                        Numbers.percent(rise(1), 0),
                        Numbers.fixed(fall(0), 1),
                        Numbers.fixed(fall(1), 1),
                        Numbers.text(Courses.last(sgdr())),
                        Numbers.text(Courses.last(constant())));
    }
}
