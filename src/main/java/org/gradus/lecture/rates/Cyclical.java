package org.gradus.lecture.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 17: the three cyclical policies of Smith 2017, <a href="https://arxiv.org/abs/1506.01186">arXiv 1506.01186</a>, between the bounds that a range
 * test gave, and what they do to a training, beside the constant rate of the upper bound.
 *
 * @param courses runs of the three policies and, last, at the constant rate
 * @param base the lower bound
 * @param maximum the upper bound
 */
public record Cyclical(Courses courses, String base, String maximum) implements Figure {
    private static final List<String> POLICIES = List.of("triangular", "triangular2", "exp-range");

    /** {@return the figure: three cycles, a way up or down of 3 epochs, as Smith advises 2 to 10} */
    static Cyclical of(Workshop workshop) throws InterruptedException {
        RangeStudy study = RangeStudy.of(workshop);
        int stepSize = workshop.count(2, 3);
        RunSpec run = study.run().with("epochs=%s learning-rate=%s".formatted(6 * stepSize, study.maximum()));
        String options = ":etaMin=%s,up=%s".formatted(study.base(), stepSize * Courses.updates(run, workshop));
        List<String> courses = Stream.concat(
                        POLICIES.stream().map(name -> "schedule=" + name + options), Stream.of("schedule=constant"))
                .toList();
        return new Cyclical(Courses.of(run, courses, workshop.count(1, 3), workshop), study.base(), study.maximum());
    }

    /** {@return the runs of a policy} */
    RunGroup policy(int i) {
        return courses.groups().get(i);
    }

    /** {@return the runs at the constant rate} */
    RunGroup constant() {
        return courses.groups().get(POLICIES.size());
    }

    /** {@return how many times the constant rate's training loss a policy has in the end} */
    double loss(int policy) {
        return Courses.last(policy(policy)) / Courses.last(constant());
    }

    @Override
    public List<RunSpec> runs() {
        return courses.runs();
    }

    @Override
    public Chart chart(Language language) {
        List<Chart> panels = new ArrayList<>();
        Axis epoch = Axis.linear(Term.EPOCH.in(language));
        String swinging = language.of("cyclical", "循環");
        String constant = language.of("constant", "固定");
        for (int i = 0; i < POLICIES.size(); i++) {
            panels.add(Courses.panel(
                    epoch,
                    POLICIES.get(i),
                    Axis.linear(Term.LEARNING_RATE.in(language)),
                    Courses.rate(swinging, policy(i)),
                    Courses.rate(constant, constant())));
        }
        for (int i = 0; i < POLICIES.size(); i++) {
            panels.add(Courses.panel(
                    epoch,
                    language.of("ends at %s times the loss", "最後的損失是 %s 倍").formatted(Numbers.fixed(loss(i), 1)),
                    Axis.log(Term.TRAINING_LOSS.in(language)),
                    Courses.loss(swinging, policy(i)),
                    Courses.loss(constant, constant())));
        }
        double least = IntStream.range(0, POLICIES.size())
                .mapToDouble(this::loss)
                .min()
                .orElseThrow();
        double most = IntStream.range(0, POLICIES.size())
                .mapToDouble(this::loss)
                .max()
                .orElseThrow();
        String title = language.of(
                "A rate that swings trains too, but ends at %s to %s times the loss of the constant one",
                "循環的學習率也能訓練，但最後的損失是固定學習率的 %s 到 %s 倍");
        return Panels.of(
                        title.formatted(Numbers.fixed(least, 1), Numbers.fixed(most, 1)),
                        3,
                        panels.toArray(Chart[]::new))
                .withSubtitle(courses.conditions(language));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: let the rate swing between the bounds of a range test, here %s and %s. This network is small: the constant rate of the upper bound fits its data already, so whatever goes below it is slower. Validation accuracies: %s, %s and %s, constant %s.",
                        "投影片：讓學習率在範圍測試的上下界之間擺動，這裡是 %s 與 %s。這個網路很小，固定用上界就足以擬合資料，低於它的都比較慢。驗證準確率：%s、%s、%s，固定學習率 %s。")
                .formatted(
                        base,
                        maximum,
                        Courses.accuracy(policy(0)),
                        Courses.accuracy(policy(1)),
                        Courses.accuracy(policy(2)),
                        Courses.accuracy(constant()));
    }
}
