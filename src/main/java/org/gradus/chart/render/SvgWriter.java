package org.gradus.chart.render;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SimpleImageHandler;
import org.gradus.chart.render.plot.Fonts;
import org.gradus.chart.render.plot.Look;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes a drawing as SVG. Batik does the drawing; what it leaves out is added here: a viewBox, words for screen
 * readers, the lengths of texts, and ids that are unique in a page with several charts.
 */
final class SvgWriter {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String METADATA = "https://gradus.org/metadata";
    private static final String FONTS = "'DejaVu Sans', Verdana, sans-serif";

    private final SVGGraphics2D g2;
    private final Element root;

    private SvgWriter(Consumer<Graphics2D> drawing) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setPrecision(2);
        context.setComment(null);
        context.setGenericImageHandler(new SimpleImageHandler(new SvgImages()));
        g2 = new FractionalGraphics(context);
        drawing.accept(g2);
        root = g2.getRoot();
    }

    /** Batik measures texts in whole pixels unless told otherwise, so that long ones would run into what follows. */
    private static final class FractionalGraphics extends SVGGraphics2D {

        FractionalGraphics(SVGGeneratorContext context) {
            super(context, false);
            fmg.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        }
    }

    static String write(Metadata metadata, Consumer<Graphics2D> drawing, int width, int height) {
        SvgWriter writer = new SvgWriter(drawing);
        writer.completeRoot(metadata, width, height);
        writer.removeNeedlessClips(width, height);
        writer.completeTexts();
        writer.makeIdsUnique();
        return writer.text();
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("svg: this Java has no XML parser; use one with the module java.xml", e);
        }
    }

    private List<Element> elements(String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private void completeRoot(Metadata metadata, int width, int height) {
        root.setAttribute("width", Integer.toString(width));
        root.setAttribute("height", Integer.toString(height));
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("font-family", FONTS);
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", metadata.title());
        Element title = child("title", metadata.title());
        Element description = child("desc", metadata.description());
        Element entries = child("metadata", "");
        metadata.entries().forEach((name, text) -> {
            Element entry = root.getOwnerDocument().createElementNS(METADATA, "entry");
            entry.setAttribute("name", name);
            entry.setTextContent(text);
            entries.appendChild(entry);
        });
        Node first = root.getFirstChild();
        List.of(title, description, entries).forEach(element -> root.insertBefore(element, first));
    }

    private Element child(String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setTextContent(text);
        return element;
    }

    /** Drops the clips to the whole chart, and those of texts, a third of the file: nothing is drawn outside. */
    private void removeNeedlessClips(int width, int height) {
        String whole = "M0 0 L" + width + " 0 L" + width + " " + height + " L0 " + height + " L0 0 Z";
        elements("text").forEach(text -> text.removeAttribute("clip-path"));
        for (Element clip : elements("clipPath")) {
            String reference = "url(#" + clip.getAttribute("id") + ")";
            List<Element> clipped = elements("*").stream()
                    .filter(element -> element.getAttribute("clip-path").equals(reference))
                    .toList();
            Element shape = (Element) clip.getFirstChild();
            if (shape.getAttribute("d").equals(whole) || clipped.isEmpty()) {
                clipped.forEach(element -> element.removeAttribute("clip-path"));
                clip.getParentNode().removeChild(clip);
            }
        }
    }

    private void completeTexts() {
        for (Element group : elements("g")) {
            group.removeAttribute("font-family"); // the root names the fonts for all
        }
        for (Element text : elements("text")) {
            text.removeAttribute("font-family");
            String size = inherited(text, "font-size").replace("px", "");
            int style = inherited(text, "font-weight").equals("bold") ? Font.BOLD : Font.PLAIN;
            Font usual = new Font(Look.FONT_FAMILY, style, 1).deriveFont(Float.parseFloat(size));
            String family = Fonts.family(usual, text.getTextContent());
            if (!family.isEmpty()) {
                text.setAttribute("font-family", "'" + family + "', sans-serif");
            }
            Font font = Fonts.able(usual, text.getTextContent());
            double length = Look.width(text.getTextContent(), font);
            text.setAttribute("textLength", String.format(Locale.ROOT, "%.1f", length));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
    }

    private static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
            if (each.hasAttribute(attribute)) {
                return each.getAttribute(attribute);
            }
        }
        return "";
    }

    /** Ids hold for a whole page, so each gets a prefix that depends on all that is drawn. */
    private void makeIdsUnique() {
        String prefix = "chart-" + Integer.toHexString(text().hashCode()) + "-";
        for (Element element : elements("*")) {
            if (element.hasAttribute("id")) {
                element.setAttribute("id", prefix + element.getAttribute("id"));
            }
            String clip = element.getAttribute("clip-path");
            if (!clip.isEmpty()) {
                element.setAttribute("clip-path", clip.replace("#", "#" + prefix));
            }
        }
    }

    private String text() {
        StringWriter writer = new StringWriter();
        try {
            g2.stream(root, writer, false, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("svg: the drawing could not be written to memory", e);
        }
        String text = writer.toString();
        return text.substring(text.indexOf("<svg")); // the prolog before it has no place within a page
    }
}
