package org.gradus.book;

import java.util.List;
import org.gradus.view.Markup;
import org.gradus.view.Page;

/**
 * What stands around the text of every page of a book: the bar with the search, the list of lessons, and the ways to the lesson before and the next.
 *
 * @param entries the lessons in their order, the start page first
 */
record Contents(List<Entry> entries) {
    private static final String HOME = "index.html";

    Contents {
        entries = List.copyOf(entries);
    }

    /**
     * A page in the list.
     *
     * @param file its file
     * @param text its text
     */
    record Entry(String file, Written text) {
        /** The title up to its colon. */
        String name() {
            return text.title().replaceFirst(":\\s.*", "");
        }
    }

    /**
     * A page of the book.
     *
     * @param file its file
     * @param title its title, as text
     * @param html its text
     */
    Page page(String file, String title, String html) {
        String up = "../".repeat(file.split("/").length - 1);
        String body = """
                <link rel="stylesheet" href="%1$sbook.css">
                <script src="%1$stheme.js"></script>
                <a class="skip" href="#text">Skip to the text</a>
                <header class="bar">
                <a class="home" href="%1$sindex.html">Gradus <span>· the lessons</span></a>
                <a class="to-contents" href="#contents">Contents</a>
                <div class="search" role="search">
                <input id="search" type="search" placeholder="Search ( / )" aria-label="Search the lessons" autocomplete="off" data-up="%1$s">
                <div id="found" role="region" aria-label="What was found" aria-live="polite" hidden></div>
                </div>
                <label class="theme"><span>Theme</span> <select id="theme"><option value="">system theme</option><option value="light">light</option><option value="dark">dark</option></select></label>
                </header>
                <div class="columns">
                <main id="text" tabindex="-1">
                %2$s%3$s</main>
                <nav id="contents" aria-label="Contents">
                %4$s</nav>
                </div>
                <script src="%1$sbook.js"></script>
                """.formatted(up, html, neighbors(file), list(file, up));
        return Page.of(title, body);
    }

    private int indexOf(String file) {
        return entries.stream().map(Entry::file).toList().indexOf(file);
    }

    private String neighbors(String file) {
        int at = indexOf(file);
        if (at < 0) {
            return "";
        }
        String before = at > 0 ? neighbor(entries.get(at - 1), "prev", "← ") : "";
        String behind = at + 1 < entries.size() ? neighbor(entries.get(at + 1), "next", "") : "";
        return "<nav class=\"neighbors\" aria-label=\"Before and next\">\n" + before + behind + "</nav>\n";
    }

    private static String neighbor(Entry entry, String rel, String arrow) {
        String name = entry.file().equals(HOME) ? "All lessons" : entry.name();
        return "<a rel=\"%s\" href=\"%s\">%s%s%s</a>\n"
                .formatted(rel, entry.file(), arrow, Markup.escape(name), rel.equals("next") ? " →" : "");
    }

    private String list(String file, String up) {
        StringBuilder list = new StringBuilder("<ul>\n");
        for (Entry entry : entries) {
            boolean here = entry.file().equals(file);
            String name = entry.file().equals(HOME) ? "All lessons" : entry.name();
            list.append("<li><a href=\"%s%s\"%s>%s</a>"
                    .formatted(up, entry.file(), here ? " aria-current=\"page\"" : "", Markup.escape(name)));
            if (here) {
                list.append(parts(entry.text()));
            }
            list.append("</li>\n");
        }
        return list.append("</ul>\n").toString();
    }

    private static String parts(Written text) {
        StringBuilder list = new StringBuilder();
        text.parts().stream()
                .filter(part -> part.level() == 2)
                .forEach(part -> list.append("<li><a href=\"#%s\">%s</a></li>\n"
                        .formatted(Markup.escape(part.anchor()), Markup.escape(part.heading()))));
        return list.isEmpty() ? "" : "\n<ul>\n" + list + "</ul>\n";
    }
}
