package org.gradus.data;

/** A data file that cannot be used: the message names the file, the place in it, what was found and what was expected. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A data file that cannot be used.
     *
     * @param message the file, the place, what was found and what was expected
     */
    public DataException(String message) {
        super(message);
    }

    /**
     * A data file that cannot be used, for a reason that something else found.
     *
     * @param message the file, the place, what was found and what was expected
     * @param cause what was thrown
     */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
