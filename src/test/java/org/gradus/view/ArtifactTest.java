package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.Series;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, receipts, and the frame of pages. */
@InEveryLocale
class ArtifactTest {
    private static final Receipt RECEIPT = Receipt.ofWords(
                    List.of("gradus", "trace", "lookahead(adam):k=5", "--out", "a b's.png"))
            .withRuns(List.of("1f", "2e"))
            .withSeeds(List.of(10L, 11L))
            .withFingerprint("abc");

    @TempDir
    private Path folder;

    @Test
    void aReceiptSaysWhatDrawsItAgain() {
        assertThat(RECEIPT.entries())
                .contains(
                        entry("gradus-command", "gradus trace 'lookahead(adam):k=5' --out 'a b'\\''s.png'"),
                        entry("gradus-runs", "1f; 2e"),
                        entry("gradus-seeds", "10, 11"),
                        entry("gradus-fingerprint", "abc"));
        assertThat(Receipt.none().entries()).containsOnlyKeys("gradus-version");
    }

    @Test
    void aPageHasItsReceiptAndRefersToNothingOutside() {
        String html = Page.of("a < b", "<p>c</p>\n")
                .withStyle("p { color: red; }\n")
                .withScript("go();\n")
                .withReceipt(RECEIPT)
                .html();
        assertThat(html)
                .contains(
                        "<title>a &lt; b</title>",
                        "<meta name=\"gradus-seeds\" content=\"10, 11\">",
                        "p { color: red; }\n</style>",
                        "<p>c</p>\n<script>\ngo();\n</script>",
                        "prefers-color-scheme: dark")
                .doesNotContain("http", "url(", "@import", " src=");
        assertThat(Page.of("a", "").html()).doesNotContain("<script");
    }

    @Test
    void filesAreWrittenIntoNewFoldersInTheirOrder() throws IOException {
        List<Path> written = Artifact.writeAll(
                folder.resolve("new"),
                List.of(Artifact.table("deep/x.csv", Table.of("x").with(1)), Artifact.text("θ.txt", "θ")));
        assertThat(written)
                .containsExactly(
                        folder.resolve("new/deep/x.csv").toAbsolutePath(),
                        folder.resolve("new/θ.txt").toAbsolutePath());
        assertThat(Files.readString(written.get(0))).isEqualTo("x\n1\n");
        assertThat(Files.readString(written.get(1))).isEqualTo("θ");
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files).as("no temporary file").hasSize(2);
        }
    }

    @Test
    void chartsCarryTheReceipt() {
        LineChart chart = LineChart.of(
                "η", Axis.linear("t"), Axis.linear("η"), Series.of("η", new double[] {0, 1}, new double[] {1, 2}));
        for (PictureFormat format : List.of(PictureFormat.PNG, PictureFormat.SVG)) { // a PDF's texts are compressed
            byte[] file = Artifact.chart("x" + format.ending(), chart, 400, 300, RECEIPT)
                    .content();
            assertThat(new String(file, StandardCharsets.ISO_8859_1))
                    .as(format.name())
                    .contains("gradus-fingerprint", "gradus-command");
        }
    }

    @Test
    void theEndingSaysTheFormat() {
        assertThat(PictureFormat.of("new/A.SVG")).isEqualTo(PictureFormat.SVG);
        assertThatThrownBy(() -> PictureFormat.of("one-cycle.jpg"))
                .hasMessage(
                        "'one-cycle.jpg': the ending of a picture's name says its format; give it one of .png, .svg, .pdf");
    }
}
