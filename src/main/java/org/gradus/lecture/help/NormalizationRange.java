package org.gradus.lecture.help;

import java.util.List;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 32: what normalization layers are good for: a deep network learns faster at the rate that is best without them, and at larger rates at
 * all.
 *
 * @param layers the runs with each normalization, at each rate
 */
public record NormalizationRange(NormalizationRuns layers) implements Figure {
    /** {@return the figure} */
    static NormalizationRange of(Workshop workshop) throws InterruptedException {
        return new NormalizationRange(NormalizationRuns.of(workshop));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Batch normalization tolerates rates up to %s, other layers and none up to %s",
                "批次標準化的學習率可以大到 %s，其他各層與無標準化只到 %s");
        return Panels.of(
                        title.formatted(
                                Numbers.text(layers.largest("batch", NormalizationRuns.LEARNED)),
                                Numbers.text(layers.largestOther(NormalizationRuns.LEARNED))),
                        2,
                        new NormalizationPanels(layers, language).all())
                .withSharing(Panels.Sharing.Y)
                .withSubtitle(language.of(
                                "359 digits, four hidden layers of 32, SGDM; median of seeds 1 to %s",
                                "digits 的 359 張圖，四層 32 個隱藏單元，SGDM；亂數種子 1 到 %s 的中位數")
                        .formatted(layers.groups().get(0).get(0).runs().size()));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: batch, layer, group, instance and positional normalization make training easier and take larger rates. Here a rate counts as tolerated if the training loss ends below %s, half of what guessing has (dashed level); with the limit at %s, which we tried first, the others stop at %s instead of %s and batch at %s. Batch normalization is faster and takes larger rates, as the slide says; the others do not take larger ones than no normalization on these data. Positional and layer normalization are the same for a vector, and instance normalization needs images. Bands: quartiles of batch and none.",
                        "投影片：batch、layer、group、instance、positional 等標準化讓訓練更容易，也能用較大的學習率。這裡以訓練損失最後低於 %s（亂猜的一半，水平虛線）表示學習率可行；若以最初試的 %s 為界，其他各層只到 %s 而不是 %s，批次標準化到 %s。批次標準化確實較快，可用的學習率也較大；但在這份資料上，其他標準化可用的學習率並不比沒有標準化時大。對向量而言 positional 與 layer 相同；instance 需要影像。色帶是 batch 與無標準化的四分位數。")
                .formatted(
                        Numbers.fixed(NormalizationRuns.LEARNED, 2),
                        NormalizationRuns.STRICTER,
                        Numbers.text(layers.largestOther(NormalizationRuns.STRICTER)),
                        Numbers.text(layers.largestOther(NormalizationRuns.LEARNED)),
                        Numbers.text(layers.largest("batch", NormalizationRuns.STRICTER)));
    }

    @Override
    public List<RunSpec> runs() {
        return layers.groups().stream()
                .flatMap(List::stream)
                .flatMap(group -> group.runs().stream())
                .map(RunResult::spec)
                .toList();
    }
}
