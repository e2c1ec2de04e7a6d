package org.gradus.lecture.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of a page with a slider: one file, which refers to nothing outside itself. */
final class Page {
    private Page() {}

    /**
     * A page.
     *
     * @param title its title
     * @param lead a sentence below the title
     * @param body what stands below the slider, as HTML
     * @param data the numbers, as JSON for a script element
     * @param steps how many steps the slider has
     * @param status what stands beside the slider, as HTML
     */
    static String html(String title, String lead, String body, String data, int steps, String status) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header>
                <h1>%s</h1>
                <p class="lead">%s</p>
                </header>
                <noscript><p>The numbers are filled in by the page's script, which this browser does not run.</p></noscript>
                <div class="controls">
                <button id="play" type="button" title="play or pause (space)">▶ play</button>
                <input id="step" type="range" min="1" max="%s" value="1" aria-label="step" title="arrow keys go step by step">
                <output>step <b id="t">1</b> of %s</output>
                %s</div>
                %s<script type="application/json" id="data">%s</script>
                <script>
                %s</script>
                </body>
                </html>
                """.formatted(
                        Markup.escape(title),
                        resource("microscope.css"),
                        Markup.escape(title),
                        Markup.escape(lead),
                        steps,
                        steps,
                        status,
                        body,
                        data,
                        resource("microscope.js"));
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
