package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 29: what gradient noise is good for. Without it SGD stays in the valley in which it starts; with enough of it, it gets out while σ_t is
 * large and stays where σ_t has become small; with more, it is thrown out of all valleys.
 *
 * @param walks how many walks there are of each c
 * @param arrived the share of walks that end in the deepest valley, for each of {@link #C}
 * @param diverged the share that leave all valleys for good
 * @param quiet the walk without noise
 * @param noisy the first walk that arrives, with the c of which most do
 */
public record NoiseEscape(int walks, List<Double> arrived, List<Double> diverged, NoisyWalk quiet, NoisyWalk noisy)
        implements Figure {
    /** What Neelakantan et al. 2015 try is among them: 0.01, 0.3 and 1. */
    static final List<Double> C = List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0);

    /** {@return the figure} */
    static NoiseEscape of(Workshop workshop) {
        int walks = workshop.count(20, 200);
        List<Double> arrived = new ArrayList<>();
        List<Double> diverged = new ArrayList<>();
        for (double c : C) {
            List<NoisyWalk> all = LongStream.rangeClosed(1, walks)
                    .mapToObj(seed -> NoisyWalk.of(c, seed))
                    .toList();
            arrived.add((double) all.stream().filter(NoisyWalk::arrives).count() / walks);
            diverged.add((double) all.stream().filter(NoisyWalk::diverges).count() / walks);
        }
        double best = C.get(best(arrived));
        NoisyWalk first = LongStream.rangeClosed(1, walks)
                .mapToObj(seed -> NoisyWalk.of(best, seed))
                .filter(NoisyWalk::arrives)
                .findFirst()
                .orElseThrow();
        return new NoiseEscape(walks, arrived, diverged, NoisyWalk.of(0, 1), first);
    }

    /** The place of the c of which most walks arrive. */
    private static int best(List<Double> arrived) {
        return IntStream.range(0, C.size())
                .reduce((i, j) -> arrived.get(j) > arrived.get(i) ? j : i)
                .orElseThrow();
    }

    /** {@return the c of which most walks arrive} */
    double best() {
        return C.get(best(arrived));
    }

    /** {@return the share of walks that arrive}
     *
     * @param c how large the noise is
     */
    double arrived(double c) {
        return arrived.get(C.indexOf(c));
    }

    /** {@return σ_t = c / (1 + t)^γ, from t = 0} */
    static double[] sigma(double c) {
        return IntStream.range(0, NoisyWalk.STEPS)
                .mapToDouble(t -> c / FastMath.pow(1.0 + t, NoisyWalk.GAMMA))
                .toArray();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Noise leads to the deepest valley in %s of walks at c = %s, in %s at c ≤ 1",
                "梯度雜訊 c = %2$s 時有 %1$s 的路徑走到最深的谷底，c ≤ 1 時是 %3$s");
        return Panels.of(
                        title.formatted(
                                Numbers.percent(arrived(best()), 0), Numbers.text(best()), percent(arrived(1.0))),
                        3,
                        new NoisePanels(this, language).all())
                .withSubtitle(language.of("SGD, η = %s, γ = %s, %s updates", "SGD，η = %s，γ = %s，更新 %s 次")
                        .formatted(NoisyWalk.ETA, NoisyWalk.GAMMA, NoisyWalk.STEPS));
    }

    private static String percent(double share) {
        return Numbers.percent(share, 0);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: noise N(0, σ_t²) added to each gradient, σ_t = c / (1 + t)^γ, helps to explore at first and is small in the end. Here it does, from an outer valley of the three-hump camel to the middle one, but only with a c that these gradients call for: the c of the paper, 0.01 to 1, moves nothing here, and at c = %s %s of the walks diverge. The walk drawn is the first that arrives.",
                        "投影片：每個梯度加上 N(0, σ_t²) 的雜訊，σ_t = c / (1 + t)^γ，一開始幫助探索，最後變得很小。在三駝峰函數上確實能從外側的谷走到中間最深的谷，但 c 必須配合梯度的大小：論文用的 c（0.01 到 1）在這裡沒有作用，c = %s 時則有 %s 的路徑發散。圖中畫的是第一條成功的路徑。")
                .formatted(Numbers.text(C.get(C.size() - 1)), percent(diverged.get(C.size() - 1)));
    }
}
