package org.gradus.optim;

import java.util.List;

/**
 * Where rules come from. The library's own are named in {@code META-INF/services/org.gradus.optim.RuleSource}; a user's class that is named in
 * a file of the same name on the class path adds more, for every command too.
 */
public interface RuleSource {

    /** {@return rules, in the order to list them} */
    List<RuleEntry> rules();

    /** {@return rules around other rules} */
    default List<WrapperEntry> wrappers() {
        return List.of();
    }
}
