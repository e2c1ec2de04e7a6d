package org.gradus.book;

import java.util.List;

/**
 * A file of Markdown as the book shows it.
 *
 * @param html the page's text
 * @param title its first heading, as text
 * @param parts its parts, from heading to heading
 */
record Written(String html, String title, List<Part> parts) {
    Written {
        parts = List.copyOf(parts);
    }

    /**
     * What stands below a heading.
     *
     * @param level 1 for the title
     * @param anchor the heading's name in addresses
     * @param heading the heading, as text
     * @param words the words below it
     */
    record Part(int level, String anchor, String heading, String words) {}
}
