package org.gradus.chart.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Finds in a PNG, SVG or PDF what {@link Charts} wrote into it beside the picture. */
final class MetadataReader {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 3 * Integer.BYTES; // length, name and check sum of a chunk of a PNG

    private MetadataReader() {}

    /** {@return what a file tells, by name; nothing for a file of another kind, or one that is damaged} */
    static Map<String, String> read(byte[] file) {
        try {
            return switch (file.length == 0 ? 0 : file[0] & 0xFF) {
                case 0x89 -> png(ByteBuffer.wrap(file));
                case '<' -> svg(file);
                case '%' -> pdf(file);
                default -> Map.of();
            };
        } catch (IOException | SAXException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static Map<String, String> png(ByteBuffer file) {
        Map<String, String> found = new LinkedHashMap<>();
        file.position(Math.min(SIGNATURE, file.limit()));
        while (file.remaining() >= AROUND) {
            int length = file.getInt();
            byte[] name = new byte[Integer.BYTES];
            file.get(name);
            if (length < 0 || length > file.remaining() - Integer.BYTES) {
                return Map.of(); // cut off
            }
            byte[] content = new byte[length];
            file.get(content).getInt();
            if (new String(name, StandardCharsets.US_ASCII).matches("[ti][ET]Xt")) {
                String text = new String(content, StandardCharsets.UTF_8);
                if (text.indexOf('\0') >= 0) {
                    found.put(text.substring(0, text.indexOf('\0')), text.substring(text.lastIndexOf('\0') + 1));
                }
            }
        }
        return found;
    }

    private static Map<String, String> svg(byte[] file) throws IOException, SAXException {
        Map<String, String> found = new LinkedHashMap<>();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // else damaged files are reported on the console
            Element root = builder.parse(new ByteArrayInputStream(file)).getDocumentElement();
            Map.of("title", Metadata.TITLE, "desc", Metadata.DESCRIPTION).forEach((tag, name) -> {
                NodeList texts = root.getElementsByTagName(tag);
                if (texts.getLength() > 0) {
                    found.put(name, texts.item(0).getTextContent());
                }
            });
            NodeList entries = root.getElementsByTagName("entry");
            for (int i = 0; i < entries.getLength(); i++) {
                found.put(
                        ((Element) entries.item(i)).getAttribute("name"),
                        entries.item(i).getTextContent());
            }
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own parser of XML has no secure processing", e);
        }
        return found;
    }

    private static Map<String, String> pdf(byte[] file) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentInformation information = document.getDocumentInformation();
            for (String name : information.getMetadataKeys()) {
                String text = information.getCustomMetadataValue(name);
                if (text != null) { // not a text, in a damaged file
                    found.put(name.equals("Subject") ? Metadata.DESCRIPTION : name, text);
                }
            }
        }
        return found;
    }
}
