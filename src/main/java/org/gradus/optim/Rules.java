package org.gradus.optim;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Hyperparameters;
import org.gradus.optim.dialect.Dialects;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.SgdmEma;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.optim.rule.Sgdwm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Schedule;

/** The rules by name: the lecture's in its order, then the dialects. What is not given has the rule's own default. */
public final class Rules {
    private static final Catalog<BiFunction<Schedule, Hyperparameters, UpdateRule>> CATALOG =
            Catalog.of("rule", entries());

    /** How the symbols of hyper-parameters are written in code. */
    private static final Map<String, String> SPELLED = Map.of(
            "α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "ε", "epsilon", "κ", "kappa", "λ", "lambda", "τ",
            "tau", "ψ", "psi", "\u0302", "Hat");

    private Rules() {}

    private static Map<String, BiFunction<Schedule, Hyperparameters, UpdateRule>> entries() {
        Map<String, BiFunction<Schedule, Hyperparameters, UpdateRule>> rules = new LinkedHashMap<>();
        rules.put("sgd", (eta, h) -> new Sgd(eta));
        rules.put("sgdm", (eta, h) -> sgdm(new Sgdm(eta), h));
        rules.put("sgdm-ema", (eta, h) -> sgdmEma(new SgdmEma(eta), h));
        rules.put("adagrad", (eta, h) -> new Adagrad(eta));
        rules.put("rmsprop", (eta, h) -> rmsProp(new RmsProp(eta), h));
        rules.put("adam", (eta, h) -> adam(new Adam(eta), h));
        rules.put("swats", (eta, h) -> swats(new Swats(eta), h));
        rules.put("amsgrad", (eta, h) -> amsGrad(new AmsGrad(eta), h));
        rules.put("adabound", (eta, h) -> adaBound(new AdaBound(eta), h));
        rules.put("radam", (eta, h) -> rAdam(new RAdam(eta), h));
        rules.put("lookahead-sgdm", (eta, h) -> lookahead(sgdm(new Sgdm(eta), h), h));
        rules.put("lookahead-adam", (eta, h) -> lookahead(adam(new Adam(eta), h), h));
        rules.put("nag", (eta, h) -> nag(new Nag(eta), h));
        rules.put("nag-original", (eta, h) -> nagOriginal(new NagOriginal(eta), h));
        rules.put("nadam", (eta, h) -> nadam(new Nadam(eta), h));
        rules.put("sgdm-l2", (eta, h) -> sgdmL2(new SgdmL2(eta), h));
        rules.put("adam-l2", (eta, h) -> adamL2(new AdamL2(eta), h));
        rules.put("sgdwm", (eta, h) -> sgdwm(new Sgdwm(eta), h));
        rules.put("adamw", (eta, h) -> adamW(new AdamW(eta), h));
        rules.putAll(Dialects.entries());
        return rules;
    }

    /** {@return the names of all rules} */
    public static Set<String> names() {
        return CATALOG.names();
    }

    /**
     * {@return a rule by name, with its default hyper-parameters}
     *
     * @param name one of {@link #names()}
     * @param eta the learning rate
     * @throws IllegalArgumentException if there is no such rule; the message has the nearest name
     */
    public static UpdateRule named(String name, Schedule eta) {
        return named(name, eta, Map.of());
    }

    /**
     * {@return a rule by name}
     *
     * @param name one of {@link #names()}
     * @param eta the learning rate
     * @param hyperparameters values that differ from the defaults, by the names of the record's components, such as {@code beta1}
     * @throws IllegalArgumentException if there is no such rule or hyper-parameter, with the nearest name in the message, or a value lies
     *     outside its domain
     */
    public static UpdateRule named(String name, Schedule eta, Map<String, Double> hyperparameters) {
        Hyperparameters given = new Hyperparameters(name, hyperparameters);
        UpdateRule rule = CATALOG.get(name).apply(eta, given);
        given.check();
        return rule;
    }

