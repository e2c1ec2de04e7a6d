package org.gradus.lecture.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Chart;
import org.gradus.chart.DiagramChart;
import org.gradus.chart.DiagramChart.Box;
import org.gradus.chart.DiagramChart.Link;
import org.gradus.chart.LineStyle;
import org.gradus.landscape.Rosenbrock;
import org.gradus.lecture.Figure;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.trace.Trace;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 34: which rule of the lecture comes from which, and by which idea. Where a number takes the idea away, it was tried whether the rule then
 * walks as the one it comes from.
 *
 * @param distances how far a rule with its idea taken away is from the one it comes from, at most, in units of that one's way; by the rule as it is
 *     typed
 */
public record FamilyTree(Map<String, Double> distances) implements Figure {
    private static final int STEPS = 100;
    private static final double ETA = 1e-3;

    /** {@return the figure: each rule with its idea taken away beside the one it comes from, 100 steps in Rosenbrock's valley} */
    static FamilyTree of() {
        Map<String, Double> distances = new LinkedHashMap<>();
        for (Family.Idea idea : Family.IDEAS) {
            if (!idea.without().isEmpty()) {
                distances.put(idea.without(), distance(idea.without(), idea.parent()));
            }
        }
        return new FamilyTree(distances);
    }

    private static double distance(String rule, String parent) {
        List<double[]> path = path(rule);
        List<double[]> other = path(parent);
        double distance = 0;
        double way = 0;
        for (int i = 0; i <= STEPS; i++) {
            distance = Math.max(distance, between(path.get(i), other.get(i)));
            way = Math.max(way, between(other.get(i), other.get(0)));
        }
        return distance / way;
    }

    private static List<double[]> path(String rule) {
        return Trace.of(new RuleWithRate(Rules.parse(rule), ETA), new Rosenbrock(), STEPS)
                .path();
    }

    private static double between(double[] one, double... other) {
        return FastMath.hypot(one[0] - other[0], one[1] - other[1]);
    }

    @Override
    public Chart chart(Language language) {
        List<Box> boxes = Family.PLACES.stream()
                .map(place -> new Box(
                        written(place.rule()), place.source(), place.column(), place.row(), Rules.color(place.rule())))
                .toList();
        String title = language.of(
                "Each rule adds an idea to an older one; %s of the ideas have a number that undoes them",
                "每個演算法都在前人之上加一個想法，其中 %s 個想法可以用一個數字取消");
        return DiagramChart.of(
                        title.formatted(distances.size()),
                        boxes,
                        Family.IDEAS.stream().map(idea -> link(idea, language)).toList())
                .withSubtitle(
                        language.of("solid: with that number it takes the older rule's steps", "實線：代入該數字後，每一步都與前者相同"));
    }

    private static String written(String rule) {
        return Rules.wrapperNames().contains(rule) ? Rules.wrapper(rule).written() : Rules.written(rule);
    }

    private static Link link(Family.Idea idea, Language language) {
        String words = language.of(idea.english(), idea.chinese());
        boolean undone = !idea.without().isEmpty();
        return new Link(
                written(idea.parent()),
                written(idea.rule()),
                undone ? words + ", " + idea.written() : words,
                undone ? LineStyle.SOLID : LineStyle.DASHED);
    }

    @Override
    public String caption(Language language) {
        double largest = distances.values().stream().mapToDouble(d -> d).max().orElseThrow();
        return language.of(
                        "Solid arrows were tried: with λ = 0, γ = 0 or α = 1 the rule walks as the one it comes from, %s steps in Rosenbrock's valley, apart by at most %s of the way. Behind a dashed arrow is an idea without such a number: Adam with β₁ = 0 still corrects its bias, as RMSProp does not. Lookahead goes around any rule.",
                        "實線都經過檢驗：代入 λ = 0、γ = 0 或 α = 1 後，在 Rosenbrock 山谷中走 %s 步，與前者的差距最多是路程的 %s。虛線的想法沒有這樣的數字：β1 = 0 的 Adam 仍然修正偏差，RMSProp 則沒有。Lookahead 可以包住任何演算法。")
                .formatted(STEPS, Numbers.text(largest));
    }
}
