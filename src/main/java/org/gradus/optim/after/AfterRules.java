package org.gradus.optim.after;

import java.util.List;
import org.gradus.catalog.Hyperparameters;
import org.gradus.optim.ListedRule;
import org.gradus.optim.RuleEntry;
import org.gradus.optim.RuleSource;
import org.gradus.optim.UpdateRule;

/** The rules after the lecture, by year: one entry each. */
public final class AfterRules implements RuleSource {

    /** The rules after the lecture; for the catalog. */
    public AfterRules() {}

    @Override
    public List<ListedRule> entries() {
        return List.of(new RuleEntry("signum", "Signum", "momentum", 0.001, h -> signum(new Signum(), h)));
    }

    private static UpdateRule signum(Signum of, Hyperparameters h) {
        return new Signum(h.get("beta", of.beta()), h.get("lambda", of.lambda()));
    }
}
