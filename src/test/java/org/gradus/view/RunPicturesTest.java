package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.chart.Axis;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Point;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.landscape.Beale;
import org.gradus.landscape.StyblinskiTang;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Adam;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Metric;
import org.gradus.train.Outcome;
import org.gradus.train.StepMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        histories.put("adam", history(1, 0.1));
        histories.put("SGDM, η = 0.2", history(0.5, 0.2));
        histories.put("Adam, η = 0.3", history(0.25, 0.3));
        return new RunPictures(histories)
                .withRules(Map.of("SGDM, η = 0.2", "sgdm:lambda=0.8", "Adam, η = 0.3", "adam"))
                .withConditions("digits, 64-64-10")
                .forkedAfter(2);
    }

    private static LineChart chart(RunPictures pictures, int picture) {
        return (LineChart) pictures.all().get(picture).chart();
    }

    private static EpochMetrics measured(int epoch, Evaluation training, double validation, Evaluation test) {
        return new EpochMetrics(
                epoch, Optional.ofNullable(training), new Evaluation(validation, 0.5), Optional.ofNullable(test));
    }

    private static RunPictures alone(EpochMetrics... epochs) {
        StepMetrics step = new StepMetrics(1, 1, 1, 1, 0.1);
        return new RunPictures(
                Map.of("adam:beta1=0.8", new History(List.of(step), List.of(epochs), new Outcome.Completed())));
    }

    @Test
    void theCommonPastOfAForkIsDrawnOnce() {
        LineChart loss = chart(fork(), 0);
        assertThat(loss.title()).isEqualTo("Loss");
        assertThat(loss.subtitle()).isEqualTo("digits, 64-64-10");
        assertThat(loss.series())
                .extracting(series -> series.points().get(0).x())
                .as("the first epochs: two lines of the trunk, four of the futures")
                .containsExactly(0.0, 0.0, 2.0, 2.0, 2.0, 2.0);
        LineChart rates = chart(fork(), 1);
        assertThat(rates.series())
                .extracting(series -> series.points().get(0))
                .containsExactly(Point.of(1, 0.1), Point.of(6, 0.1), Point.of(6, 0.1));
        assertThat(rates.series())
                .extracting(series -> series.points().get(series.points().size() - 1))
                .containsExactly(Point.of(12, 0.1), Point.of(12, 0.2), Point.of(12, 0.3));
        assertThat(rates.y()).isEqualTo(Axis.linear("learning rate η").withLimits(0, 1.08 * 0.3));
    }

    @Test
    void aLineStandsAtTheFork() {
        assertThat(chart(fork(), 0).x())
                .isEqualTo(Axis.linear("epoch").withLines(ReferenceLine.of(2, "fork after epoch 2")));
        assertThat(chart(fork(), 1).x())
                .isEqualTo(Axis.linear("step").withLines(ReferenceLine.of(6, "fork after epoch 2")));
        RunPictures noFork = new RunPictures(Map.of("adam", history(1, 0.1)));
        assertThat(noFork.all())
                .allMatch(picture -> ((LineChart) picture.chart()).x().lines().isEmpty());
    }

    @Test
    void eachFutureHasItsRulesColorAndTheSecondOfARuleAnother() {
        for (int picture = 0; picture < 2; picture++) {
            assertThat(chart(fork(), picture).series().stream()
                            .map(Series::color)
                            .distinct())
                    .hasSize(3)
                    .startsWith(Rules.color("adam"), Rules.color("sgdm"))
                    .doesNotContain("");
        }
    }

    @Test
    void colorSaysWhoAndStyleOnWhichPartOfTheData() {
        LineChart loss = chart(fork(), 0);
        assertThat(loss.legend()).isEqualTo(LegendPlace.LINE_ENDS);
        assertThat(loss.series())
                .extracting(Series::name, Series::role, Series::style)
                .containsExactly(
                        tuple("Adam", "validation", LineStyle.SOLID),
                        tuple("Adam", "training", LineStyle.DASHED),
                        tuple("SGDM, η = 0.2", "validation", LineStyle.SOLID),
                        tuple("SGDM, η = 0.2", "training", LineStyle.DASHED),
                        tuple("Adam, η = 0.3", "validation", LineStyle.SOLID),
                        tuple("Adam, η = 0.3", "training", LineStyle.DASHED));
        assertThat(loss.series().subList(4, 6))
                .extracting(series -> series.points().get(2).y())
                .as("validation loss is twice that of training in the last epoch")
                .containsExactly(0.5, 0.25);
    }

    @Test
    void eachPartIsDrawnWhereItWasMeasured() {
        Evaluation training = new Evaluation(0.5, 0.9);
        LineChart loss = chart(
                alone(
                        measured(0, null, 3, null),
                        measured(1, training, 2, null),
                        measured(2, null, 1, new Evaluation(4, 0.4))),
                0);
        assertThat(loss.series())
                .extracting(Series::role, Series::style, Series::points)
                .containsExactly(
                        tuple("validation", LineStyle.SOLID, List.of(Point.of(0, 3), Point.of(1, 2), Point.of(2, 1))),
                        tuple("training", LineStyle.DASHED, List.of(Point.of(1, 0.5))),
                        tuple("test", LineStyle.FAINT, List.of(Point.of(2, 4))));
    }

    @Test
    void aRunAloneIsNamedInTheTitleAndAPartAloneToo() {
        RunPictures alone = alone(measured(0, null, 3, null));
        LineChart loss = chart(alone, 0);
        assertThat(loss.title()).isEqualTo("Validation loss: Adam, β1 = 0.8");
        assertThat(loss.series()).extracting(Series::name, Series::role).containsExactly(tuple("", ""));
        assertThat(loss.series()).extracting(Series::color).containsExactly(Rules.color("adam"));
        assertThat(chart(alone, 1).title()).isEqualTo("Learning rate: Adam, β1 = 0.8");
    }

    @Test
    void theLossOfAClassifierIsCrossEntropyAndAnyOtherALoss() {
        assertThat(chart(fork(), 0).y()).isEqualTo(Axis.log("cross-entropy"));
        EpochMetrics numbers =
                new EpochMetrics(0, Optional.empty(), new Evaluation(1, Map.of(Metric.RMSE, 1.0)), Optional.empty());
        assertThat(chart(alone(numbers), 0).y()).isEqualTo(Axis.log("loss"));
    }

    @Test
    void aConstantRateIsALineAndNoAxisOfItsOwn() {
        LineChart rates = chart(new RunPictures(Map.of("adam", history(1, 0.1))), 1);
        assertThat(rates.y().limits().orElseThrow().lower()).isZero();
    }

    @Test
    void theFilesCarryTheReceipt(@TempDir Path folder) throws IOException {
        fork().withReceipt(Receipt.none().withFingerprint("abc-123")).write(folder);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("loss.png", "loss.svg", "learning-rate.png", "learning-rate.svg");
        assertThat(Files.readString(folder.resolve("loss.svg"))).contains("abc-123");
    }

    @Test
    void legendsAreWords() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("rule", "sgdm:lambda=0.8");
        changes.put("learning-rate", "0.05");
        changes.put("schedule", "cosine");
        changes.put("batch-size", "8");
        assertThat(Legends.settings(changes)).isEqualTo("SGDM, λ = 0.8, η = 0.05, cosine, batch size 8");
        assertThat(Legends.rule(new Adam())).isEqualTo("Adam");
        assertThat(Legends.rule(Rules.choice("lookahead(adam):k=7,beta1=0.8"))).startsWith("Lookahead (Adam), ");
        assertThat(Legends.rule(Rules.choice("adam:epsilon=1e-6"))).isEqualTo("Adam, ε = 1e−6");
        assertThat(Legends.ruleOrAsItIs("adam: my run")).isEqualTo("adam: my run");
        assertThat(Legends.problem(new Beale())).isEqualTo("Beale");
        assertThat(Legends.problem(new StyblinskiTang(2))).isEqualTo("Styblinski-Tang");
    }
}
