package org.gradus.lecture.help;

import java.util.Comparator;
import java.util.List;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 33: regularization against wrong labels, over its strength: too little does nothing, too much keeps the network from learning at all, and
 * between them the validation loss is least. The labels are no setting, so there are no runs for the receipt.
 *
 * @param gamma the strengths of the decay, rising
 * @param share the shares of smoothed labels that all classes get, rising
 * @param none runs without any
 * @param l2 runs with γ/2 ‖θ‖² in the loss, for each strength
 * @param decoupled runs with decoupled weight decay, for each strength
 * @param smoothing runs with smoothed labels, for each share
 */
public record Regularization(
        List<Double> gamma,
        List<Double> share,
        Strength none,
        List<Strength> l2,
        List<Strength> decoupled,
        List<Strength> smoothing)
        implements Figure {
    /** {@return the figure: SGDM with its usual rate on 359 digits, 30 % of them with a wrong label} */
    static Regularization of(Workshop workshop) {
        List<Double> gamma = workshop.choose(List.of(1e-3, 1e-2, 1e-1), List.of(1e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1));
        List<Double> share = workshop.choose(List.of(0.2, 0.6), List.of(0.1, 0.2, 0.4, 0.6));
        return new Regularization(
                gamma,
                share,
                Strength.of(workshop, "rule=sgdm"),
                trials(workshop, gamma, "rule=sgdm-l2:gamma="),
                trials(workshop, gamma, "rule=sgdwm:gamma="),
                trials(workshop, share, "label-smoothing="));
    }

    private static List<Strength> trials(Workshop workshop, List<Double> strengths, String changes) {
        return strengths.stream()
                .map(strength -> Strength.of(workshop, changes + strength))
                .toList();
    }

    /** {@return the least median of the validation loss in the end} */
    static double least(List<Strength> trials) {
        return trials.stream()
                .map(trial -> trial.loss().median())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Validation loss %s becomes %s by L2, %s by smoothing, %s by stopping early",
                "驗證損失 %s：用 L2 降到 %s，標籤平滑 %s，提早停止 %s");
        return Panels.of(
                        title.formatted(
                                text(none.loss().median()),
                                text(least(l2)),
                                text(least(smoothing)),
                                text(none.lossOfBest().median())),
                        3,
                        new RegularizationPanels(this, language).all())
                .withSubtitle(language.of(
                                "359 digits, 30 %% of labels wrong, SGDM, %s epochs; median and quartiles over seeds 1 to %s",
                                "digits 的 359 張圖，標籤有 30 %% 是錯的，SGDM，%s 個週期；亂數種子 1 到 %s 的中位數與四分位數")
                        .formatted(
                                none.group().runs().get(0).history().last().epoch(),
                                none.group().runs().size()));
    }

    private static String text(double loss) {
        return Numbers.fixed(loss, 2);
    }

    @Override
    public String caption(Language language) {
        int best = share.indexOf(0.2);
        return language.of(
                        "The slide: regularization against overfitting. Each kind has a strength that serves best, and too much of it is worse than none: at γ = %s the weights are so short that nothing is learned. With SGDM, L2 and decoupled decay are nearly the same here (η / (1 − λ) = 1), unlike with Adam (figure 26). Smoothing hardly lowers the loss, because a network that is told never to be sure pays for it; accuracy goes from %s to %s with a share of %s. Stopping early costs nothing and is the loss after the best epoch, which was chosen on the same validation part, so it is a little too good; so are the best strengths.",
                        "投影片：用正則化對抗過度擬合。每種方法都有最合適的強度，太強反而比不用還差：γ = %s 時權重太小，什麼都學不到。用 SGDM 時，L2 與分離式衰減在這裡幾乎相同（η / (1 − λ) = 1），Adam 則不同（圖 26）。標籤平滑幾乎不降低損失，因為網路學到永遠不要太肯定；準確率則從 %s 變成 %s（比例 %s）。提早停止取損失最低的週期，不需額外計算；但它與最佳強度都是用同一份驗證資料挑選的，所以略為樂觀。")
                .formatted(
                        gamma.get(gamma.size() - 1),
                        Numbers.percent(none.accuracy().median(), 0),
                        Numbers.percent(smoothing.get(best).accuracy().median(), 0),
                        share.get(best));
    }
}
