package org.gradus.book;

import java.util.List;
import org.commonmark.node.Node;
import org.gradus.view.Markup;

/**
 * What the page of another file of Markdown has from elsewhere, such as CONTRIBUTING: it leads to what is in the book anyway, and brings nothing more
 * into it.
 *
 * @param site the book
 * @param up the way from its page to the top of the book
 */
record RepositoryParts(Site site, String up) implements MarkdownPage.References {
    @Override
    public String link(String destination, Place place) {
        String there = site.hrefIfThere(destination, place.file());
        return there.isEmpty() || there.startsWith("#") || there.matches("[a-z]+:.*") ? there : up + there;
    }

    @Override
    public String picture(String destination, String alt, Place place) {
        return "<i>" + Markup.escape(alt) + "</i>";
    }

    @Override
    public String block(String language, String content, Place place) {
        boolean java = language.equals("java");
        return LessonParts.code(java ? "java" : "other", java ? JavaHighlight.html(content) : Markup.escape(content));
    }

    @Override
    public Framed include(IncludedPart mark, List<Node> content, Place place) {
        Framed frame = new Framed("", "", "");
        content.forEach(frame::appendChild);
        return frame;
    }

    @Override
    public String html(String html, Place place) {
        return html.startsWith("<!--") ? "" : Markup.escape(html);
    }

    @Override
    public String below(String title) {
        return "";
    }
}
