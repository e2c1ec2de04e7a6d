package org.gradus.optim.dialect;

import org.gradus.optim.UpdateRule;

/** What a library or a paper does where it differs from the lecture: a rule of its own, named for its source. */
public interface Dialect extends UpdateRule {

    /** {@return the name of the lecture's rule it is a dialect of} */
    String of();

    /** {@return in what it differs from the lecture's rule and why, in one sentence} */
    String difference();
}
