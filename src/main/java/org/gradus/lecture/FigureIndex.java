package org.gradus.lecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.chart.render.Charts;
import org.gradus.view.Language;
import org.gradus.view.Markup;
import org.gradus.view.Page;
import org.gradus.view.Receipt;

/**
 * The page of all figures in a folder, chapter by chapter. It knows them by their files alone, by what stands in them beside the picture: so it has
 * those that were drawn before as well.
 */
public final class FigureIndex {
    /** The name of its file. */
    public static final String FILE = "index.html";

    private static final String STYLE = """
            .figure { margin: 0 0 2.5rem; }
            .figure img { width: 100%; height: auto; display: block; border: 1px solid var(--rule); }
            .figure figcaption { font-size: 1rem; max-width: 60rem; padding: .6rem 0 0; }
            .figure figcaption p { margin: .2rem 0; }
            .contents li { margin: .15rem 0; }
            @media print { .figure { break-inside: avoid; } .contents { display: none; } }
            """;

    private final Path folder;
    private final Language language;

    private FigureIndex(Path folder, Language language) {
        this.folder = folder;
        this.language = language;
    }

    /**
     * {@return the page of the figures in a folder}
     *
     * @param folder the folder
     * @param language the language of the page; titles and captions are those of the files
     * @throws IOException if a file cannot be read
     */
    public static Page of(Path folder, Language language) throws IOException {
        return new FigureIndex(folder, language).page();
    }

    private Page page() throws IOException {
        StringBuilder contents = new StringBuilder();
        StringBuilder chapters = new StringBuilder();
        for (Chapter chapter : Figures.chapters()) {
            StringBuilder figures = new StringBuilder();
            for (FigureEntry entry : chapter.entries()) {
                FigureFiles files = new FigureFiles(folder, entry);
                Map<String, String> texts = files.texts();
                if (texts.containsKey(Receipt.COMMAND)) {
                    figures.append(figure(files, texts));
                    contents.append("<li><a href=\"#%s\">%s</a></li>\n".formatted(entry.name(), heading(entry, texts)));
                }
            }
            if (!figures.isEmpty()) {
                chapters.append("<h2>%s</h2>\n".formatted(Markup.escape(chapter.title(language))))
                        .append(figures);
            }
        }
        String title = language.of("Optimization for deep learning, in figures", "圖解深度學習的最佳化");
        String body = """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <ul class="contents">
                %s</ul>
                %s""".formatted(title, lead(), contents, chapters);
        return Page.of(title, body).withStyle(STYLE).in(language);
    }

    private String lead() {
        return language.of(
                "The title of each picture is its claim, and its numbers were computed: they are beside it as CSV, and each file says in itself which command draws it again.",
                "每張圖的標題就是它的結論，數字都由計算得出：數據以 CSV 附在旁邊，每個檔案都記載著重畫它的指令。");
    }

    private static String heading(FigureEntry entry, Map<String, String> texts) {
        return entry.number() + " · " + Markup.escape(texts.getOrDefault(Charts.TITLE, entry.name()));
    }

    private static String figure(FigureFiles files, Map<String, String> texts) {
        String picture = files.present().stream()
                .filter(file -> !file.endsWith(FigureFiles.NUMBERS) && !file.endsWith(".pdf"))
                .map(file -> "<img src=\"%s\" width=\"960\" height=\"540\" loading=\"lazy\" alt=\"%s\">\n"
                        .formatted(file, Markup.escape(texts.getOrDefault(Charts.DESCRIPTION, ""))))
                .reduce("", (earlier, later) -> later); // SVG, if it is there
        String links = files.present().stream()
                .map(file -> "<a href=\"%s\">%s</a>"
                        .formatted(file, file.replaceFirst(".*\\.", "").toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return """
                <figure class="figure" id="%s">
                <h3>%s</h3>
                %s<figcaption><p>%s</p><p>%s: <code>%s</code></p></figcaption>
                </figure>
                """.formatted(
                        files.entry().name(),
                        files.entry().number() + " · " + files.entry().name(),
                        picture,
                        Markup.escape(texts.getOrDefault(Receipt.CAPTION, "")),
                        links,
                        Markup.escape(texts.get(Receipt.COMMAND)));
    }
}
