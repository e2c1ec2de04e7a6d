package org.gradus.book;

import java.nio.file.Path;

/**
 * A place in a file of Markdown.
 *
 * @param name the file, as messages name it
 * @param file where it is
 * @param line the line, 1 for the first
 */
record Place(String name, Path file, int line) {
    Place at(int other) {
        return new Place(name, file, other);
    }

    /** What is wrong at this place, as a sentence. */
    BookException refusal(String why) {
        return new BookException("%s:%s: %s".formatted(name, line, why));
    }

    /** The same, with what was thrown. */
    BookException refusal(IllegalArgumentException why) {
        return new BookException("%s:%s: %s".formatted(name, line, why.getMessage()), why);
    }
}
