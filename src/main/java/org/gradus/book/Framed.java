package org.gradus.book;

import org.commonmark.node.CustomBlock;

/** A part of a page that the book writes itself, around what stands in it, if anything does. */
final class Framed extends CustomBlock {
    private final String before;
    private final String after;
    private final String words;

    /**
     * A part.
     *
     * @param before HTML before what stands in it
     * @param after HTML behind that
     * @param words what the search finds it by
     */
    Framed(String before, String after, String words) {
        this.before = before;
        this.after = after;
        this.words = words;
    }

    static Framed of(String html) {
        return new Framed(html, "", "");
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }

    String words() {
        return words;
    }
}
