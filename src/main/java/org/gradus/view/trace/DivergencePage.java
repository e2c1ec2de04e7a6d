package org.gradus.view.trace;

import java.util.List;
import java.util.Map;
import org.gradus.chart.Palette;
import org.gradus.optim.Rules;
import org.gradus.trace.Divergence;
import org.gradus.trace.Trace;
import org.gradus.view.Receipt;

/**
 * Two rules side by side as a page with a slider: both paths on the landscape, the step at which they part, why, and the values of all symbols of
 * both. Rows in which they differ at the chosen step stand out.
 */
public final class DivergencePage {
    private DivergencePage() {}

    /**
     * {@return the page, as HTML}
     *
     * @param divergence where they part
     */
    public static String html(Divergence divergence) {
        return html(divergence, Receipt.none());
    }

    /**
     * {@return the page with its receipt, as HTML}
     *
     * @param divergence where they part
     * @param receipt where the page is from
     */
    public static String html(Divergence divergence, Receipt receipt) {
        double[] start =
                divergence.start().stream().mapToDouble(Double::doubleValue).toArray();
        Trace one = Trace.from(start, divergence.first(), divergence.landscape(), divergence.steps());
        Trace other = Trace.from(start, divergence.second(), divergence.landscape(), divergence.steps());
        List<Walk> walks = walks(one, other, divergence);
        PageData data = new PageData();
        Comparison comparison = new Comparison(walks, data);
        String body =
                """
                <main>
                %s<section class="panel">
                %s%s</section>
                </main>
                """.formatted(new WalkPicture(walks, data).html(), comparison.sentence(divergence), comparison.table());
        String lead = "%s; %s: %s; %s: %s"
                .formatted(
                        Titles.problem(one),
                        walks.get(0).label(),
                        Titles.minus(Titles.settings(one)),
                        walks.get(1).label(),
                        Titles.minus(Titles.settings(other)));
        return SliderPage.html(
                "%s and %s on %s"
                        .formatted(
                                walks.get(0).label(),
                                walks.get(1).label(),
                                divergence.landscape().name()),
                lead,
                body,
                data.json(divergence.steps()),
                divergence.steps(),
                "",
                receipt);
    }

    /** Each in its rule's color; a rule met with itself needs another name and color. */
    private static List<Walk> walks(Trace one, Trace other, Divergence divergence) {
        String first = one.rule().name();
        String second = other.rule().name();
        String label = first.equals(second) ? second + "′" : second;
        Map<String, String> own = Rules.colors(List.of(first, label));
        List<String> colors =
                List.copyOf(Palette.colors(List.copyOf(own.values())).values());
        long parting = divergence.parting().map(Divergence.Parting::step).orElse(0L);
        return List.of(new Walk(one, first, colors.get(0), parting), new Walk(other, label, colors.get(1), parting));
    }
}
