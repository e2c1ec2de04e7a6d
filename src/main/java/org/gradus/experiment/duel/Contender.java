package org.gradus.experiment.duel;

import org.gradus.catalog.Choice;
import org.gradus.catalog.ShortestDecimal;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.SearchSpace;
import org.gradus.optim.Rules;

/**
 * One of the two that are compared: a rule, and what its tuning may choose from.
 *
 * @param name what it is called in tables and sentences
 * @param rule the rule
 * @param space what is tuned
 */
public record Contender(String name, Choice rule, SearchSpace space) {
    private static final double BELOW_USUAL = 0.1;
    private static final double ABOVE_USUAL = 100;

    /**
     * {@return a rule whose learning rate is tuned, over three decades: from a tenth of its usual rate to a hundred times that}
     *
     * <p>As wide for one rule as for another. Where the best rate lies, nobody knows beforehand; a duel says so if it lies at an edge.
     *
     * @param rule the rule, such as {@code adam} or {@code sgdm:lambda=0.95}
     * @throws IllegalArgumentException if there is no such rule
     */
    public static Contender of(String rule) {
        Choice choice = Settings.RULE.parse(rule);
        double usual = Rules.entry(choice.name()).usualRate();
        String range = ShortestDecimal.text(BELOW_USUAL * usual) + ".." + ShortestDecimal.text(ABOVE_USUAL * usual);
        return new Contender(nameOf(choice), choice, SearchSpace.of(Settings.LEARNING_RATE + "=" + range));
    }

    private static String nameOf(Choice choice) {
        String text = choice.toString();
        int colon = text.indexOf(':');
        return Rules.written(choice.name()) + (colon < 0 ? "" : " " + text.substring(colon + 1));
    }

    /**
     * {@return the contender with another knob, or with other values of one it has}
     *
     * @param knob as {@link SearchSpace#with(String)} takes it
     * @throws IllegalArgumentException if it is no knob, or the rule itself, which is not to be tuned
     */
    public Contender with(String knob) {
        SearchSpace wider = space.with(knob);
        if (wider.knobs().containsKey(Settings.RULE.name())) {
            throw new IllegalArgumentException(
                    "%s: the rule is what is compared; tune its numbers, as in rule:epsilon=1e-8..1".formatted(knob));
        }
        return new Contender(name, rule, wider);
    }

    /**
     * {@return the contender under another name}
     *
     * @param other what it is to be called
     */
    public Contender named(String other) {
        return new Contender(other, rule, space);
    }
}
