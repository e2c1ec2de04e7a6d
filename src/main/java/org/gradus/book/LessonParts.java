package org.gradus.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.gradus.chart.render.Charts;
import org.gradus.equation.Equations;
import org.gradus.optim.Rules;
import org.gradus.schedule.ScheduleText;
import org.gradus.schedule.Schedules;
import org.gradus.view.Markup;
import org.gradus.view.MathMl;
import org.gradus.view.Receipt;

/**
 * What a lesson's page has from elsewhere: code from its file, equations from the rule's lines, figures, living pages, links.
 *
 * @param site the book
 * @param lessons the folder of the lessons
 * @param page the lesson's page
 * @param name the lesson's number and short title
 * @param below HTML below the title
 */
record LessonParts(Site site, Path lessons, String page, String name, String below) implements MarkdownPage.References {
    /** A schedule's lines do not depend on these two. */
    private static final double SOME_RATE = 0.1;

    private static final long SOME_STEPS = 1000;

    @Override
    public String link(String destination, Place place) {
        return site.href(destination, place);
    }

    @Override
    public String picture(String destination, String alt, Place place) {
        if (destination.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            throw place.refusal(
                    "a picture from '%s'; the book asks nothing of the network: keep pictures beside the lessons"
                            .formatted(destination));
        }
        Path file = site.file(destination, place);
        String copy = site.copy(file, "figures/" + file.getFileName(), place);
        return "<img class=\"card\" src=\"%s\" alt=\"%s\" loading=\"lazy\">".formatted(copy, Markup.escape(alt));
    }

    @Override
    public String block(String language, String content, Place place) {
        return switch (language) {
            case "math" -> formula(content, place);
            case "java" -> code("java", JavaHighlight.html(content));
            case "sh", "sh ci" -> code("sh", Markup.escape(content)) + living(content, place);
            case "text" -> code("output", Markup.escape(content));
            default -> code("other", Markup.escape(content));
        };
    }

    static String code(String kind, String html) {
        return "<pre class=\"%s\" tabindex=\"0\"><code>%s</code></pre>\n".formatted(kind, html);
    }

    private static String formula(String latex, Place place) {
        try {
            return "<div class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">%s</div>\n"
                    .formatted(LatexMath.display(latex));
        } catch (IllegalArgumentException e) {
            throw place.refusal(e);
        }
    }

    private String living(String commands, Place place) {
        StringBuilder pages = new StringBuilder();
        FencedBlock block = new FencedBlock(
                "sh", place.line(), place.line(), commands.lines().toList(), false);
        for (List<String> words : CommandLines.living(block)) {
            pages.append(living(words, site.living(words, place)));
        }
        return pages.toString();
    }

    static String living(List<String> words, String file) {
        String name = Markup.escape("gradus " + String.join(" ", words));
        return """
                <figure class="living">
                <iframe src="%s" loading="lazy" title="Living page: %s"></iframe>
                <figcaption>Try it here: the slider or the arrow keys go from step to step. <a href="%s">Open this page alone</a></figcaption>
                </figure>
                """.formatted(file, name, file);
    }

    @Override
    public Framed include(IncludedPart mark, List<Node> content, Place place) {
        return switch (mark.kind()) {
            case "facts" -> keeping("<div class=\"facts\">\n", content);
            case "code" -> code(mark.which(), content, place);
            case "equations" -> equations(mark.which(), place);
            case "figure" -> figure(mark.which(), place);
            default -> keeping("<div>\n", content);
        };
    }

    private static Framed keeping(String before, List<Node> content) {
        Framed frame = new Framed(before, "</div>\n", "");
        content.forEach(frame::appendChild);
        return frame;
    }

    private static Framed equations(String name, Place place) {
        String before = "<div class=\"equations\" tabindex=\"0\" role=\"group\" aria-label=\"Equations of %s\">\n"
                .formatted(Markup.escape(name));
        return new Framed(before + MathMl.lines(linesOf(name, place)) + "</div>\n", "", name);
    }

    private static Equations linesOf(String name, Place place) {
        try {
            String word = name.replaceFirst("[:@(+].*", "").strip();
            return Schedules.names().contains(word)
                    ? ScheduleText.parse(name).schedule(SOME_RATE, SOME_STEPS).equations()
                    : Rules.parse(name).equations();
        } catch (IllegalArgumentException e) {
            throw place.refusal(e);
        }
    }

    private Framed code(String which, List<Node> content, Place place) {
        int hash = which.indexOf('#');
        String path = hash < 0 ? which : which.substring(0, hash);
        String part = hash < 0 ? "" : which.substring(hash + 1);
        Path file = site.root().resolve(path).normalize();
        if (!file.startsWith(site.root()) || !Files.isRegularFile(file)) {
            throw place.refusal("there is no file %s to include code from".formatted(path));
        }
        String code = content.stream()
                .filter(FencedCodeBlock.class::isInstance)
                .map(node -> ((FencedCodeBlock) node).getLiteral())
                .collect(Collectors.joining("\n"));
        if (code.isBlank()) {
            throw place.refusal("there is no code between the mark of %s and its end".formatted(which));
        }
        int first = firstLine(text(file, place), code);
        String anchor = first > 0 ? "L" + first : "";
        int last = first + code.strip().split("\n").length - 1;
        site.show(file, new Site.Excerpt(anchor, first, last, page, name));
        return Framed.of("""
                <figure class="excerpt">
                <figcaption><a href="%s%s">%s</a>%s</figcaption>
                %s</figure>
                """.formatted(
                        site.source(file),
                        anchor.isEmpty() ? "" : "#" + anchor,
                        file.getFileName(),
                        part.isEmpty() ? "" : " · <code>" + Markup.escape(part) + "</code>",
                        code("java", JavaHighlight.html(code))));
    }

    private static String text(Path file, Place place) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    place.refusal(file + " cannot be read").getMessage(), e);
        }
    }

    /** In which line of a file some code begins, however far it is from the margin; 0 if it is not there as it is. */
    static int firstLine(String file, String code) {
        List<String> all = file.lines().map(String::strip).toList();
        List<String> some = code.strip().lines().map(String::strip).toList();
        for (int i = 0; i + some.size() <= all.size(); i++) {
            if (all.subList(i, i + some.size()).equals(some)) {
                return i + 1;
            }
        }
        return 0;
    }

    private Framed figure(String which, Place place) {
        if (!which.matches("\\d{1,4}")) {
            throw place.refusal(
                    "a figure is included by its number, as in 'figure 5', found 'figure %s'".formatted(which));
        }
        Path file = site.figure(Integer.parseInt(which), lessons, place);
        String copy = site.copy(file, "figures/" + file.getFileName(), place);
        Map<String, String> texts = Charts.metadata(text(file, place).getBytes(StandardCharsets.UTF_8));
        String title = texts.getOrDefault(Charts.TITLE, "");
        String caption = texts.getOrDefault(Receipt.CAPTION, "");
        String html = """
                <figure class="picture" id="figure-%s">
                <a href="%s"><img class="card" src="%s" width="960" height="540" loading="lazy" alt="%s"></a>
                <figcaption><b>Figure %s. %s</b> %s</figcaption>
                </figure>
                """.formatted(
                        which,
                        copy,
                        copy,
                        Markup.escape(texts.getOrDefault(Charts.DESCRIPTION, title)),
                        which,
                        Markup.escape(title),
                        Markup.escape(caption));
        return new Framed(html, "", "Figure %s. %s %s".formatted(which, title, caption));
    }

    @Override
    public String html(String html, Place place) {
        return Marks.checked(html, place);
    }

    @Override
    public String below(String title) {
        return below;
    }
}
