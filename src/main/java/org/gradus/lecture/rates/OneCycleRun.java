package org.gradus.lecture.rates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Cycled;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.Schedules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 19: the 1cycle policy, the momentum going the other way, against a constant rate and momentum, each at the best of the same rates. Smith and
 * Topin 2019, <a href="https://arxiv.org/abs/1708.07120">arXiv 1708.07120</a>.
 *
 * @param courses runs at constant rates, from the smallest, and then of one cycle up to these rates
 * @param momentum λ at each update of one cycle
 */
public record OneCycleRun(Courses courses, double[] momentum) implements Figure {
    private static final List<Double> RATES = List.of(0.1, 0.3, 1.0, 3.0);

    /** {@return the figure: SGDM} */
    static OneCycleRun of(Workshop workshop) throws InterruptedException {
        RunSpec run = RunSpec.of("rule=sgdm epochs=10");
        List<String> changes = Stream.of("", "rule=cycled(sgdm) schedule=one-cycle ")
                .flatMap(course -> RATES.stream().map(rate -> course + "learning-rate=" + rate))
                .toList();
        Courses courses = Courses.of(run, changes, workshop.count(1, 3), workshop);
        RunRecipe recipe = new RunRecipe(run.with(changes.get(RATES.size())), workshop.shelf());
        Cycled rule = (Cycled) Rules.parse(recipe.inFull().get(Settings.RULE));
        return new OneCycleRun(
                courses, Schedules.sample(rule.course(), (int) recipe.training().updates()));
    }

    /** {@return the runs at the best constant rate} */
    RunGroup constant() {
        return Courses.best(courses.groups().subList(0, RATES.size()));
    }

    /** {@return the runs of one cycle up to the best rate} */
    RunGroup cycle() {
        return Courses.best(courses.groups().subList(RATES.size(), 2 * RATES.size()));
    }

    /** {@return the training loss of one cycle in the end, in units of that at the constant rate} */
    double ratio() {
        return Courses.last(cycle()) / Courses.last(constant());
    }

    /** {@return how many times the best constant rate the best peak of one cycle is} */
    double height() {
        return RangeSuggestions.rate(cycle()) / RangeSuggestions.rate(constant());
    }

    @Override
    public List<RunSpec> runs() {
        return courses.runs();
    }

    @Override
    public Chart chart(Language language) {
        Axis epoch = Axis.linear(Term.EPOCH.in(language));
        String one = language.of("one cycle", "單一循環");
        String constant = language.of("constant", "固定");
        double[] epochs = IntStream.range(0, momentum.length)
                .mapToDouble(t -> t * (cycle().epochs().size() - 1.0) / momentum.length)
                .toArray();
        double[] usual = Arrays.stream(epochs).map(each -> new Sgdm().lambda()).toArray();
        String title = language.of(
                "One cycle stands %s times the constant's best rate, but ends at %s times its loss",
                "單一循環的學習率可達固定最佳值的 %s 倍，但最後的損失是它的 %s 倍");
        return Panels.of(
                        title.formatted(Numbers.fixed(height(), 1), Numbers.fixed(ratio(), 1)),
                        3,
                        Courses.panel(
                                epoch,
                                Term.LEARNING_RATE.in(language),
                                Axis.linear("η"),
                                Courses.rate(one, cycle()),
                                Courses.rate(constant, constant())),
                        Courses.panel(
                                epoch,
                                Term.MOMENTUM.in(language),
                                Axis.linear("λ").withLimits(0.84, 0.96),
                                Series.of(one, epochs, momentum),
                                Series.of(constant, epochs, usual)),
                        Courses.panel(
                                epoch,
                                Term.TRAINING_LOSS.in(language),
                                Axis.log(""),
                                Courses.loss(one, cycle()),
                                Courses.loss(constant, constant())))
                .withSubtitle(courses.conditions(language));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: warm up, anneal, and go far down in the end, the momentum falling while the rate rises. Each course has the best of %s peak rates, chosen by the training loss: one cycle %s, constant %s. Validation accuracies: %s and %s. Smith and Topin gain by the larger rate on networks that need far more updates; here it does not show.",
                        "投影片：先暖身、再退火，最後再降到極低；學習率上升時動量下降。兩者各取 %s 個最高學習率中訓練損失最低的：單一循環 %s，固定 %s。驗證準確率：%s 與 %s。Smith 與 Topin 在需要更多次更新的網路上因較大的學習率而獲益，這裡看不出來。")
                .formatted(
                        RATES.size(),
                        RangeSuggestions.rate(cycle()),
                        RangeSuggestions.rate(constant()),
                        Courses.accuracy(cycle()),
                        Courses.accuracy(constant()));
    }
}