    /**
     * {@return the hyper-parameters of a rule and their default values, in the order of the record's components; without the learning rate}
     *
     * @param name one of {@link #names()}
     * @throws IllegalArgumentException if there is no such rule; the message has the nearest name
     */
    public static Map<String, Double> hyperparameters(String name) {
        Hyperparameters none = new Hyperparameters(name, Map.of());
        CATALOG.get(name).apply(t -> 1, none);
        return none.values();
    }

    /**
     * {@return the hyper-parameters of a rule and their values: the constants of its equations, with β1 as {@code beta1}; without the learning
     * rate}
     *
     * @param rule the rule, by any name; one around another has the inner one's as well
     */
    public static Map<String, Double> hyperparameters(UpdateRule rule) {
        Map<String, Double> all = new LinkedHashMap<>();
        rule.equations().constants().forEach((symbol, value) -> all.put(spelled(symbol), value));
        if (!names().contains(rule.name())) {
            return all;
        }
        all.keySet().retainAll(hyperparameters(rule.name()).keySet());
        return all;
    }

    private static String spelled(String symbol) {
        return Normalizer.normalize(symbol, Normalizer.Form.NFD)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> SPELLED.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }

    private static Sgdm sgdm(Sgdm of, Hyperparameters h) {
        return new Sgdm(of.eta(), h.get("lambda", of.lambda()));
    }

    private static SgdmEma sgdmEma(SgdmEma of, Hyperparameters h) {
        return new SgdmEma(of.eta(), h.get("beta1", of.beta1()));
    }

    private static RmsProp rmsProp(RmsProp of, Hyperparameters h) {
        return new RmsProp(of.eta(), h.get("alpha", of.alpha()));
    }

    private static Adam adam(Adam of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        return new Adam(of.eta(), beta1, beta2, h.get("epsilon", of.epsilon()));
    }

    private static Swats swats(Swats of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        double epsilon = h.get("epsilon", of.epsilon());
        return new Swats(of.eta(), beta1, beta2, epsilon, h.get("delta", of.delta()));
    }

    private static AmsGrad amsGrad(AmsGrad of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        return new AmsGrad(of.eta(), beta1, beta2, h.get("epsilon", of.epsilon()));
    }

    private static AdaBound adaBound(AdaBound of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        double epsilon = h.get("epsilon", of.epsilon());
        return new AdaBound(of.eta(), beta1, beta2, epsilon, h.get("f", of.f()));
    }

    private static RAdam rAdam(RAdam of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        return new RAdam(of.eta(), beta1, beta2, h.get("epsilon", of.epsilon()));
    }

    private static Lookahead lookahead(UpdateRule inner, Hyperparameters h) {
        Lookahead of = new Lookahead(inner);
        return new Lookahead(inner, h.count("k", of.k()), h.get("alpha", of.alpha()), of.pullback());
    }

    private static Nag nag(Nag of, Hyperparameters h) {
        return new Nag(of.eta(), h.get("lambda", of.lambda()));
    }

    private static NagOriginal nagOriginal(NagOriginal of, Hyperparameters h) {
        return new NagOriginal(of.eta(), h.get("lambda", of.lambda()));
    }

    private static Nadam nadam(Nadam of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        return new Nadam(of.eta(), beta1, beta2, h.get("epsilon", of.epsilon()));
    }

    private static SgdmL2 sgdmL2(SgdmL2 of, Hyperparameters h) {
        return new SgdmL2(of.eta(), h.get("lambda", of.lambda()), h.get("gamma", of.gamma()));
    }

    private static AdamL2 adamL2(AdamL2 of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        double epsilon = h.get("epsilon", of.epsilon());
        return new AdamL2(of.eta(), beta1, beta2, epsilon, h.get("gamma", of.gamma()));
    }

    private static Sgdwm sgdwm(Sgdwm of, Hyperparameters h) {
        return new Sgdwm(of.eta(), h.get("lambda", of.lambda()), h.get("gamma", of.gamma()));
    }

    private static AdamW adamW(AdamW of, Hyperparameters h) {
        double beta1 = h.get("beta1", of.beta1());
        double beta2 = h.get("beta2", of.beta2());
        double epsilon = h.get("epsilon", of.epsilon());
        return new AdamW(of.eta(), beta1, beta2, epsilon, h.get("gamma", of.gamma()));
    }
}
