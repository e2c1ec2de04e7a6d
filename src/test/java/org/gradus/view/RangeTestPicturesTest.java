package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.gradus.chart.ReferenceLine;
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
    void theChartHasBothLosses() {
        LineChart chart = chart(Sweep.EXPONENTIAL, SMOOTHED);
        assertThat(chart.title()).isEqualTo("Learning-rate range test: SGDM");
        assertThat(chart.subtitle()).isEqualTo("digits");
        assertThat(chart.series())
                .extracting(Series::name, Series::style, Series::color)
                .containsExactly(
                        tuple("loss of the mini-batch", LineStyle.FAINT, "#c23b13"),
                        tuple("smoothed loss", LineStyle.SOLID, "#c23b13"));
        assertThat(chart.series().get(0).points().get(1)).isEqualTo(Point.of(2e-4, 2.51));
        assertThat(chart.series().get(1).points())
                .extracting(Point::y)
                .containsExactlyElementsOf(Arrays.stream(SMOOTHED).boxed().toList());
    }

    @Test
    void aLineStandsAtEachSuggestedRateWithItsName() {
        LineChart chart = chart(Sweep.EXPONENTIAL, SMOOTHED);
        assertThat(chart.x().lines())
                .extracting(ReferenceLine::at, ReferenceLine::label)
                .containsExactly(
                        tuple(0.0512, "steepest descent: 0.051"),
                        tuple(0.08192, "minimum / 10: 0.082"),
                        tuple(0.0064, "valley: 0.0064"),
                        tuple(0.0016, "Smith, from 0.0016"),
                        tuple(0.1024, "Smith, to 0.10"));
        List<String> colors =
                chart.x().lines().stream().map(ReferenceLine::color).distinct().toList();
        assertThat(colors).hasSize(4);
        assertThat(Palette.colors(colors).values()).doesNotHaveDuplicates().doesNotContain("#c23b13");
    }

    @Test
    void theAxisReachesARateBelowTheSweep() {
        double[] early = {2, 1, 0.5, 0.4, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.4, 2.7};
        Axis axis = chart(Sweep.EXPONENTIAL, early).x();
        ReferenceLine tenth = axis.lines().stream()
                .filter(line -> line.label().startsWith("minimum / 10"))
                .findFirst()
                .orElseThrow();
        assertThat(tenth.at()).isLessThan(1e-4);
        assertThat(axis.limits().orElseThrow().lower()).isBetween(0.8 * tenth.at(), tenth.at());
        assertThat(axis.limits().orElseThrow().upper()).isBetween(1e-4 * (1 << 11), 1.2e-4 * (1 << 11));
    }

    @Test
    void theAxisIsThatOfTheSweep() {
        assertThat(chart(Sweep.EXPONENTIAL, SMOOTHED).x())
                .extracting(Axis::label, Axis::scale, Axis::limits)
                .containsExactly("learning rate η", Axis.Scale.LOG, Optional.empty());
        assertThat(chart(Sweep.LINEAR, SMOOTHED).x().scale()).isEqualTo(Axis.Scale.LINEAR);
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
    void whatDoesNotApplyHasNoLineAndTheOthersKeepTheirColors() {
        double[] rising = IntStream.range(0, 20).mapToDouble(i -> 2 + 0.1 * i).toArray();
        LineChart none = chart(Sweep.EXPONENTIAL, rising);
        assertThat(none.x().lines()).isEmpty();
        assertThat(none.subtitle())
                .isEqualTo("digits; no rate by steepest descent, minimum / 10, valley, Smith's bounds");
        double[] falling = IntStream.range(0, 20).mapToDouble(i -> 2 - 0.1 * i).toArray();
        LineChart one = chart(Sweep.EXPONENTIAL, falling);
        assertThat(one.subtitle()).isEqualTo("digits; no rate by minimum / 10, valley, Smith's bounds");
        assertThat(one.x().lines()).hasSize(1);
        assertThat(one.x().lines().get(0).color())
                .isEqualTo(chart(Sweep.EXPONENTIAL, SMOOTHED).x().lines().get(0).color());
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
        assertThat(new RangeTestPictures(result, "sgdm", "digits").write(out, Receipt.none()))
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
