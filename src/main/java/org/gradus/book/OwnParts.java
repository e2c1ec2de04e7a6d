package org.gradus.book;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes what the book has put in place of parts of a page. */
final class OwnParts implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    OwnParts(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Framed.class, Inserted.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Inserted inserted) {
            context.getWriter().raw(inserted.html());
        }
        if (node instanceof Framed framed) {
            context.getWriter().raw(framed.before());
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            context.getWriter().raw(framed.after());
        }
    }
}
