package org.gradus.lecture.descent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.chart.Chart;
import org.gradus.chart.Limits;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.landscape.Beale;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Rosenbrock;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.optim.Rules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 1: the lecture's six basic rules from one start on three landscapes, each with the best of the same rates.
 *
 * @param landscapes the ways, by landscape
 */
public record Contours(List<List<Descent>> landscapes) implements Figure {
    static final List<String> RULES = List.of("sgd", "sgdm", "nag", "adagrad", "rmsprop", "adam");
    private static final int STEPS = 100;

    /**
     * {@return the figure: 100 steps, the rate the one of 1, 2, 5 · 10ᵏ from 0.0001 to 5 with the least loss at the end, of those that never lead above
     * the start}
     */
    static Contours of() {
        return new Contours(List.of(
                ways(new IllConditioned(2, 20), Maps.offDiagonal()),
                ways(new Rosenbrock(), new Rosenbrock().start()),
                ways(new Beale(), new Beale().start())));
    }

    private static List<Descent> ways(Landscape landscape, double[] start) {
        return RULES.stream()
                .map(rule -> Descent.tuned(Rules.parse(rule), landscape, start, STEPS))
                .toList();
    }

    /** {@return the ways on one of the landscapes, that with the least loss in the end first} */
    List<String> ranking(int place) {
        return landscapes.get(place).stream()
                .sorted(Comparator.comparingDouble(Descent::loss))
                .map(way -> way.rule().name())
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "The winner on the bowl, %s, is number %s of %s in Rosenbrock's valley",
                "碗形地形的贏家 %s，在 Rosenbrock 的山谷只排第 %s（共 %s 種）");
        String winner = ranking(0).get(0);
        return Panels.of(
                        title.formatted(Rules.written(winner), ranking(1).indexOf(winner) + 1, RULES.size()),
                        3,
                        map(
                                0,
                                language.of("Bowl, κ = 20", "碗形，κ = 20"),
                                new Limits(-1.5, 1),
                                new Limits(-1, 1),
                                language),
                        map(1, "Rosenbrock", new Limits(-2, 1.5), new Limits(-0.75, 2), language),
                        map(2, "Beale", new Limits(0, 4), new Limits(-1.5, 1.5), language))
                .withSubtitle(language.of(
                                "%s steps, each with the best of %s rates; the numbers on level lines are losses",
                                "各走 %s 步，各用 %s 個學習率中最好的一個；等高線上的數字是損失")
                        .formatted(STEPS, Descent.RATES.size()));
    }

    private Chart map(int place, String title, Limits x, Limits y, Language language) {
        List<Descent> ways = landscapes.get(place);
        List<Series> paths = new ArrayList<>();
        for (Descent way : ways) {
            paths.add(RuleLine.of(way.rule().name(), way.path()));
        }
        return Maps.of(title, ways.get(0).landscape(), x, y, ways.get(0).path().get(0), language)
                .withPaths(paths.toArray(Series[]::new));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The rates are tuned with equal budgets: least loss after %s steps, of those with which the loss is never above that of the start. %s. The rules with a rate for each coordinate know the axes, and the bowl's are the coordinates': turned by 45° it would be another contest. Exact gradients, no noise: the winner here says little about networks.",
                        "學習率以相同的預算調整：途中損失不得高於起點，取 %s 步之後損失最小的。%s。每個座標各有學習率的規則認得座標軸，而碗形的主軸正好就是座標軸：轉 45° 就是另一場比賽。梯度精確、沒有雜訊：這裡的贏家不代表訓練神經網路時也贏。")
                .formatted(STEPS, rates(language));
    }

    private String rates(Language language) {
        return language.of("Rates: ", "學習率：")
                + landscapes.stream()
                        .map(ways -> ways.stream()
                                .map(way -> Rules.written(way.rule().name()) + " " + Numbers.text(way.eta()))
                                .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "));
    }
}
