package org.gradus.optim.after;

import java.util.List;
import org.gradus.catalog.Hyperparameters;
import org.gradus.optim.ListedRule;
import org.gradus.optim.RuleEntry;
import org.gradus.optim.RuleSource;
import org.gradus.optim.UpdateRule;

/** The rules after the lecture, by year: one entry each. */
public final class AfterRules implements RuleSource {
    private static final String MOMENTUM = "momentum";
    private static final String BOTH = "adaptive, with momentum";

    /** The rules after the lecture; for the catalog. */
    public AfterRules() {}

    @Override
    public List<ListedRule> entries() {
        return List.of(
                new RuleEntry("signum", "Signum", MOMENTUM, 0.001, h -> signum(new Signum(), h)),
                new RuleEntry("adan", "Adan", BOTH, 0.01, h -> adan(new Adan(), h)),
                new RuleEntry("lion", "Lion", MOMENTUM, 0.001, h -> lion(new Lion(), h)),
                new RuleEntry("cautious-adamw", "cautious AdamW", BOTH, 0.02, h -> cautious(new CautiousAdamW(), h)));
    }

    private static UpdateRule adan(Adan of, Hyperparameters h) {
        return new Adan(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("beta3", of.beta3()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }

    private static UpdateRule lion(Lion of, Hyperparameters h) {
        return new Lion(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("gamma", of.gamma()));
    }

    private static UpdateRule cautious(CautiousAdamW of, Hyperparameters h) {
        return new CautiousAdamW(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }

    private static UpdateRule signum(Signum of, Hyperparameters h) {
        return new Signum(h.get("beta", of.beta()), h.get("lambda", of.lambda()));
    }
}
