package org.gradus.optim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gradus.catalog.Domain;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.ParameterVector;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.VectorFunction;

/**
 * Applies an update rule to the parameters of a model: {@code optimizer.step(loss.backward())}.
 *
 * <p>All parameters are one vector θ, in the order given; a {@link Group} is a stretch of it with a rule and a learning rate of its own. Before
 * any rule is called, the optimizer does once and for all groups what is not on the rule's slide: it gathers the gradients (over several
 * mini-batches, if asked), refuses those that are missing, stale or not finite, has them clipped or made noisy, and asks the schedules for the
 * learning rates. Then the rules write θ_t beside θ_{t−1}, and the parameters get it last: a step changes all of them, or, when it is refused
 * by whomever, nothing at all.
 */
public final class Optimizer {
    private final List<GroupState> groups = new ArrayList<>();
    private final ParameterVector vector;
    private final Admission admission;
    private final Treatments treatments;
    private int every = 1; // gradients to an update
    private final double[] room; // for the gradients of a step, gathered
    private Accumulated accumulated;
    private long updates;

    /**
     * An optimizer with a constant learning rate, before its first step.
     *
     * @param rule the rule
     * @param eta the learning rate η, a positive number
     * @param parameters what to optimize, by name, as {@code Layer.trainable()} gives it
     * @throws IllegalArgumentException if there are no parameters, or one is given twice
     */
    public Optimizer(UpdateRule rule, double eta, Map<String, Parameter> parameters) {
        this(rule, new Constant(eta), parameters);
    }

    /**
     * An optimizer before its first step.
     *
     * @param rule the rule
     * @param eta the course of the learning rate η; t = 0 is the first update
     * @param parameters what to optimize, by name, as {@code Layer.trainable()} gives it
     * @throws IllegalArgumentException if there are no parameters, or one is given twice
     */
    public Optimizer(UpdateRule rule, Schedule eta, Map<String, Parameter> parameters) {
        this(List.of(new Group(rule, eta, parameters)));
    }

