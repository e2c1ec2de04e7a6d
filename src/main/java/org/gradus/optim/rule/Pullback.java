package org.gradus.optim.rule;

/** What becomes of the momentum of the rule inside {@link Lookahead} after a step back. */
public enum Pullback {
    /** It is kept. */
    NONE,
    /** It is set to 0. */
    RESET
}
