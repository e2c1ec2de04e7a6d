package org.gradus.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Choice;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Landscapes;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.ScheduleText;
import org.gradus.trace.UsualRate;
import picocli.CommandLine.Option;

/** On which problem rules walk, from where, how far and how fast: the options that trace and diff share. */
public final class WalkOptions {
    private static final long BYTES_OF_A_STEP = 1500; // of a rule with some ten symbols, without their numbers
    private static final long BYTES_OF_A_COORDINATE = 200;

    @Option(
            names = "--problem",
            defaultValue = "rosenbrock",
            paramLabel = "NAME",
            description =
                    "The problem to walk on, perhaps with options as in ackley:dimensions=10 (default: ${DEFAULT-VALUE}); 'gradus explain' lists them.")
    private String problem;

    @Option(
            names = "--steps",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many steps to take (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATES",
            description =
                    "One learning rate for all rules, or one for a rule: 0.01, or adam=0.01,sgd=0.1 (default: what is usual for a rule, 0.05 if it normalizes the gradient, else 0.001).")
    private List<String> rates = new ArrayList<>();

    @Option(
            names = "--schedule",
            defaultValue = "constant",
            paramLabel = "NAME",
            description =
                    "The course of the learning rates, perhaps with options as in one-cycle:share=0.3 (default: ${DEFAULT-VALUE}).")
    private String schedule;

    @Option(
            names = "--start",
            split = ",",
            paramLabel = "X,Y",
            description = "Where to start (default: the problem's customary start).")
    private List<Double> start;

    /** For the parser of the command line, which makes one. */
    public WalkOptions() {}

    /** {@return the landscape to walk on} */
    public Landscape landscape() {
        return Landscapes.parse(problem);
    }

    /** {@return how many steps to walk} */
    public int steps() {
        return steps;
    }

    /** {@return where to start, of as many coordinates as the landscape has} */
    public double[] start() {
        return start == null
                ? landscape().start()
                : start.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * {@return the rules, each with the course of its learning rate: its own, that of all, or its usual one}
     *
     * @param typed the rules as they are typed
     * @throws IllegalArgumentException if there is no such rule, or a rate is none, or is for another rule
     */
    public List<RuleWithRate> rules(List<String> typed) {
        return rules(typed, UsualRate::of);
    }

    /**
     * {@return the rules, each with the course of its learning rate: its own, that of all, or another}
     *
     * @param typed the rules as they are typed
     * @param otherwise the rate of a rule for which none is given
     * @throws IllegalArgumentException if there is no such rule, or a rate is none, or is for another rule
     */
    public List<RuleWithRate> rules(List<String> typed, ToDoubleFunction<UpdateRule> otherwise) {
        requireRoom(typed.size());
        List<Choice> choices = typed.stream().map(Rules::choice).toList();
        RatesByRule given = given(choices);
        ScheduleText course = ScheduleText.parse(schedule);
        List<RuleWithRate> rules = new ArrayList<>();
        for (Choice choice : choices) {
            UpdateRule rule = Rules.named(choice.name(), choice.options());
            double eta = given.own(choice)
                    .or(given::ofAll)
                    .map(WalkOptions::number)
                    .orElseGet(() -> otherwise.applyAsDouble(rule));
            rules.add(new RuleWithRate(rule, course.schedule(eta, steps)));
        }
        return rules;
    }

    /** The rates given, for rules that are among those that walk. */
    private RatesByRule given(List<Choice> choices) {
        Map<String, Choice> known = new LinkedHashMap<>();
        choices.forEach(choice -> known.put(choice.name(), choice));
        choices.forEach(choice -> known.put(choice.toString(), choice));
        Catalog<Choice> catalog = Catalog.of("rule", known);
        return new RatesByRule(rates, typed -> meant(catalog, typed));
    }

    private static String meant(Catalog<Choice> known, String typed) {
        try {
            return known.meant(typed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--learning-rate: '%s' is none of the rules here;%s they are %s"
                            .formatted(
                                    typed.strip(),
                                    known.nearest(typed)
                                            .map(near -> " did you mean " + near + "?")
                                            .orElse(""),
                                    String.join(", ", known.names())),
                    e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--learning-rate: needs a number, or rules with one each as in adam=0.01,sgd=0.1, found '%s'"
                            .formatted(text),
                    e);
        }
    }

    /** Every symbol of every step is kept; where that cannot fit, one is told before the first step. */
    private void requireRoom(int rules) {
        if (steps < 1) {
            throw new IllegalArgumentException("--steps: must be at least 1, found " + steps);
        }
        long room = Runtime.getRuntime().maxMemory() / 2;
        long step =
                rules * (BYTES_OF_A_STEP + BYTES_OF_A_COORDINATE * landscape().dimensions());
        if (steps > room / step) {
            throw new IllegalArgumentException(
                    "--steps: %s steps with all their symbols take about %s MB, more than the %s MB there are for them; take at most %s steps, or give Java more memory with -Xmx"
                            .formatted(steps, (long) ((double) steps * step / 1e6), room / 1_000_000, room / step));
        }
    }
}
