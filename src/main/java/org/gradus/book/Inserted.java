package org.gradus.book;

import org.commonmark.node.CustomNode;

/** A part of a line that the book writes itself. */
final class Inserted extends CustomNode {
    private final String html;
    private final String words;

    /**
     * A part.
     *
     * @param html as HTML
     * @param words what the search finds it by
     */
    Inserted(String html, String words) {
        this.html = html;
        this.words = words;
    }

    String html() {
        return html;
    }

    String words() {
        return words;
    }
}
