package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.Point;
import org.gradus.chart.Series;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Adam;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Outcome;
import org.gradus.train.StepMetrics;
import org.junit.jupiter.api.Test;

@InEveryLocale
class RunPicturesTest {
    private static final int STEPS_OF_AN_EPOCH = 3;

    /** Four epochs of three steps; from the third epoch on with another loss and rate. */
    private static History history(double loss, double rate) {
        List<EpochMetrics> epochs = new ArrayList<>();
        List<StepMetrics> steps = new ArrayList<>();
        for (int epoch = 0; epoch <= 4; epoch++) {
            double now = epoch <= 2 ? 1 : loss;
            epochs.add(new EpochMetrics(epoch, new Evaluation(now, 0.5), new Evaluation(2 * now, 0.4)));
            for (int i = 1; epoch > 0 && i <= STEPS_OF_AN_EPOCH; i++) {
                int step = (epoch - 1) * STEPS_OF_AN_EPOCH + i;
                steps.add(new StepMetrics(step, epoch, now, 1, epoch <= 2 ? 0.1 : rate));
            }
        }
        return new History(steps, epochs, new Outcome.Completed());
    }

    private static RunPictures fork() {
        Map<String, History> histories = new LinkedHashMap<>();
        histories.put("Adam, η = 0.1", history(1, 0.1));
        histories.put("SGDM, η = 0.2 from epoch 3", history(0.5, 0.2));
        histories.put("Adam, η = 0.3 from epoch 3", history(0.25, 0.3));
        return new RunPictures(histories)
                .withRules(Map.of(
                        "Adam, η = 0.1",
                        "adam",
                        "SGDM, η = 0.2 from epoch 3",
                        "sgdm",
                        "Adam, η = 0.3 from epoch 3",
                        "adam"))
                .withConditions("digits, 64-64-10")
                .forkedAfter(2);
    }

    @Test
    void theCommonPastOfAForkIsDrawnOnce() {
        LineChart loss = (LineChart) fork().all().get(0).chart();
        assertThat(loss.subtitle()).isEqualTo("digits, 64-64-10");
        assertThat(loss.series())
                .extracting(series -> series.points().get(0).x())
                .as("the first epochs: two lines of the trunk, four of the futures, the fork")
                .containsExactly(0.0, 0.0, 2.0, 2.0, 2.0, 2.0, 2.0);
        LineChart rates = (LineChart) fork().all().get(1).chart();
        assertThat(rates.series())
                .extracting(series -> series.points().get(0).x())
                .containsExactly(1.0, 6.0, 6.0, 6.0);
        assertThat(rates.y()).isEqualTo(Axis.linear("learning rate η").withLimits(0, 1.08 * 0.3));
    }

    @Test
    void aLineStandsAtTheFork() {
        Series fork = ((LineChart) fork().all().get(0).chart()).series().get(6);
        assertThat(fork.name()).isEqualTo("fork after epoch 2");
        assertThat(fork.points()).containsExactly(Point.of(2, 0.25), Point.of(2, 2));
        assertThat(((LineChart) new RunPictures(Map.of("adam", history(1, 0.1)))
                                .all()
                                .get(0)
                                .chart())
                        .series())
                .as("no fork")
                .hasSize(2);
    }

    @Test
    void eachFutureHasItsRulesColorAndTheSecondOfARuleAnother() {
        List<Series> series = ((LineChart) fork().all().get(0).chart()).series();
        assertThat(series.get(0).color()).isEqualTo(Rules.color("adam"));
        assertThat(series.get(2).color()).isEqualTo(Rules.color("sgdm"));
        assertThat(series.get(4).color()).isNotEqualTo(Rules.color("adam"));
    }

    @Test
    void aConstantRateIsALineAndNoAxisOfItsOwn() {
        LineChart rates = (LineChart)
                new RunPictures(Map.of("adam", history(1, 0.1))).all().get(1).chart();
        assertThat(rates.y().limits().orElseThrow().lower()).isZero();
    }

    @Test
    void legendsAreWords() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("rule", "sgdm:lambda=0.8");
        changes.put("learning-rate", "0.05");
        changes.put("batch-size", "8");
        assertThat(Legends.future(changes, 5)).isEqualTo("SGDM, λ = 0.8, η = 0.05, batch size 8 from epoch 5");
        assertThat(Legends.rule(new Adam())).isEqualTo("Adam");
        assertThat(Legends.rule(Rules.choice("lookahead(adam):k=7,beta1=0.8"))).startsWith("Lookahead (Adam), ");
    }
}
