package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.network.Mlp;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class ConfusionMatrixTest {
    private static final Layer FEATURES_ARE_LOGITS = (x, mode) -> x;

    /** Labels 0, 0, 0, 1, 1, predicted 0, 0, 1, 1, 0; a class 2 without examples. */
    private static ConfusionMatrix five() {
        Tensor logits = Tensor.of(Shape.of(5, 3), 5, 1, 0, 5, 4, 0, 1, 5, 0, 1, 2, 0, 9, 2, 0);
        return ConfusionMatrix.of(FEATURES_ARE_LOGITS, Dataset.of(logits, new int[] {0, 0, 0, 1, 1}, 3));
    }

    @Test
    void countsByLabelAndPrediction() {
        ConfusionMatrix matrix = five();
        assertThat(matrix.classes()).isEqualTo(3);
        assertThat(matrix.count(0, 0)).isEqualTo(2);
        assertThat(matrix.count(0, 1)).isEqualTo(1);
        assertThat(matrix.count(1, 0)).isEqualTo(1);
        assertThat(matrix.count(1, 1)).isEqualTo(1);
        assertThat(matrix.count(2, 2)).isZero();
        assertThat(matrix.accuracy()).isEqualTo(3 / 5.0);
        assertThat(matrix.recall(0)).isEqualTo(2 / 3.0);
        assertThat(matrix.recall(1)).isEqualTo(1 / 2.0);
        assertThat(matrix.recall(2)).isNaN();
        assertThat(matrix.precision(0)).isEqualTo(2 / 3.0);
        assertThat(matrix.precision(1)).isEqualTo(1 / 2.0);
        assertThat(matrix.precision(2)).isNaN();
    }

    @Test
    void isATable() {
        assertThat(five())
                .hasToString(String.join(
                        "\n",
                        "label \\ predicted      0      1      2   recall",
                        "                0      2      1      0    0.667",
                        "                1      1      1      0    0.500",
                        "                2      0      0      0      NaN",
                        "        precision  0.667  0.500    NaN    0.600",
                        ""));
    }

    @Test
    void classesHaveTheirNames() {
        Tensor logits = Tensor.of(Shape.of(3, 2), 5, 1, 0, 5, 0, 1);
        Dataset data = Dataset.of(logits, new int[] {0, 0, 1}, List.of("cat", "sheepdog"));
        assertThat(ConfusionMatrix.of(FEATURES_ARE_LOGITS, data))
                .hasToString(String.join(
                        "\n",
                        "label \\ predicted       cat  sheepdog   recall",
                        "              cat         1         1    0.500",
                        "         sheepdog         0         1    1.000",
                        "        precision     1.000     0.500    0.667",
                        ""));
    }

    @Test
    void agreesWithTheEvaluation() {
        Dataset data = Recipes.digits(1500).training();
        Layer model = Mlp.of(new RandomStream(1), 64, 10);
        ConfusionMatrix matrix = ConfusionMatrix.of(model, data);
        assertThat(matrix.accuracy()).isEqualTo(Evaluation.of(model, data).accuracy());
        int all = 0;
        for (int label = 0; label < matrix.classes(); label++) {
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                all += matrix.count(label, predicted);
            }
        }
        assertThat(all).isEqualTo(data.size());
    }
}
