package org.gradus.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;

/**
 * Applies an update rule to the parameters of a model: {@code optimizer.step(loss.backward())}.
 *
 * <p>To the rule all parameters are one vector θ, in the order given. {@link Group}s have a rule, and a vector, of their own each. A step
 * either changes all parameters or, when it is refused, none.
 */
public final class Optimizer {
    private final List<GroupState> groups = new ArrayList<>();
    private long t;

    /**
     * An optimizer before its first step.
     *
     * @param rule the rule
     * @param parameters what to optimize, by name, as {@code Layer.trainable()} gives it
     * @throws IllegalArgumentException if there are no parameters, or one is given twice
     */
    public Optimizer(UpdateRule rule, Map<String, Parameter> parameters) {
        this(List.of(new Group(rule, parameters)));
    }

    /**
     * An optimizer of several groups before its first step.
     *
     * @param groups the groups, each with its own rule; at least one
     * @throws IllegalArgumentException if there is no group, or a parameter is given twice
     */
    public Optimizer(List<Group> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("optimizer: there is nothing to optimize; pass at least one group");
        }
        List<String> names = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>();
        for (Group group : groups) {
            names.addAll(group.parameters().keySet());
            parameters.addAll(group.parameters().values());
            this.groups.add(new GroupState(group));
        }
        if (parameters.stream().distinct().count() < parameters.size()) {
            throw new IllegalArgumentException(
                    "optimizer: a parameter is given twice, under two of the names %s; give each once"
                            .formatted(names));
        }
    }

    /**
     * Takes one step.
     *
     * @param gradients the gradients at the parameters' present values
     * @throws IllegalArgumentException if a parameter has no gradient, or one that is NaN or infinite; the parameters stay as they were
     */
    public void step(Gradients gradients) {
        for (GroupState group : groups) {
            group.gather(gradients, t + 1);
        }
        t++;
        for (GroupState group : groups) {
            group.update(t);
        }
    }

    /** {@return the learning rate of the next step, of the first group} */
    public double learningRate() {
        return groups.get(0).learningRate(t + 1);
    }

    /** {@return the number of steps taken} */
    public long steps() {
        return t;
    }

    /** {@return what the rule of the first group remembers, by the lecture's symbols} */
    public State state() {
        return groups.get(0).state();
    }

    /** {@return what the rule of each group remembers, in the groups' order} */
    public List<Memory> save() {
        return groups.stream().map(GroupState::save).toList();
    }

    /**
     * Goes on where another optimizer, of the same rules and parameters, was when it was saved.
     *
     * @param saved what {@link #save} gave
     * @param steps the number of steps it had taken
     * @throws IllegalArgumentException if it was saved from other rules, parameters or sizes; nothing has changed then
     */
    public void load(List<Memory> saved, long steps) {
        if (saved.size() != groups.size()) {
            throw new IllegalArgumentException(
                    "optimizer: it has %d groups, the saved one %d; load what the same groups saved"
                            .formatted(groups.size(), saved.size()));
        }
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).check(saved.get(i));
        }
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).load(saved.get(i));
        }
        t = steps;
    }

    /**
     * Goes on where another optimizer was when it was saved, with what may be other rules, or the same ones with other hyper-parameters.
     *
     * <p>A rule that finds the memory of one of its own name, state and parameters takes it over. A rule that does not starts with its initial
     * state, and for it t = 1 is the next step, or Adam's corrections for starting at 0 would be wrong. Schedules go on in either case: for
     * them, t is the number of steps of the whole run.
     *
     * @param saved what {@link #save} gave
     * @param steps the number of steps it had taken
     */
    public void take(List<Memory> saved, long steps) {
        for (GroupState group : groups) {
            saved.stream().filter(group::isOwn).findFirst().ifPresentOrElse(group::load, () -> group.start(steps));
        }
        t = steps;
    }
}
