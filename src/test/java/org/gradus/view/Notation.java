package org.gradus.view;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gradus.equation.Expression;
import org.gradus.equation.Line;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads MathML back into the lecture's notation, as a reader does: a fraction's bar and a root's say what belongs to them. */
public final class Notation {
    private final Set<String> names;
    private final Function<Element, String> slot;

    /** A reader that knows some names, such as β1, and what stands in the slots. */
    public Notation(Set<String> names, Function<Element, String> slot) {
        this.names = names;
        this.slot = slot;
    }

    public Expression formula(String mathml) {
        return Line.parse("x = " + text(mathml)).right();
    }

    public String text(String mathml) {
        return children(parse("<formula>" + mathml.replace("<wbr>", "") + "</formula>"));
    }

    private static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("no MathML: " + xml, e);
        }
    }

    private String children(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child instanceof Element inner ? read(inner) : child.getTextContent());
        }
        return text.toString();
    }

    private String read(Element element) {
        List<String> parts = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                parts.add(read(inner));
            }
        }
        return switch (element.getTagName()) {
            case "mspace" -> " ";
            case "mfrac" -> "((" + parts.get(0) + ") / (" + parts.get(1) + "))";
            case "msqrt" -> "√(" + String.join("", parts) + ")";
            case "mover" -> parts.get(0) + accent(parts.get(1));
            case "msub" -> subscripted(parts.get(0), "", parts.get(1));
            case "msup" -> raised(parts.get(0), parts.get(1));
            case "msubsup" -> subsuperscripted(parts);
            case "munderover" -> "Σ_{" + parts.get(1) + "}^{" + parts.get(2) + "}";
            case "math", "mrow" ->
                element.getAttribute("class").equals("slot") ? slot.apply(element) : children(element);
            default -> element.getTextContent(); // mi, mn, mo, mtext
        };
    }

    private static String accent(String sign) {
        return switch (sign) {
            case "^" -> "\u0302";
            case "~" -> "\u0303";
            default -> "\u0304";
        };
    }

    /** The subscript 1t of a β is 1, which belongs to the name β1, and the step t. */
    private String subscripted(String letter, String primes, String subscript) {
        for (int end = subscript.length(); end > 0; end--) {
            String name = letter + subscript.substring(0, end);
            if (names.contains(name)) {
                String step = subscript.substring(end);
                return name + primes + (step.isEmpty() ? "" : "_{" + step + "}");
            }
        }
        return letter + primes + "_{" + subscript + "}";
    }

    private String subsuperscripted(List<String> parts) {
        String primes = parts.get(2).replaceAll("[^′]", "");
        String exponent = parts.get(2).substring(primes.length());
        String symbol = subscripted(parts.get(0), primes, parts.get(1));
        return exponent.isEmpty() ? symbol : symbol + "^{" + exponent + "}";
    }

    private static String raised(String base, String exponent) {
        if (exponent.startsWith("′")) {
            return base + exponent;
        }
        return exponent.equals("⊤") ? "(" + base + ")ᵀ" : "(" + base + ")^{" + exponent + "}";
    }
}
