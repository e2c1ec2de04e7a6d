package org.gradus.optim;

import org.gradus.catalog.Entry;

/** What the catalog of rules lists: a rule, or a rule around any other. */
public sealed interface ListedRule extends Entry permits RuleEntry, WrapperEntry {

    /** {@return its color in charts as in HTML, such as {@code #1f6ed4}; empty for one by its place in the catalog} */
    String color();
}
