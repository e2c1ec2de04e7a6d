package org.gradus.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.view.Markup;

/**
 * The pages of files of the repository: their text with numbered lines, in which one sees what a lesson shows; of a folder the names in it.
 *
 * @param site the book
 */
record SourcePages(Site site) {
    /**
     * The text of a page.
     *
     * @param file the file or folder
     * @param page its page
     */
    String html(Path file, String page) throws IOException {
        String up = "../".repeat(page.split("/").length - 1);
        if (Files.isDirectory(file)) {
            return folder(file, up);
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        return file.toString().endsWith(".md")
                ? MarkdownPage.of(new Place(site.name(file), file, 1), text, new RepositoryParts(site, up))
                        .html()
                : lines(file, text, up);
    }

    private String lines(Path file, String text, String up) {
        String content = text.replaceFirst("\n+$", "");
        List<String> lines = file.toString().endsWith(".java")
                ? JavaHighlight.lines(content)
                : Arrays.asList(Markup.escape(content).split("\n", -1));
        StringBuilder numbered = new StringBuilder();
        for (int i = 1; i <= lines.size(); i++) {
            numbered.append("<span class=\"line%s\" id=\"L%s\">%s\n</span>"
                    .formatted(isShown(file, i) ? " shown" : "", i, lines.get(i - 1)));
        }
        return heading(file)
                + shownBy(file, up)
                + "<pre class=\"source\" tabindex=\"0\"><code>" + numbered + "</code></pre>\n";
    }

    private boolean isShown(Path file, int line) {
        return site.excerpts(file).stream().anyMatch(each -> each.first() <= line && line <= each.last());
    }

    private String heading(Path file) {
        String folder = site.name(file.getParent());
        return "<h1><code>%s</code></h1>\n<p class=\"lead\"><code>%s</code></p>\n"
                .formatted(
                        Markup.escape(file.getFileName().toString()), Markup.escape(folder.isEmpty() ? "." : folder));
    }

    private String shownBy(Path file, String up) {
        String lessons = site.excerpts(file).stream()
                .map(each -> "<a href=\"%s%s\">%s</a>".formatted(up, each.page(), Markup.escape(each.title())))
                .distinct()
                .collect(Collectors.joining(", "));
        return lessons.isEmpty() ? "" : "<p>Marked: what is shown in " + lessons + ".</p>\n";
    }

    private String folder(Path folder, String up) throws IOException {
        StringBuilder list = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = Markup.escape(file.getFileName().toString());
                String there = site.pageOf(file);
                list.append(
                        there.isEmpty()
                                ? "<li><code>%s</code></li>\n".formatted(name)
                                : "<li><a href=\"%s%s\"><code>%s</code></a></li>\n".formatted(up, there, name));
            }
        }
        return heading(folder) + "<ul>\n" + list + "</ul>\n";
    }
}
