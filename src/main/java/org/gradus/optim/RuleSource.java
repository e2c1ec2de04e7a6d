package org.gradus.optim;

import org.gradus.catalog.Source;

/**
 * Where rules, and rules around rules, come from. The library's own are named in {@code META-INF/services/org.gradus.optim.RuleSource}; a
 * user's class that is named in a file of the same name on the class path adds more, for every command too.
 */
@FunctionalInterface
public interface RuleSource extends Source<ListedRule> {}
