package org.gradus.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gradus.chart.Theme;

/**
 * A web page in one file, which refers to nothing outside itself: it works without a network, and dark where the reader's system is dark.
 *
 * <p>All pages have one style. It names its colors ({@code --ink}, {@code --paper}, {@code --soft}, {@code --rule}, {@code --accent}, …), so that a
 * page's own style need not say anything twice for light and dark.
 *
 * @param title the title, as text
 * @param body what stands in the body, as HTML
 * @param style CSS beyond that of all pages
 * @param script a script at the end of the body, or empty
 * @param receipt where the page is from
 * @param language the language it is in
 */
public record Page(String title, String body, String style, String script, Receipt receipt, Language language) {

    /**
     * {@return a page without a style and a script of its own, and without a receipt}
     *
     * @param title the title, as text
     * @param body what stands in the body, as HTML
     */
    public static Page of(String title, String body) {
        return new Page(title, body, "", "", Receipt.none(), Language.EN);
    }

    /**
     * {@return the same page with a style of its own}
     *
     * @param css the style
     */
    public Page withStyle(String css) {
        return new Page(title, body, css, script, receipt, language);
    }

    /**
     * {@return the same page with a script}
     *
     * @param source the script
     */
    public Page withScript(String source) {
        return new Page(title, body, style, source, receipt, language);
    }

    /**
     * {@return the same page with a receipt}
     *
     * @param other where it is from
     */
    public Page withReceipt(Receipt other) {
        return new Page(title, body, style, script, other, language);
    }

    /**
     * {@return the same page in another language, which only says so: its texts are the same}
     *
     * @param other the language its texts are in
     */
    public Page in(Language other) {
        return new Page(title, body, style, script, receipt, other);
    }

    /** {@return the whole page as HTML} */
    public String html() {
        StringBuilder meta = new StringBuilder();
        receipt.entries()
                .forEach((name, value) ->
                        meta.append("<meta name=\"%s\" content=\"%s\">\n".formatted(name, Markup.escape(value))));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                %s<title>%s</title>
                <style>
                %s%s%s</style>
                </head>
                <body>
                %s%s</body>
                </html>
                """.formatted(
                        language.tag(),
                        meta,
                        Markup.escape(title),
                        colors(),
                        resource(Page.class, "page.css"),
                        style,
                        body,
                        script.isEmpty() ? "" : "<script>\n" + script + "</script>\n");
    }

    /** The colors of the charts' themes, so that pages and charts look alike. */
    private static String colors() {
        return ":root { %s}\n@media (prefers-color-scheme: dark) { :root { %s} }\n"
                .formatted(colors(Theme.LIGHT), colors(Theme.DARK));
    }

    private static String colors(Theme theme) {
        return "--paper: %s; --ink: %s; --soft: %s; --edge: %s; --rule: %s; "
                .formatted(theme.background(), theme.ink(), theme.softInk(), theme.outline(), theme.grid());
    }

    /**
     * {@return a text file of this library that belongs to a page}
     *
     * @param owner a class of the package in which it lies
     * @param name its name
     */
    public static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
