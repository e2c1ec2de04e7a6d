package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.Runner;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgdm;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InEveryLocale
class ComparisonReportTest {
    private static final List<String> CHARTS =
            List.of("training-loss", "validation-loss", "accuracy", "generalization-gap");
    private static Plan plan;
    private static Results result;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeAReport() throws IOException, InterruptedException {
        plan = Plan.of(RunSpec.of("epochs=2 batch-size=256"))
                .overEach(List.of(
                        "rule=adam learning-rate=0.005", "rule=sgdm learning-rate=1e100")) // the second diverges
                .over(Settings.SEED, 1L, 2L);
        result = new Runner(new DataShelf(), 2).keepingSteps().run(plan, new RunListener() {});
        assertThat(new ComparisonReport(plan, result).write(folder)).isEqualTo(folder.resolve("index.html"));
    }

    @Test
    void thereIsAPageAndEachChartAsPngAndSvgAndEveryNumberAsCsv() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    CHARTS.stream().flatMap(chart -> Stream.of(chart + ".png", chart + ".svg")),
                                    Stream.of("index.html", "steps.csv", "epochs.csv"))
                            .toList());
        }
        for (String chart : CHARTS) {
            byte[] png = Files.readAllBytes(folder.resolve(chart + ".png"));
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1360);
        }
    }

    @Test
    void thePageIsSelfContained() throws IOException {
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page).contains("<title>Adam against SGDM</title>", result.fingerprint(), "0.005, 1e100", "1, 2");
        assertThat(page.split("<svg", -1)).hasSize(2 * CHARTS.size() + 1);
        assertThat(page).doesNotContain("<script", "src=", "@import", "url(http");
    }

    @Test
    void theEquationsStandOnThePageAsFormulas() throws IOException {
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains(MathMl.lines(new Sgdm().equations()), MathMl.lines(new Adam().equations()));
    }

    @Test
    void theTableSaysHowManyRunsDiverged() {
        List<List<Object>> table =
                new ComparisonTables(new Compared(plan, result)).summary().rows();
        assertThat(table.get(0).get(0)).isEqualTo("Adam");
        assertThat(table.get(0).get(8)).isEqualTo("0 of 2");
        assertThat(table.get(1)).containsExactly("SGDM", "–", "–", "–", "–", "–", "–", "–", "2 of 2");
    }

    @Test
    void theCsvHasTheNumbersToTheLastBit() throws IOException {
        String text = Files.readString(folder.resolve("steps.csv"), StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> lines = format.parse(new StringReader(text)).getRecords();
        var steps = result.runs().get(0).history().steps();
        for (int i = 0; i < steps.size(); i++) {
            assertThat(Double.parseDouble(lines.get(i).get("loss")))
                    .isEqualTo(steps.get(i).loss());
            assertThat(Double.parseDouble(lines.get(i).get("gradient_norm")))
                    .isEqualTo(steps.get(i).gradientNorm());
        }
        int all = result.runs().stream()
                .mapToInt(run -> run.history().steps().size())
                .sum();
        assertThat(lines).hasSize(all);
    }

    private static List<Picture> pictures(Plan of) throws InterruptedException {
        Results results = new Runner(new DataShelf(), 2).run(of, new RunListener() {});
        return new ComparisonPictures(new Compared(of, results)).all();
    }

    @Test
    void theChartsOfRulesHaveTheirColorsAndAStyleForEachPart() {
        LineChart accuracy = (LineChart)
                new ComparisonPictures(new Compared(plan, result)).all().get(2).chart();
        assertThat(accuracy.title()).isEqualTo("Accuracy");
        assertThat(accuracy.subtitle()).isEqualTo("digits, hidden 64, median and quartiles over 2 seeds");
        assertThat(accuracy.legend()).isEqualTo(LegendPlace.LINE_ENDS);
        assertThat(accuracy.series())
                .extracting(Series::name, Series::role, Series::style, Series::color)
                .containsExactly(
                        tuple("Adam", "validation", LineStyle.SOLID, Rules.color("adam")),
                        tuple("Adam", "training", LineStyle.DASHED, Rules.color("adam")),
                        tuple("SGDM", "validation", LineStyle.SOLID, Rules.color("sgdm")),
                        tuple("SGDM", "training", LineStyle.DASHED, Rules.color("sgdm")));
    }

    /** What only some of the runs have is no chart, and no row is shifted by it. */
    @Test
    void runsMayMeasureDifferentThingsAndFail(@TempDir Path elsewhere) throws IOException, InterruptedException {
        Plan parts = Plan.of(RunSpec.of("data=iris epochs=1 hidden=4")).over("evaluate-training=no,yes");
        Results results = new Runner(new DataShelf(), 2).run(parts, new RunListener() {});
        assertThat(new ComparisonPictures(new Compared(parts, results)).all())
                .extracting(Picture::file)
                .containsExactly("validation-loss");
        new ComparisonReport(parts, results).write(elsewhere);
        assertThat(Files.readAllLines(elsewhere.resolve("epochs.csv")))
                .hasSize(5)
                .first()
                .isEqualTo(
                        "evaluate-training,epoch,validation_loss,validation_accuracy,training_loss,training_accuracy");
        assertThat(Files.readAllLines(elsewhere.resolve("epochs.csv")).get(1)).endsWith(",,");
        Plan half = Plan.of(RunSpec.of("data=iris epochs=1 hidden=4")).over("task=classification,regression");
        assertThat(((LineChart) pictures(half).get(0).chart()).series()).hasSize(1);
        Plan none = Plan.of(RunSpec.of("data=iris epochs=1 task=regression")).over("seed=1,2");
        assertThat(pictures(none)).isEmpty();
        Results failed = new Runner(new DataShelf(), 2).run(none, new RunListener() {});
        assertThat(new ComparisonReport(none, failed).write(elsewhere)).isNotEmptyFile();
    }

    @Test
    void groupsOfSeveralSettingsAreCalledInWords() throws InterruptedException {
        Plan rates = Plan.of(RunSpec.of("data=iris epochs=1 hidden=8"))
                .overEach(List.of("learning-rate=0.01 hidden=4", "learning-rate=0.1 hidden=4", "learning-rate=0.1"));
        LineChart loss = (LineChart) pictures(rates).get(0).chart();
        assertThat(loss.subtitle()).isEqualTo("iris, one seed");
        assertThat(loss.series())
                .extracting(Series::name)
                .containsExactly("η = 0.01, hidden 4", "η = 0.1, hidden 4", "η = 0.1, hidden 8");
        Plan one = Plan.of(RunSpec.of("data=iris epochs=1 hidden=8"))
                .overEach(List.of("rule=adam:beta1=0.8", "rule=adam", "rule=sgd"));
        LineChart rules = (LineChart) pictures(one).get(0).chart();
        assertThat(rules.series()).extracting(Series::name).containsExactly("Adam, β1 = 0.8", "Adam", "SGD");
        assertThat(rules.series())
                .extracting(Series::color)
                .containsExactly(Rules.color("adam"), "adam", Rules.color("sgd"));
    }

    @Test
    void markupInATextIsEscaped() {
        assertThat(Markup.escape("a < b & \"c\" > d")).isEqualTo("a &lt; b &amp; &quot;c&quot; &gt; d");
    }
}
