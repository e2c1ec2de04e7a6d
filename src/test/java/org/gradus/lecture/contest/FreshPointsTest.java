package org.gradus.lecture.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshPointsTest {
    private final FreshPoints figure = MadeFigures.get(FreshPoints.class, "wilson");

    /** goldens/demos.json, wilson2017/3.3/n+=6,n-=4, runs; by PyTorch 1.13, with its abs_tol. */
    @ParameterizedTest
    @CsvSource({
        "sgd, 0.9297658862876254, -0.5819397993311034",
        "sgdm, 0.9297658862876256, -0.5819397993311036",
        "adagrad, 0.7499999999999999, 0.2499999999999999",
        "rmsprop, 0.75, 0.25000000000000006",
        "adam, 0.7499999999999997, 0.25000000000000033"
    })
    void theScoresAreThoseOfTheGoldens(String rule, double positive, double negative) {
        assertThat(figure.positive(rule)).isCloseTo(positive, within(1e-4));
        assertThat(figure.negative(rule)).isCloseTo(negative, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"adagrad, true", "rmsprop, true", "adam, true", "sgd, false", "sgdm, false"})
    void adaptiveRulesAreWrongAboutNewNegativesFromTheFirstStepOn(String rule, boolean wrong) {
        assertThat(figure.scores().get(rule)[1][1] > 0).isEqualTo(wrong);
        assertThat(figure.negative(rule) > 0).isEqualTo(wrong);
        assertThat(figure.positive(rule)).isPositive();
        String title = figure.chart(Language.EN).title();
        assertThat(title).isEqualTo("Adagrad, RMSProp, Adam misclassify every new negative example; SGD, SGDM none");
    }
}
