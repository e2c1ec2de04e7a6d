package org.gradus.lecture.help;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.gradus.train.Curriculum;
import org.gradus.train.Pacing;
import org.gradus.train.Training;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 30: curriculum learning, of equally many updates as learning from all examples at once. Clean examples first help for as long as the
 * others stay away; easy examples first, where all are clean, do not help here.
 *
 * @param atOnce runs on all examples, all clean
 * @param easyFirst runs that begin with the examples nearest to the mean of their class
 * @param allAtOnce runs on all examples, some of them with a wrong label
 * @param cleanFirst runs that begin with those that have the right one
 */
public record EasyFirst(Course atOnce, Course easyFirst, Course allAtOnce, Course cleanFirst) implements Figure {
    private static final RunSpec BASE = RunSpec.of("data=digits normalization=none rule=sgdm");

    /** {@return the figure: SGDM with its usual rate on the digits} */
    static EasyFirst of(Workshop workshop) {
        int easy = workshop.count(5, 9); // with 1/k, 2/k, …, 1 of the examples: as long as (k + 1) / 2 epochs of all
        int then = workshop.count(3, 7);
        int clean = workshop.count(7, 14); // 0.7 of the examples: as long as 0.7 times as many epochs of all
        int all = workshop.count(5, 10);
        RunSpec once = BASE.with("epochs=" + ((easy + 1) / 2 + then));
        RunSpec some = BASE.with("epochs=" + (easy + then)).with("curriculum=" + easy);
        return new EasyFirst(
                Course.of(workshop, once, 0, UnaryOperator.identity()),
                Course.of(workshop, some, easy, UnaryOperator.identity()),
                Course.of(workshop, BASE.with("epochs=" + 2 * all), 0, Trials::mislabeled),
                Course.of(workshop, BASE.with("epochs=" + (clean + all)), clean, t -> cleanFirst(t, clean)));
    }

    private static Training cleanFirst(Training training, int epochs) {
        boolean[] wrong = Trials.wrong(training);
        double[] difficulty = IntStream.range(0, wrong.length)
                .mapToDouble(i -> wrong[i] ? 1 : 0)
                .toArray();
        double share = IntStream.range(0, wrong.length).filter(i -> !wrong[i]).count() / (double) wrong.length;
        return Trials.mislabeled(training).withCurriculum(Curriculum.of(Pacing.step(share, epochs), difficulty));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Clean labels first: loss %s before the wrong ones join, %s after", "先學正確標籤：錯誤標籤加入前損失 %s，加入後 %s");
        return Panels.of(
                        title.formatted(text(cleanFirst.lossBefore()), text(cleanFirst.loss())),
                        2,
                        panel(
                                language.of("all labels right: easy examples first", "標籤全對：先學簡單的"),
                                language,
                                atOnce,
                                easyFirst.line(language.of("easy first", "先學簡單的"))),
                        panel(
                                language.of("%s of labels wrong: clean examples first", "標籤有 %s 是錯的：先學正確的")
                                        .formatted(Numbers.percent(Trials.WRONG, 0)),
                                language,
                                allAtOnce,
                                cleanFirst.line(language.of("clean first", "先學正確的"))))
                .withSharing(Panels.Sharing.Y)
                .withSubtitle(language.of(
                                "digits, SGDM, equally many updates; median and quartiles over seeds 1 to %s",
                                "digits 資料集，SGDM，更新次數相同；亂數種子 1 到 %s 的中位數與四分位數")
                        .formatted(atOnce.group().runs().size()));
    }

    private static String text(double loss) {
        return Numbers.fixed(loss, 2);
    }

    private static Chart panel(String title, Language language, Course once, Series other) {
        return LineChart.of(
                title,
                Axis.linear(Term.UPDATE.in(language)),
                Axis.log(Term.VALIDATION_LOSS.in(language)),
                once.line(language.of("all at once", "一開始就全部學")).withStyle(LineStyle.DASHED),
                other);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: clean, easy examples first. What is clean is known here, because we made the other labels wrong. The network that sees only clean ones is far ahead, but not because of the order: when the others join, what it was ahead by is gone within a few epochs. Where all labels are right, easy examples (near the mean of their class) first end at %s, all at once at %s: a curriculum that leads to a better end does not show on these data.",
                        "投影片：先學乾淨、簡單的資料。這裡的錯誤標籤是我們自己改的，所以知道哪些是乾淨的。只看正確標籤時，網路遙遙領先；但這不是順序的功勞：加入其他資料後，領先的部分幾個週期就消失了。標籤全對時，先學簡單的（靠近類別平均的）最後損失 %s，一開始就全部學是 %s：在這份資料上，看不到課程學習帶來更好的結果。")
                .formatted(text(easyFirst.loss()), text(atOnce.loss()));
    }

    @Override
    public List<RunSpec> runs() {
        return Stream.of(atOnce, easyFirst)
                .flatMap(course -> course.group().runs().stream())
                .map(RunResult::spec)
                .toList();
    }
}
