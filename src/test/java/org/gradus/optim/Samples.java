package org.gradus.optim;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.optim.gradient.Accumulation;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.gradient.PaperGradientNoise;
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
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.SgdmEma;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.optim.rule.Sgdwm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;

/** The subjects of the tests that hold for every rule: each with its defaults, and with hyper-parameters at the edges of their domains. */
final class Samples {
    static final Schedule ETA = new Constant(0.1);

    /** The lecture's rules that are not around another rule. */
    static final List<UpdateRule> RULES = List.of(
            new Sgd(ETA),
            new Sgdm(ETA),
            new Sgdm(ETA, 0),
            new Sgdm(ETA, 0.5),
            new SgdmEma(ETA),
            new SgdmEma(ETA, 0.5),
            new Adagrad(ETA),
            new RmsProp(ETA),
            new RmsProp(ETA, 0),
            new RmsProp(ETA, 0.99),
            new Adam(ETA),
            new Adam(ETA, 0.5, 0.9, 1e-3),
            new Adam(ETA, 0, 0.999, 0),
            new Swats(ETA),
            new Swats(ETA, 0.9, 0.999, 1e-9, 10),
            new Swats(ETA, 0.5, 0.9, 0, 0.1),
            new AmsGrad(ETA),
            new AmsGrad(ETA, 0.5, 0.9, 0),
            new AdaBound(ETA),
            new AdaBound(ETA, 0.5, 0.9, 0, 0.01),
            new RAdam(ETA),
            new RAdam(ETA, 0.5, 0.9, 1e-3),
            new RAdam(ETA, 0, 0.6, 0),
            new Nag(ETA),
            new Nag(ETA, 0.5),
            new NagOriginal(ETA),
            new NagOriginal(ETA, 0.5),
            new Nadam(ETA),
            new Nadam(ETA, 0, 0.9, 0),
            new SgdmL2(ETA),
            new SgdmL2(ETA, 0.5, 3),
            new AdamL2(ETA),
            new AdamL2(ETA, 0.5, 0.9, 0, 3),
            new Sgdwm(ETA),
            new Sgdwm(ETA, 0.5, 0.3),
            new AdamW(ETA),
            new AdamW(ETA, 0.5, 0.9, 0, 3));

    /** One of each kind: without state, with Σ, with a line for step 1, with scalars and phases, with ∇L(…), with θ in the gradient. */
    static final List<UpdateRule> FEW = List.of(
            new Sgd(ETA),
            new Adagrad(ETA),
            new RmsProp(ETA),
            new Swats(ETA, 0.9, 0.999, 1e-9, 10),
            new NagOriginal(ETA),
            new AdamL2(ETA));

    /** Everything that treats the gradient. */
    static final List<UnaryOperator<UpdateRule>> TREATMENTS = List.of(
            rule -> new ClipNorm(rule, 1e140), // some gradients of the proof are 1e150
            rule -> new ClipNorm(rule, 1e200),
            rule -> new ClipValue(rule, 0.3),
            rule -> new GradientNoise(rule, 1, 0.5, 7),
            rule -> new PaperGradientNoise(rule, 2, 0.55, 7),
            rule -> new Accumulation(rule, 1),
            rule -> new Accumulation(rule, 3));

    private Samples() {}

    /** Lookahead around a rule in all ways there are. */
    static List<UpdateRule> lookaheads(UpdateRule rule) {
        if (rule.init(1).names().contains("θ")) {
            return List.of();
        }
        UpdateRule kept = new Lookahead(rule, 3, 0.3, Pullback.NONE);
        return rule.init(1).names().contains("m")
                ? List.of(kept, new Lookahead(rule, 4, 1, Pullback.RESET))
                : List.of(kept);
    }
}
