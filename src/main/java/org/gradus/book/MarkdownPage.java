package org.gradus.book;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.gradus.view.Markup;

/**
 * A file of Markdown on its way to a page: its formulas become MathML, its links lead to pages of the book, its marks to what they include.
 *
 * <p>The tree that the parser gives is changed in place, then written.
 */
final class MarkdownPage {
    private final Place place;
    private final References references;
    private final Map<Node, String> anchors = new IdentityHashMap<>();
    private final Anchors names = new Anchors();

    private MarkdownPage(Place place, References references) {
        this.place = place;
        this.references = references;
    }

    /** What a page does with what is not in its own file. */
    interface References {
        /** Where a link leads to; "" if it is to be plain text. */
        String link(String destination, Place place);

        /** A picture as HTML, on a line of its own or within one. */
        String picture(String destination, String alt, Place place);

        /** A block of code or of a formula as HTML. */
        String block(String language, String content, Place place);

        /** What stands in place of a mark and what is between it and its end; it may keep that. */
        Framed include(IncludedPart mark, List<Node> content, Place place);

        /** HTML in the Markdown, as it is to be written. */
        String html(String html, Place place);

        /** HTML below the title. */
        String below(String title);
    }

    /**
     * The page's text.
     *
     * @param place the file
     * @param markdown what is in it
     * @param references what the page does with what is elsewhere
     * @throws BookException if there is something that the book cannot show; the message has the line
     */
    static Written of(Place place, String markdown, References references) {
        return new MarkdownPage(place, references).written(markdown);
    }

    private Written written(String markdown) {
        var tables = List.of(TablesExtension.create());
        Node document = Parser.builder()
                .extensions(tables)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(markdown.replace("\r\n", "\n"));
        List<Written.Part> parts = new ArrayList<>();
        walk(document);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            gather(node, parts);
        }
        String title = parts.isEmpty() ? "" : parts.get(0).heading();
        if (title.isEmpty()) {
            throw place.at(1).refusal("there is no title; begin with a line such as '# 10 · Adam'");
        }
        String html = HtmlRenderer.builder()
                .extensions(tables)
                .nodeRendererFactory(OwnParts::new)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (anchors.containsKey(node)) {
                        attributes.put("id", anchors.get(node));
                    }
                })
                .build()
                .render(document);
        return new Written(html, title, parts);
    }

    /** What the search finds: a part begins with each heading. */
    private void gather(Node node, List<Written.Part> parts) {
        if (node instanceof Heading heading && (heading.getLevel() <= 3 || parts.isEmpty())) {
            parts.add(new Written.Part(heading.getLevel(), anchors.get(node), words(node), ""));
        } else if (!parts.isEmpty()) {
            Written.Part part = parts.remove(parts.size() - 1);
            String all = (part.words() + " " + words(node)).strip();
            parts.add(new Written.Part(part.level(), part.anchor(), part.heading(), all));
        }
    }

    /** The words of a part of the tree, without blocks of code. */
    private static String words(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof Inserted inserted) {
            return inserted.words();
        }
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            return " ";
        }
        StringBuilder words = new StringBuilder(node instanceof Framed framed ? framed.words() : "");
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(child instanceof Block || child instanceof TableCell ? " " : "")
                    .append(words(child));
        }
        return words.toString().replaceAll("\\s+", " ").strip().isEmpty()
                ? ""
                : words.toString().replaceAll("\\s+", " ");
    }

    private void walk(Node parent) {
        Node next;
        for (Node node = parent.getFirstChild(); node != null; node = next) {
            next = node.getNext();
            if (node instanceof HtmlBlock block
                    && Marks.include(block.getLiteral()).isPresent()) {
                next = include(block);
            } else {
                change(node);
            }
        }
    }

    /** Puts something in place of a mark and what stands up to its end; gives what comes behind. */
    private Node include(HtmlBlock mark) {
        List<Node> content = new ArrayList<>();
        Node node = mark.getNext();
        while (node != null && !(node instanceof HtmlBlock block && IncludedPart.isEnd(block.getLiteral()))) {
            content.add(node);
            node = node.getNext();
        }
        if (node == null) {
            throw at(mark).refusal("the mark %s has no <!-- end -->"
                    .formatted(mark.getLiteral().strip()));
        }
        content.forEach(Node::unlink);
        Framed framed = references.include(Marks.include(mark.getLiteral()).orElseThrow(), content, at(mark));
        mark.insertBefore(framed);
        Node behind = node.getNext();
        node.unlink();
        mark.unlink();
        walk(framed);
        return behind;
    }

    private void change(Node node) {
        if (node instanceof FencedCodeBlock block) {
            String html = references.block(
                    block.getInfo() == null ? "" : block.getInfo().strip(), block.getLiteral(), at(node));
            replace(node, Framed.of(html));
        } else if (node instanceof HtmlBlock block) {
            replace(node, Framed.of(references.html(block.getLiteral(), at(node))));
        } else if (node instanceof HtmlInline inline) {
            replace(node, new Inserted(references.html(inline.getLiteral(), at(node)), ""));
        } else if (node instanceof Code code) {
            formula(code);
        } else if (node instanceof Image image) {
            String html = references.picture(image.getDestination(), words(image), at(node));
            replace(node, new Inserted(html, words(image)));
        } else {
            around(node);
        }
    }

    /** What has other parts in it. */
    private void around(Node node) {
        walk(node);
        if (node instanceof Link link) {
            link(link);
        } else if (node instanceof Heading heading) {
            heading(heading);
        } else if (node instanceof TableBlock) {
            Framed frame = new Framed(
                    "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n", "</div>\n", "");
            node.insertBefore(frame);
            frame.appendChild(node);
        }
    }

    private static void replace(Node old, Node other) {
        old.insertBefore(other);
        old.unlink();
    }

    /** Code between two dollar signs is a formula, as on GitHub. */
    private void formula(Code code) {
        if (code.getPrevious() instanceof Text before
                && code.getNext() instanceof Text behind
                && before.getLiteral().endsWith("$")
                && behind.getLiteral().startsWith("$")) {
            before.setLiteral(
                    before.getLiteral().substring(0, before.getLiteral().length() - 1));
            behind.setLiteral(behind.getLiteral().substring(1));
            try {
                replace(code, new Inserted(LatexMath.inline(code.getLiteral()), code.getLiteral()));
            } catch (IllegalArgumentException e) {
                throw at(code).refusal(e);
            }
        }
    }

    private void link(Link link) {
        String destination = references.link(link.getDestination(), at(link));
        if (destination.isEmpty()) {
            Node child;
            while ((child = link.getFirstChild()) != null) {
                link.insertBefore(child);
            }
            link.unlink();
        } else {
            link.setDestination(destination);
        }
    }

    private void heading(Heading heading) {
        String words = words(heading);
        String anchor = names.of(words);
        anchors.put(heading, anchor);
        if (heading.getLevel() == 1) {
            heading.insertAfter(Framed.of(references.below(words)));
        } else {
            String link = "<a class=\"anchor\" href=\"#%s\" aria-label=\"Link to this part: %s\">#</a>"
                    .formatted(Markup.escape(anchor), Markup.escape(words));
            heading.appendChild(new Inserted(link, ""));
        }
    }

    private Place at(Node node) {
        Node located = node;
        while (located != null && located.getSourceSpans().isEmpty()) {
            located = located.getParent();
        }
        return located == null
                ? place
                : place.at(located.getSourceSpans().get(0).getLineIndex() + 1);
    }
}
