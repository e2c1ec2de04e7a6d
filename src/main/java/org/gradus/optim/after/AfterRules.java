package org.gradus.optim.after;

import java.util.List;
import org.gradus.optim.ListedRule;
import org.gradus.optim.RuleSource;

/** The rules after the lecture, by year: one entry each. */
public final class AfterRules implements RuleSource {

    /** The rules after the lecture; for the catalog. */
    public AfterRules() {}

    @Override
    public List<ListedRule> entries() {
        return List.of();
    }
}
