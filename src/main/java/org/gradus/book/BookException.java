package org.gradus.book;

/** Lessons of which no book can be made: the message names the file and the line, what was found there, and what to do. */
public final class BookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Lessons of which no book can be made.
     *
     * @param message the file, the line, what was found and what to do
     */
    public BookException(String message) {
        super(message);
    }

    /**
     * Lessons of which no book can be made, for a reason that something else found.
     *
     * @param message the file, the line, what was found and what to do
     * @param cause what was thrown
     */
    public BookException(String message, Throwable cause) {
        super(message, cause);
    }
}