    /**
     * An optimizer of several groups before its first step.
     *
     * @param groups the groups, each with its own rule; at least one
     * @throws IllegalArgumentException if there is no group, or a parameter or a name is given twice
     */
    public Optimizer(List<Group> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("optimizer: there is nothing to optimize; pass at least one group");
        }
        Map<String, Parameter> all = new LinkedHashMap<>();
        Map<Parameter, String> names = new IdentityHashMap<>();
        int start = 0;
        for (Group group :
                groups.stream().flatMap(each -> each.parts().stream()).toList()) {
            group.parameters().forEach((name, parameter) -> {
                String other = names.put(parameter, name);
                if (other != null || all.put(name, parameter) != null) {
                    throw new IllegalArgumentException("optimizer: %s is given twice; give each parameter once"
                            .formatted(other == null || other.equals(name) ? name : other + ", also as " + name + ","));
                }
            });
            GroupState state = new GroupState(group, start);
            this.groups.add(state);
            start = state.end();
        }
        this.vector = new ParameterVector(all);
        this.admission = new Admission(vector);
        this.treatments = new Treatments(admission);
        this.room = new double[vector.size()];
        this.accumulated = Accumulated.none();
    }

    /**
     * {@return this optimizer, which from now on treats gradients before its rules see them, once for each update, in the order given}
     *
     * @param more clipping, noise and the like
     */
    public Optimizer with(Treatment... more) {
        treatments.add(more);
        return this;
    }

    /**
     * {@return this optimizer, which from now on makes one update from the mean gradient of several mini-batches, as if they were one: they
     * agree to rounding if the loss is a mean over examples, none of which influences another (as they do in batch normalization)}
     *
     * <p>Ott et al. 2018, Scaling Neural Machine Translation, <a href="https://arxiv.org/abs/1806.00187">arXiv 1806.00187</a>. PyTorch, where
     * {@code backward} is called several times before {@code step}, leaves the sum.
     *
     * @param miniBatches how many mini-batches make an update, at least 1
     * @throws IllegalArgumentException if there are fewer
     * @throws IllegalStateException if groups without a gradient are skipped
     */
    public Optimizer accumulating(int miniBatches) {
        Domain.of("optimizer").count("the number of mini-batches to an update", miniBatches);
        if (miniBatches > 1 && admission.skipsMissing()) {
            throw new IllegalStateException(
                    "optimizer: it skips groups without a gradient, which accumulation cannot: choose one of the two");
        }
        every = miniBatches;
        return this;
    }

    /** {@return how many mini-batches make an update} */
    public int accumulating() {
        return every;
    }

    /**
     * {@return this optimizer, which from now on leaves a group as it is at steps whose loss does not depend on it: no gradient, no step. A loss
     * that depends on a part of a group is still refused; {@link Group#each} makes a group of each parameter}
     *
     * @throws IllegalStateException if gradients are accumulated
     */
    public Optimizer skippingMissing() {
        if (every > 1) {
            throw new IllegalStateException(
                    "optimizer: it accumulates gradients, where no group can be skipped: choose one of the two");
        }
        admission.skipMissing();
        return this;
    }

    /**
     * {@return this optimizer, which from now on knows of parameters that losses may depend on and that are not to learn; without that, their
     * gradients are refused, because most often a layer forgot to name them}
     *
     * @param others the parameters to leave as they are, such as those of a frozen layer or of another optimizer; its own stay its own
     */
    public Optimizer leaving(Collection<Parameter> others) {
        admission.leave(others);
        return this;
    }

    /**
     * Takes one step.
     *
     * @param gradients the gradients at the parameters' present values
     * @return whether the parameters have moved, which they do at every step unless gradients are {@linkplain #accumulating accumulated}
     * @throws ExplodingGradientException if a gradient is NaN, infinite or beyond 10¹⁵⁰. Everything is then as it was
     * @throws IllegalArgumentException if a parameter has no gradient, or a stale one; if the loss depends on other parameters; or if a schedule
     *     gives no learning rate. Everything is then as it was
     */
    public boolean step(Gradients gradients) {
        return step(gradients, 1);
    }

    /**
     * Takes one step with a loss instead of its gradient, for rules that ask for a second one on the same batch; all others may be given one too.
     *
     * @param loss computes the loss of the batch from the parameters' present values. It is asked once for each gradient, at points that are
     *     not where the parameters stand; what it changes beside, such as running statistics, it changes each time
     * @return whether the parameters have moved
     * @throws IllegalArgumentException as in {@link #step(Gradients)}; also if a rule asks for a second gradient and there are several groups,
     *     or gradients are accumulated
     */
    public boolean step(Supplier<Tensor> loss) {
        return step(loss.get().backward(), 1, loss);
    }

    /**
     * Takes one step with a gradient and the loss that it is of.
     *
     * @param gradients the gradients at the parameters' present values
     * @param examples how many examples the loss is the mean of
     * @param loss computes the loss of the same batch again, as {@link #step(Supplier)} has it; asked only by rules that need a second gradient
     * @return whether the parameters have moved
     * @throws IllegalArgumentException as in {@link #step(Supplier)}
     */
    public boolean step(Gradients gradients, int examples, Supplier<Tensor> loss) {
        boolean one = groups.size() == 1 && every == 1;
        return step(gradients, examples, one ? Optional.of(point -> gradientAt(point, loss)) : Optional.empty());
    }

    /** What a rule is to see of the loss at another point. */
    private double[] gradientAt(double[] point, Supplier<Tensor> loss) {
        VectorFunction function = VectorFunction.of(vector.parameters(), loss);
        Tensor gradient = function.at(Tensor.of(point), VectorFunction::gradient);
        return treatments.apply(gradient.toArray(), updates + 1);
    }

    /**
     * Takes one step with the gradient of a mini-batch, which counts for as many examples as it has where several are averaged.
     *
     * @param gradients the gradients at the parameters' present values
     * @param examples how many examples the loss is the mean of
     * @return whether the parameters have moved
     * @throws IllegalArgumentException as in {@link #step(Gradients)}
     */
    public boolean step(Gradients gradients, int examples) {
        return step(gradients, examples, Optional.empty());
    }

    private boolean step(Gradients gradients, int examples, Optional<UnaryOperator<double[]>> elsewhere) {
        if (examples < 1) {
            Domain.of("optimizer").count("the number of examples", examples);
        }
        List<GroupState> stepping = admission.stepping(groups, gradients);
        double[] g = vector.gathered(gradients, room);
        if (every == 1) {
            update(g, stepping, elsewhere);
            return true;
        }
        admission.requireFinite(g, Double.MAX_VALUE, updates + 1);
        Accumulated more = accumulated.plus(g, examples);
        if (more.count() < every) {
            accumulated = more;
            return false;
        }
        update(more.mean(), stepping, Optional.empty());
        accumulated = Accumulated.none();
        return true;
    }

    /**
     * Makes an update of the gradients that have been accumulated but are too few, as at the end of an epoch or a run.
     *
     * @return whether there were any, and the parameters have moved
     * @throws IllegalArgumentException as in {@link #step(Gradients)}
     */
    public boolean flush() {
        if (accumulated.count() == 0) {
            return false;
        }
        update(accumulated.mean(), groups, Optional.empty());
        accumulated = Accumulated.none();
        return true;
    }

    /** One update of some groups, or, if anything refuses it, none. */
    private void update(double[] gradient, List<GroupState> stepping, Optional<UnaryOperator<double[]>> elsewhere) {
        long update = updates + 1;
        List<Step> steps = new ArrayList<>();
        boolean mayRefuse = false;
        for (GroupState group : stepping) {
            steps.add(group.step(update, elsewhere));
            mayRefuse |= group.isForeign();
        }
        double[] treated = treatments.apply(gradient, update);
        double[] theta = vector.theta();
        double[] next = stepping.size() == groups.size() ? vector.room() : theta.clone();
        List<State> before =
                mayRefuse ? stepping.stream().map(group -> group.state().copy()).toList() : List.of();
        try {
            for (int i = 0; i < steps.size(); i++) {
                stepping.get(i).update(theta, next, treated, steps.get(i));
            }
        } catch (RuntimeException | Error e) { // a user's rule may fail by an assertion or too deep a recursion too
            for (int i = 0; i < before.size(); i++) {
                stepping.get(i).restore(before.get(i));
            }
            throw e;
        }
        vector.publish(next);
        stepping.forEach(GroupState::count);
        updates = update;
    }

    /** {@return the point that the model is to be judged and used at, if it is another than where it stands} */
    public Optional<Tensor> judged() {
        double[] point = vector.theta().clone();
        boolean another = false;
        for (GroupState group : groups) {
            another |= group.judge(point);
        }
        return another ? Optional.of(Tensor.of(point)) : Optional.empty();
    }

    /** Gives the model, which has learned, the values of the point it is to be used at. */
    public void settle() {
        judged().ifPresent(point -> vector.publish(point.toArray()));
    }

    /**
     * Tells the schedules how the validation loss went; those that depend on it, as {@link org.gradus.schedule.ReduceOnPlateau} does, go on
     * accordingly, and the others as before.
     *
     * @param losses all validation losses so far, the first one first
     */
    public void see(List<Double> losses) {
        groups.forEach(group -> group.see(losses));
    }

    /** {@return the learning rate of the next update, of the first group} */
    public double learningRate() {
        return groups.get(0).learningRate(updates + 1);
    }

    /** {@return the number of updates so far} */
    public long steps() {
        return updates;
    }

    /** {@return what the rule of the first group remembers, by the lecture's symbols} */
    public State state() {
        return groups.get(0).state();
    }

    /** {@return what the rule of each group remembers, in the groups' order, and the gradients gathered for an update that is still to come} */
    public List<Memory> save() {
        List<Memory> memories = new ArrayList<>();
        groups.forEach(group -> memories.add(group.save()));
        if (accumulated.count() > 0) {
            memories.add(accumulated.save(names()));
        }
        return memories;
    }

    private List<String> names() {
        return List.copyOf(vector.parameters().keySet());
    }

    /**
     * Goes on where another optimizer, of the same rules and parameters, was when it was saved.
     *
     * @param saved what {@link #save} gave
     * @param steps the number of updates it had made
     * @throws IllegalArgumentException if it was saved from other rules, parameters or sizes; nothing has changed then
     */
    public void load(List<Memory> saved, long steps) {
        List<Memory> ofRules = ofRules(saved);
        if (ofRules.size() != groups.size()) {
            throw new IllegalArgumentException(
                    "optimizer: it has %s groups, the saved one %s; load what the same groups saved"
                            .formatted(groups.size(), ofRules.size()));
        }
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).check(ofRules.get(i));
        }
        accumulated = accumulated(saved);
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).load(ofRules.get(i));
        }
        updates = steps;
    }

    /**
     * Goes on where another optimizer was when it was saved, with what may be other rules, or the same ones with other hyper-parameters.
     *
     * <p>A rule that finds the memory of one of its own name, state and parameters takes it over. A rule that does not starts with its initial
     * state, and for it t = 1 is the next step, or Adam's corrections for starting at 0 would be wrong. Schedules and noise go on in either
     * case: for them, t is the number of updates of the whole run.
     *
     * @param saved what {@link #save} gave
     * @param steps the number of updates it had made
     * @throws IllegalArgumentException if it was gathering gradients of other parameters; nothing has changed then
     */
    public void take(List<Memory> saved, long steps) {
        accumulated = accumulated(saved);
        for (GroupState group : groups) {
            ofRules(saved).stream().filter(group::isOwn).findFirst().ifPresentOrElse(group::load, group::begin);
        }
        updates = steps;
    }

    private static List<Memory> ofRules(List<Memory> saved) {
        return saved.stream().filter(memory -> !Accumulated.isSaved(memory)).toList();
    }

    private Accumulated accumulated(List<Memory> saved) {
        return saved.stream()
                .filter(Accumulated::isSaved)
                .findFirst()
                .map(memory -> Accumulated.of(memory, names(), vector.size()))
                .orElseGet(() -> Accumulated.none());
    }

    /** The rules and what they move, and how far, without the numbers. */
    @Override
    public String toString() {
        String rules = groups.stream().map(group -> group.group().toString()).collect(Collectors.joining("; "));
        return "optimizer after %s updates: %s".formatted(updates, rules);
    }
}
