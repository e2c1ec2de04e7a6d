package org.gradus.optim.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.catalog.Hyperparameters;
import org.gradus.equation.Equations;
import org.gradus.optim.ListedRule;
import org.gradus.optim.RuleEntry;
import org.gradus.optim.RuleSource;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.WrapperEntry;
import org.gradus.schedule.OneCycle;

/**
 * The lecture's rules, in its order: one entry each.
 *
 * <p>Each has one fixed color, the same in every figure, so that Adam is blue throughout the lecture; the further forms of a rule, such as sgdm-ema,
 * have one by their place. The six colors of the basic rules (sgd, sgdm, nag, adagrad, rmsprop, adam) were chosen by search such that any two of
 * them stay apart for viewers with and without red-green blindness: at least 0.115 in the OKLab color space, also after simulating protanopia and
 * deuteranopia (Machado, Oliveira and Fernandes 2009, <a href="https://doi.org/10.1109/TVCG.2009.113">doi:10.1109/TVCG.2009.113</a>); adam and
 * sgdm, which meet most often, are 0.27 apart. The variants are at least 0.095 from the rules they vary, but not each from each: fourteen colors
 * cannot be. Every rule's color has at least the contrast 3:1 with a white background.
 */
public final class LectureRules implements RuleSource {
    private static final String MOMENTUM = "momentum";
    private static final String ADAPTIVE = "adaptive";
    private static final String BOTH = "adaptive, with momentum";
    private static final String DECAY = "decay";

    /** The lecture's rules; for the catalog. */
    public LectureRules() {}

    @Override
    public List<ListedRule> entries() {
        return List.of(
                new RuleEntry("sgd", "SGD", "gradient descent", "#2b2b2b", 1.0, h -> new Sgd()),
                new RuleEntry("sgdm", "SGDM", MOMENTUM, "#c23b13", 0.1, h -> sgdm(new Sgdm(), h)),
                new RuleEntry("sgdm-ema", "sgdm-ema", MOMENTUM, 1.0, h -> sgdmEma(new SgdmEma(), h)),
                new RuleEntry("adagrad", "Adagrad", ADAPTIVE, "#33a58b", 0.2, h -> new Adagrad()),
                new RuleEntry("rmsprop", "RMSProp", ADAPTIVE, "#cb8300", 0.005, h -> rmsProp(new RmsProp(), h)),
                new RuleEntry("adam", "Adam", BOTH, "#1f6ed4", 0.02, h -> adam(new Adam(), h)),
                new RuleEntry("swats", "SWATS", "adaptive, then momentum", "#3a146e", 0.02, h -> swats(new Swats(), h)),
                new RuleEntry("amsgrad", "AMSGrad", BOTH, "#00525c", 0.005, h -> amsGrad(new AmsGrad(), h)),
                new RuleEntry("adabound", "AdaBound", BOTH, "#b8609c", 0.005, h -> adaBound(new AdaBound(), h)),
                new RuleEntry("radam", "RAdam", BOTH, "#8f8657", 0.05, h -> rAdam(new RAdam(), h)),
                new RuleEntry("nag", "NAG", MOMENTUM, "#93117e", 0.1, h -> nag(new Nag(), h)),
                new RuleEntry("nag-original", "nag-original", MOMENTUM, 0.1, h -> nagOriginal(new NagOriginal(), h)),
                new RuleEntry("nadam", "Nadam", BOTH, "#2f6b3a", 0.02, h -> nadam(new Nadam(), h)),
                new RuleEntry("sgdm-l2", "sgdm-l2", DECAY, 0.1, h -> sgdmL2(new SgdmL2(), h)),
                new RuleEntry("adam-l2", "adam-l2", DECAY, 0.01, h -> adamL2(new AdamL2(), h)),
                new RuleEntry("sgdwm", "SGDWM", DECAY, "#6b2f00", 0.1, h -> sgdwm(new Sgdwm(), h)),
                new RuleEntry("adamw", "AdamW", DECAY, "#5897bf", 0.01, h -> adamW(new AdamW(), h)),
                new WrapperEntry("lookahead", "Lookahead", "#ef677e", Lookahead.overOptim(), LectureRules::lookahead),
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
