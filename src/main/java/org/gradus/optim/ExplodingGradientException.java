package org.gradus.optim;

/**
 * A gradient that no step can be taken with: an element is NaN, infinite, or so large that its square soon would be. The parameters are as they
 * were. Training has diverged there; all else that an optimizer refuses is a mistake in the program.
 */
public final class ExplodingGradientException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String reason;

    ExplodingGradientException(long update, String reason) {
        super("update %s: %s; the parameters stay as they were. A smaller learning rate or gradient clipping may help"
                .formatted(update, reason));
        this.reason = reason;
    }

    /** {@return what was found, as in {@code the gradient of parameter 0.weight is NaN at element 3}} */
    public String reason() {
        return reason;
    }
}
