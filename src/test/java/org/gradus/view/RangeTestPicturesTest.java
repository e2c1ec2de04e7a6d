package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Palette;
import org.gradus.chart.Point;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.Outcome;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.RangeTestResult;
import org.gradus.train.range.SweepPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InEveryLocale
class RangeTestPicturesTest {
    private static final double[] SMOOTHED = {
        2.5, 2.5, 2.5, 2.5, 2.4, 2.2, 1.9, 1.4, 1.0, 0.95, 0.3, 0.28, 0.26, 0.25, 0.4, 0.5, 0.6, 1, 1.2, 1.5
    };

    @TempDir
    private Path folder;

    private static RangeTestResult result(Sweep sweep, double... smoothed) {
        List<SweepPoint> points = IntStream.range(0, smoothed.length)
                .mapToObj(i -> new SweepPoint(1e-4 * (1 << i), smoothed[i] + 0.01 * (i % 2), smoothed[i]))
                .toList();
        return new RangeTestResult(new RangeTest(sweep, 1e-4, 100, 20), points, new Outcome.Completed());
    }

    private static LineChart chart(Sweep sweep, double... smoothed) {
        return new RangeTestPictures(result(sweep, smoothed), "sgdm", "digits").chart();
    }

    @Test
    void theChartHasBothLossesAndAMarkPerCriterion() {
        LineChart chart = chart(Sweep.EXPONENTIAL, SMOOTHED);
        assertThat(chart.subtitle()).isEqualTo("SGDM, digits");
        assertThat(chart.series())
                .extracting(Series::name)
                .containsExactly(
                        "loss of the mini-batch",
                        "smoothed loss",
                        "steepest descent: 0.051",
                        "minimum / 10: 0.082",
                        "valley: 0.0064",
                        "Smith's bounds: 0.0016 to 0.10");
        assertThat(chart.series())
                .extracting(Series::style)
                .startsWith(LineStyle.FAINT, LineStyle.SOLID, LineStyle.DASHED, LineStyle.DASHED);
        List<String> colors = chart.series().stream().map(Series::color).toList();
        assertThat(colors.subList(0, 2)).containsOnly("#c23b13");
        assertThat(Palette.colors(colors).values()).doesNotHaveDuplicates().hasSize(5);
        assertThat(chart.series().get(1).points())
                .extracting(Point::y)
                .containsExactlyElementsOf(Arrays.stream(SMOOTHED).boxed().toList());
    }

    @Test
    void theMarksStandAtTheirRatesFromEdgeToEdge() {
        LineChart chart = chart(Sweep.EXPONENTIAL, SMOOTHED);
        Limits limits = chart.y().limits().orElseThrow();
        assertThat(chart.series().get(2).points().subList(0, 2))
                .containsExactly(Point.of(0.0512, limits.lower()), Point.of(0.0512, limits.upper()));
        assertThat(chart.series().get(5).points())
                .as("two lines with a break between them")
                .containsExactly(
                        Point.of(0.0016, limits.lower()),
                        Point.of(0.0016, limits.upper()),
                        Point.of(0.0016, Double.NaN),
                        Point.of(0.1024, limits.lower()),
                        Point.of(0.1024, limits.upper()),
                        Point.of(0.1024, Double.NaN));
    }

    @Test
    void theAxisIsThatOfTheSweep() {
        assertThat(chart(Sweep.EXPONENTIAL, SMOOTHED).x()).isEqualTo(Axis.log("learning rate η"));
        assertThat(chart(Sweep.LINEAR, SMOOTHED).x()).isEqualTo(Axis.linear("learning rate η"));
    }

    @Test
    void aLossThatBlowsUpLeavesTheChartAtTheTop() {
        double[] wild = SMOOTHED.clone();
        wild[19] = 1e9;
        Limits limits = chart(Sweep.EXPONENTIAL, wild).y().limits().orElseThrow();
        assertThat(limits.upper()).isBetween(1.3 * 2.5, 1.4 * 2.5);
        assertThat(limits.lower()).isBetween(0.0, 0.25);
    }

    @Test
    void whatDoesNotApplyKeepsItsColorAndHasNoLine() {
        double[] rising = IntStream.range(0, 20).mapToDouble(i -> 2 + 0.1 * i).toArray();
        LineChart chart = chart(Sweep.EXPONENTIAL, rising);
        assertThat(chart.series())
                .extracting(Series::name)
                .endsWith("steepest descent: none", "minimum / 10: none", "valley: none", "Smith's bounds: none");
        assertThat(chart.series().subList(2, 6))
                .allMatch(series -> series.points().stream().allMatch(point -> Double.isNaN(point.y())));
        assertThat(chart.series())
                .extracting(Series::color)
                .isEqualTo(chart(Sweep.EXPONENTIAL, SMOOTHED).series().stream()
                        .map(Series::color)
                        .toList());
    }

    @Test
    void oneStepIsDrawnAndNoneIsRefused() {
        assertThat(Charts.svg(chart(Sweep.EXPONENTIAL, 2.5), Theme.LIGHT, 600, 400, Map.of()))
                .contains("smoothed loss");
        RangeTestResult none =
                new RangeTestResult(new RangeTest(), List.of(), new Outcome.Diverged(1, "the loss is NaN"));
        assertThatThrownBy(() -> new RangeTestPictures(none, "sgdm", "digits"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "range test: there is no curve to draw, for the loss was not finite at the first step; look at the data");
    }

    @Test
    void theFilesAreThePictureTwiceAndEveryNumber() throws IOException {
        RangeTestResult result = result(Sweep.EXPONENTIAL, SMOOTHED);
        Path out = folder.resolve("new/folder");
        assertThat(new RangeTestPictures(result, "sgdm", "digits").write(out))
                .containsExactly(
                        out.resolve("range-test.png"), out.resolve("range-test.svg"), out.resolve("range-test.csv"))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        byte[] png = Files.readAllBytes(out.resolve("range-test.png"));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1600);
        assertThat(Files.readString(out.resolve("range-test.svg")))
                .startsWith("<svg")
                .contains("Smith");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> lines = format.parse(new StringReader(Files.readString(out.resolve("range-test.csv"))))
                .getRecords();
        assertThat(lines)
                .extracting(line -> new SweepPoint(
                        Double.parseDouble(line.get("learning_rate")),
                        Double.parseDouble(line.get("loss")),
                        Double.parseDouble(line.get("smoothed_loss"))))
                .isEqualTo(result.points());
    }
}
