package org.gradus.view.trace;

import org.gradus.view.Markup;
import org.gradus.view.Page;
import org.gradus.view.Receipt;

/** A page with a slider, whose script fills in the numbers of the chosen step. */
final class SliderPage {
    private SliderPage() {}

    /**
     * A page.
     *
     * @param title its title
     * @param lead a sentence below the title
     * @param body what stands below the slider, as HTML
     * @param data the numbers, as JSON for a script element
     * @param steps how many steps the slider has
     * @param status what stands beside the slider, as HTML
     * @param receipt where the page is from
     */
    static String html(String title, String lead, String body, String data, int steps, String status, Receipt receipt) {
        String content = """
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
                """.formatted(Markup.escape(title), Markup.escape(lead), steps, steps, status, body, data);
        return Page.of(title, content)
                .withStyle(Page.resource(SliderPage.class, "microscope.css"))
                .withScript(Page.resource(SliderPage.class, "microscope.js"))
                .withReceipt(receipt)
                .html();
    }
}
