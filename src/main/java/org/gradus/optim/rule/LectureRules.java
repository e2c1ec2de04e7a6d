package org.gradus.optim.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.catalog.Hyperparameters;
import org.gradus.equation.Equations;
import org.gradus.optim.RuleEntry;
import org.gradus.optim.RuleSource;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.WrapperEntry;
import org.gradus.schedule.OneCycle;

/** The lecture's rules, in its order: one entry each. */
public final class LectureRules implements RuleSource {
    private static final String MOMENTUM = "momentum";
    private static final String ADAPTIVE = "adaptive";
    private static final String BOTH = "adaptive, with momentum";
    private static final String DECAY = "decay";

    /** The lecture's rules; for the catalog. */
    public LectureRules() {}

    @Override
    public List<RuleEntry> rules() {
        return List.of(
                new RuleEntry("sgd", "SGD", "gradient descent", 2.0, h -> new Sgd()),
                new RuleEntry("sgdm", "SGDM", MOMENTUM, 0.1, h -> sgdm(new Sgdm(), h)),
                new RuleEntry("sgdm-ema", "sgdm-ema", MOMENTUM, 1.0, h -> sgdmEma(new SgdmEma(), h)),
                new RuleEntry("adagrad", "Adagrad", ADAPTIVE, 0.1, h -> new Adagrad()),
                new RuleEntry("rmsprop", "RMSProp", ADAPTIVE, 0.002, h -> rmsProp(new RmsProp(), h)),
                new RuleEntry("adam", "Adam", BOTH, 0.005, h -> adam(new Adam(), h)),
                new RuleEntry("swats", "SWATS", "adaptive, then momentum", 0.005, h -> swats(new Swats(), h)),
                new RuleEntry("amsgrad", "AMSGrad", BOTH, 0.002, h -> amsGrad(new AmsGrad(), h)),
                new RuleEntry("adabound", "AdaBound", BOTH, 0.005, h -> adaBound(new AdaBound(), h)),
                new RuleEntry("radam", "RAdam", BOTH, 0.02, h -> rAdam(new RAdam(), h)),
                new RuleEntry("nag", "NAG", MOMENTUM, 0.5, h -> nag(new Nag(), h)),
                new RuleEntry("nag-original", "nag-original", MOMENTUM, 0.5, h -> nagOriginal(new NagOriginal(), h)),
                new RuleEntry("nadam", "Nadam", BOTH, 0.005, h -> nadam(new Nadam(), h)),
                new RuleEntry("sgdm-l2", "sgdm-l2", DECAY, 0.2, h -> sgdmL2(new SgdmL2(), h)),
                new RuleEntry("adam-l2", "adam-l2", DECAY, 0.005, h -> adamL2(new AdamL2(), h)),
                new RuleEntry("sgdwm", "SGDWM", DECAY, 0.1, h -> sgdwm(new Sgdwm(), h)),
                new RuleEntry("adamw", "AdamW", DECAY, 0.005, h -> adamW(new AdamW(), h)));
    }

    @Override
    public List<WrapperEntry> wrappers() {
        return List.of(
                new WrapperEntry("lookahead", "Lookahead", Lookahead.overOptim(), LectureRules::lookahead),
                new WrapperEntry("cycled", "Cycled", Equations.of("θ_t = θ_{t−1} + Optim_t"), LectureRules::cycled));
    }

    private static UpdateRule lookahead(Function<Map<String, Double>, UpdateRule> inner, Hyperparameters h) {
        Lookahead of = new Lookahead(inner.apply(Map.of()));
        return new Lookahead(of.inner(), h.count("k", of.k()), h.get("alpha", of.alpha()), of.pullback());
    }

    /** Smith and Topin's values, PyTorch's too: down from 0.95 to 0.85 and up again. */
    private static UpdateRule cycled(Function<Map<String, Double>, UpdateRule> inner, Hyperparameters h) {
        double high = h.get("high", 0.95);
        double low = h.get("low", 0.85);
        OneCycle course = new OneCycle(high, low, high, h.count("steps", 1000), h.get("share", 0.45));
        UpdateRule usual = inner.apply(Map.of());
        boolean hasBeta1 = usual.equations().constants().containsKey("β1"); // what is λ beside it is no momentum
        boolean hasLambda = usual.equations().constants().containsKey("λ");
        if (!hasBeta1 && !hasLambda) {
            throw new IllegalArgumentException(
                    "cycled: %s has no momentum λ or β1 to follow a schedule; use one that has, such as cycled(sgdm)"
                            .formatted(usual.name()));
        }
        String name = hasBeta1 ? "beta1" : "lambda";
        return new Cycled(hasBeta1 ? "β1" : "λ", course, value -> inner.apply(Map.of(name, value)));
    }

    private static UpdateRule sgdm(Sgdm of, Hyperparameters h) {
        return new Sgdm(h.get("lambda", of.lambda()));
    }

    private static UpdateRule sgdmEma(SgdmEma of, Hyperparameters h) {
        return new SgdmEma(h.get("beta1", of.beta1()));
    }

    private static UpdateRule rmsProp(RmsProp of, Hyperparameters h) {
        return new RmsProp(h.get("alpha", of.alpha()));
    }

    private static UpdateRule adam(Adam of, Hyperparameters h) {
        return new Adam(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static UpdateRule swats(Swats of, Hyperparameters h) {
        return new Swats(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("delta", of.delta()));
    }

    private static UpdateRule amsGrad(AmsGrad of, Hyperparameters h) {
        return new AmsGrad(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static UpdateRule adaBound(AdaBound of, Hyperparameters h) {
        return new AdaBound(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("f", of.f()));
    }

    private static UpdateRule rAdam(RAdam of, Hyperparameters h) {
        return new RAdam(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static UpdateRule nag(Nag of, Hyperparameters h) {
        return new Nag(h.get("lambda", of.lambda()));
    }

    private static UpdateRule nagOriginal(NagOriginal of, Hyperparameters h) {
        return new NagOriginal(h.get("lambda", of.lambda()));
    }

    private static UpdateRule nadam(Nadam of, Hyperparameters h) {
        return new Nadam(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static UpdateRule sgdmL2(SgdmL2 of, Hyperparameters h) {
        return new SgdmL2(h.get("lambda", of.lambda()), h.get("gamma", of.gamma()));
    }

    private static UpdateRule adamL2(AdamL2 of, Hyperparameters h) {
        return new AdamL2(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }

    private static UpdateRule sgdwm(Sgdwm of, Hyperparameters h) {
        return new Sgdwm(h.get("lambda", of.lambda()), h.get("gamma", of.gamma()));
    }

    private static UpdateRule adamW(AdamW of, Hyperparameters h) {
        return new AdamW(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }
}
