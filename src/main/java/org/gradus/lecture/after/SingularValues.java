package org.gradus.lecture.after;

import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.optim.after.NewtonSchulz;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 41: what five Newton–Schulz steps do to singular values: Muon's take small ones up fast and end in a band about 1; those that would end at 1 are
 * too slow. Jordan et al. 2024, <a href="https://kellerjordan.github.io/posts/muon/">kellerjordan.github.io/posts/muon</a>.
 *
 * @param muon the steps with Muon's numbers
 * @param classic as many with those of Newton and Schulz
 */
public record SingularValues(SingularSteps muon, SingularSteps classic) implements Figure {
    private static final NewtonSchulz MUON = NewtonSchulz.KELLER;
    private static final NewtonSchulz CLASSIC = new NewtonSchulz(MUON.steps(), 1.5, -0.5, 0);

    /** {@return the figure} */
    static SingularValues of() {
        return new SingularValues(SingularSteps.of(MUON), SingularSteps.of(CLASSIC));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Five Newton–Schulz steps take singular values from %s to 1 to between %s and %s",
                "五步 Newton–Schulz 把 %s 到 1 的奇異值都帶到 %s 與 %s 之間");
        String muons = "Muon: %s σ − %s σ³ + %s σ⁵"
                .formatted(Numbers.text(MUON.a()), Numbers.text(-MUON.b()), Numbers.text(MUON.c()));
        String classical =
                "Newton, Schulz: %s σ − %s σ³".formatted(Numbers.text(CLASSIC.a()), Numbers.text(-CLASSIC.b()));
        return Panels.of(
                        title.formatted(Numbers.text(SingularSteps.FROM), least(), largest()),
                        2,
                        panel(muons, muon, language),
                        panel(classical, classic, language))
                .withSharing(Panels.Sharing.BOTH);
    }

    private String least() {
        return Numbers.fixed(muon.least(), 2);
    }

    private String largest() {
        return Numbers.fixed(muon.largest(), 2);
    }

    private Chart panel(String title, SingularSteps steps, Language language) {
        int count = MUON.steps();
        Series[] lines = IntStream.rangeClosed(1, count)
                .mapToObj(i -> Series.of(name(i, language), steps.sigma(), steps.after()[i - 1])
                        .withStyle(i < count ? LineStyle.FAINT : LineStyle.SOLID))
                .toArray(Series[]::new);
        return LineChart.of(
                title,
                Axis.log(language.of("singular value σ before", "原來的奇異值 σ")),
                Axis.linear(language.of("after", "之後"))
                        .withLimits(0, 1.3)
                        .withLines(
                                ReferenceLine.of(muon.least(), least()), ReferenceLine.of(muon.largest(), largest())),
                lines);
    }

    private static String name(int steps, Language language) {
        return steps == 1
                ? language.of("1 step", "1 步")
                : language.of("%s steps", "%s 步").formatted(steps);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Products of matrices alone make a matrix nearly orthogonal: each step is an odd polynomial of every singular value, and the singular vectors stay. The classical steps end at 1, but need many: after five, %s has come to %s. A step of Muon's takes small values up %s times as far and never settles: between %s and %s they go on leaping, which does no harm, says its author. Values below %s end lower (10⁻⁴ at %s, 0 at 0) or a little higher (%s near %s), and of a large matrix, which is divided by its norm first, many are small.",
                        "只用矩陣乘法就能讓矩陣接近正交：每一步對每個奇異值都是同一個奇次多項式，奇異向量不變。古典的步會收斂到 1，但需要很多步：五步之後，%s 才到 %s。Muon 的每一步把小的值放大得更多，是古典的 %s 倍，但永遠不會停住：在 %s 與 %s 之間跳來跳去，作者說這無妨。小於 %s 的值最後較低（10⁻⁴ 到 %s，0 仍是 0），或稍高（%s，在 %s 附近）；大矩陣先除以範數，許多奇異值一開始就很小。")
                .formatted(
                        Numbers.text(SingularSteps.FROM),
                        Numbers.fixed(classic.least(), 3),
                        Numbers.fixed(MUON.a() / CLASSIC.a(), 1),
                        least(),
                        largest(),
                        Numbers.text(SingularSteps.FROM),
                        Numbers.fixed(muon.last()[0], 3),
                        Numbers.fixed(muon.last()[muon.highest()], 2),
                        Numbers.fixed(muon.sigma()[muon.highest()], 3));
    }
}
