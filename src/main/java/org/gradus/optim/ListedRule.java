package org.gradus.optim;

import org.gradus.catalog.Entry;

/** What the catalog of rules lists: a rule, or a rule around any other. */
public sealed interface ListedRule extends Entry permits RuleEntry, WrapperEntry {}
