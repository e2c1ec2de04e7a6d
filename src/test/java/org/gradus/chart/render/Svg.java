package org.gradus.chart.render;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A drawn chart, read back: an XML parser must accept it. */
public record Svg(Element root) {

    public static Svg of(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Svg(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    public List<Element> elements(String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    public List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    public List<String> ids() {
        return elements("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The ids that clips refer to. */
    public List<String> clips() {
        return elements("*").stream()
                .map(element -> element.getAttribute("clip-path"))
                .filter(clip -> !clip.isEmpty())
                .map(clip -> clip.substring("url(#".length(), clip.length() - 1))
                .toList();
    }

    /** The one text with this content. */
    public Element text(String content) {
        return elements("text").stream()
                .filter(text -> text.getTextContent().equals(content))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one text says " + content);
                })
                .orElseThrow(() -> new AssertionError("no text says " + content + ", found " + texts()));
    }

    /** The outlines (attribute d) of the paths drawn in a color, as lines or as areas. */
    public List<String> paths(String attribute, String color) {
        return elements("path").stream()
                .filter(path -> inherited(path, attribute).equals(color))
                .map(path -> path.getAttribute("d"))
                .toList();
    }

    public static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    public static boolean turned(Element element) {
        return !inherited(element, "transform").isEmpty();
    }

    public static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
            if (each.hasAttribute(attribute)) {
                return each.getAttribute(attribute);
            }
        }
        return "";
    }
}
