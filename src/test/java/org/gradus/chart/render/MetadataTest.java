package org.gradus.chart.render;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a file tells beside the picture, read back by other programs' readers. */
@InEveryLocale
class MetadataTest {
    private static final LineChart CHART = LineChart.of(
            "Loss of θ",
            Axis.linear("epoch"),
            Axis.linear("loss"),
            Series.of("adam", new double[] {1, 2}, new double[] {2, 1}));
    private static final String DESCRIPTION = "Line chart of loss against epoch: adam.";

    private static Map<String, String> receipt() {
        Map<String, String> receipt = new LinkedHashMap<>();
        receipt.put("Command", "gradus compare --rules sgdm,adam");
        receipt.put("Run 1", "rule=adam η=0.02 <seed=3> & \"more\"\nsecond line");
        return receipt;
    }

    /** Java's own reader of PNG says what is in a chunk, and of which kind it is. */
    @Test
    void isInTheTextChunksOfAPng() throws IOException {
        byte[] png = Charts.png(CHART, Theme.LIGHT, 400, 300, 1, receipt());

        assertThat(texts(png, "tEXtEntry", "keyword", "value"))
                .containsExactly(
                        Map.entry("Description", DESCRIPTION),
                        Map.entry("Command", "gradus compare --rules sgdm,adam"));
        assertThat(texts(png, "iTXtEntry", "keyword", "text"))
                .containsExactly(
                        Map.entry("Title", "Loss of θ"),
                        Map.entry("Run 1", receipt().get("Run 1")));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(400);
    }

    /** Java's reader does not look at the check sums, other programs do: length, name and content, and the sum of the last two. */
    @Test
    void hasTheCheckSumsOfAPng() {
        ByteBuffer png = ByteBuffer.wrap(Charts.png(CHART, Theme.LIGHT, 400, 300, 1, receipt()));
        png.position(8);
        while (png.hasRemaining()) {
            byte[] chunk = new byte[4 + png.getInt()];
            png.get(chunk);
            CRC32 sum = new CRC32();
            sum.update(chunk);
            assertThat(png.getInt()).as(new String(chunk, 0, 4, US_ASCII)).isEqualTo((int) sum.getValue());
        }
    }

    private static Map<String, String> texts(byte[] png, String kind, String keyword, String value) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            NodeList found = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
                    .getElementsByTagName(kind);
            Map<String, String> texts = new LinkedHashMap<>();
            for (int i = 0; i < found.getLength(); i++) {
                Element entry = (Element) found.item(i);
                texts.put(entry.getAttribute(keyword), entry.getAttribute(value));
            }
            return texts;
        } finally {
            reader.dispose();
        }
    }

    @Test
    void isInTheElementsOfAnSvg() {
        Element root =
                Svg.of(Charts.svg(CHART, Theme.LIGHT, 400, 300, receipt())).root();

        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Loss of θ");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(DESCRIPTION);
        Node metadata = root.getElementsByTagName("metadata").item(0);
        Map<String, String> entries = new LinkedHashMap<>();
        for (Node each = metadata.getFirstChild(); each != null; each = each.getNextSibling()) {
            entries.put(((Element) each).getAttribute("name"), each.getTextContent());
        }
        assertThat(entries).containsExactlyEntriesOf(receipt());
    }

    @Test
    void isInTheInformationOfAPdf() throws IOException {
        byte[] pdf = Charts.pdf(CHART, Theme.PRINT, 400, 300, receipt());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentInformation information = document.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo("Loss of θ");
            assertThat(information.getSubject()).isEqualTo(DESCRIPTION);
            receipt()
                    .forEach((name, text) ->
                            assertThat(information.getCustomMetadataValue(name)).isEqualTo(text));
            assertThat(information.getCreationDate()).isNull();
            assertThat(information.getModificationDate()).isNull();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(400);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Run 1 ", "θ", "Title", "Description", "a\nb"})
    void wantsNamesThatEveryFileCanHold(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.png(CHART, Theme.LIGHT, 400, 300, 1, Map.of(name, "text")))
                .withMessage("metadata: found the name '" + name + "'; give 1 to 79 ASCII characters, and neither"
                        + " Title nor Description, which the chart has");
    }

    @Test
    void wantsTextsThatEveryFileCanHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.svg(CHART, Theme.LIGHT, 400, 300, Map.of("Run", "a\0b")))
                .withMessage("metadata: the text of 'Run' is null or has a character that a file cannot hold;"
                        + " give visible text and line feeds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.pdf(CHART, Theme.LIGHT, 400, 300, null))
                .withMessage("metadata: the map is null; give Map.of() for none");
    }
}
