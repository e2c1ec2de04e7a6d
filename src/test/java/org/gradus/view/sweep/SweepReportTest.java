package org.gradus.view.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gradus.chart.Axis;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.LineChart;
import org.gradus.chart.Series;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.plan.Runner;
import org.gradus.testing.InEveryLocale;
import org.gradus.view.Picture;
import org.gradus.view.Receipt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InEveryLocale
class SweepReportTest {
    private static final RunSpec BASE = RunSpec.of("data=iris hidden=8 epochs=2 batch-size=16");

    @TempDir
    private static Path folder;

    private static Plan plan;
    private static Results results;

    @BeforeAll
    static void writeAReport() throws IOException, InterruptedException {
        plan = Plan.of(BASE.with("rule=sgd"))
                .over(Settings.LEARNING_RATE, 0.001, 1e100, 0.1) // the second diverges
                .over(Settings.SEED, 1L, 2L, 3L);
        results = results(plan);
        Path page = report().write(folder);
        assertThat(page).isEqualTo(folder.resolve("index.html"));
    }

    private static SweepReport report() {
        return new SweepReport(plan, results, Receipt.of("gradus sweep rates.yaml"));
    }

    private static Results results(Plan of) throws InterruptedException {
        return new Runner(new DataShelf(), 2).run(of, new RunListener() {});
    }

    private static List<CSVRecord> csv(String file) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Files.readString(folder.resolve(file))))
                .getRecords();
    }

    /** The middle one of three, which is a run's own number. */
    private static double middle(double rate) {
        return results.runs().stream()
                .filter(run -> run.spec().get(Settings.LEARNING_RATE) == rate)
                .mapToDouble(run -> run.history().last().validation().loss())
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableHasTheBestPointFirstAndTheDivergedLast() throws IOException {
        List<CSVRecord> table = csv("table.csv");
        assertThat(table).extracting(row -> row.get("learning-rate")).containsExactly("0.1", "0.001", "1e100");
        assertThat(table).extracting(row -> row.get("best")).containsExactly("yes", "no", "no");
        assertThat(table).extracting(row -> row.get("diverged")).containsExactly("0", "0", "3");
        assertThat(table).extracting(row -> row.get("failed")).containsOnly("0");
        assertThat(Double.parseDouble(table.get(0).get("validation_loss_median")))
                .isEqualTo(middle(0.1));
        assertThat(Double.parseDouble(table.get(1).get("validation_loss_median")))
                .isEqualTo(middle(0.001));
        assertThat(table.get(2).get("validation_loss_median")).isEmpty();
    }

    @Test
    void theConsoleHasTheSameInShort() {
        List<String> lines = report().text().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .matches(
                        " +learning-rate +validation loss +validation accuracy +test loss +test accuracy +diverged +failed");
        assertThat(lines.get(1)).matches("best +0\\.1 +[\\d.]+ \\([\\d.]+ – [\\d.]+\\) +[\\d.]+ % .*0 of 3 +0 of 3");
        assertThat(lines.get(3)).matches(" +1e100 +– +– +– +– +3 of 3 +0 of 3");
    }

    @Test
    void everyRunIsThereWithWhatItIsFoundBy() throws IOException {
        List<CSVRecord> runs = csv("runs.csv");
        assertThat(runs).hasSize(9);
        for (int i = 0; i < runs.size(); i++) {
            RunResult run = results.runs().get(i);
            assertThat(runs.get(i).get("learning-rate")).isEqualTo(run.spec().text(Settings.LEARNING_RATE));
            assertThat(runs.get(i).get("seed")).isEqualTo(run.spec().text(Settings.SEED));
            assertThat(runs.get(i).get("ending")).isEqualTo(run.ending());
            assertThat(runs.get(i).get("id")).isEqualTo(run.id());
            assertThat(runs.get(i).get("fingerprint")).isEqualTo(run.fingerprint());
            if (!run.diverged()) {
                assertThat(Double.parseDouble(runs.get(i).get("test_loss")))
                        .isEqualTo(run.test().orElseThrow().loss());
            }
        }
    }

    @Test
    void nothingDependsOnTheSitting() throws IOException, InterruptedException {
        Path again = folder.resolve("again");
        Results other = new Runner(new DataShelf(), 1).run(plan, new RunListener() {});
        assertThat(other).isNotEqualTo(results); // other times
        new SweepReport(plan, other, Receipt.of("gradus sweep rates.yaml")).write(again);
        try (Stream<Path> files = Files.list(again)) {
            assertThat(files)
                    .hasSize(7)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameBinaryContentAs(
                                    folder.resolve(file.getFileName().toString())));
        }
    }

    @Test
    void thePageSaysWhatWasFoundAndWhatThatDoesNotShow() throws IOException {
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains(
                        "<title>Sweep over learning-rate</title>",
                        "3 points, 9 runs. The least median validation loss has learning-rate=0.1.",
                        "The best of 3 is partly so by luck: the test part, by which nothing was chosen, says how good it is, ",
                        "content=\"gradus sweep rates.yaml\"",
                        results.fingerprint())
                .doesNotContain("<script", "src=");
    }

    @Test
    void aRunThatFailedIsSaidWithItsReason() throws IOException, InterruptedException {
        Path none = folder.resolve("none.csv");
        Plan broken = Plan.of(BASE).over("dropout=0,0.2").over(Settings.DATA, "csv:" + none);
        SweepReport report = new SweepReport(broken, results(broken), Receipt.none());
        assertThat(report.text())
                .contains("dropout=0 data=csv:%s: failed: %s cannot be read: there is no such file\n"
                        .formatted(none, none))
                .contains("1 of 1");
        Path page = report.write(folder.resolve("broken"));
        assertThat(Files.readString(page)).contains("so that the losses of the points cannot be compared");
        assertThat(Files.readAllLines(page.resolveSibling("table.csv")).get(0))
                .isEqualTo("best,dropout,data,runs,diverged,failed");
        assertThat(page.resolveSibling("runs.csv")).content().contains("there is no such file");
    }

    @Test
    void theReadingIsShortAndTheFileHasAll() throws InterruptedException {
        Plan many = Plan.of(BASE.with("epochs=1 batch-size=200"))
                .over(
                        Settings.LEARNING_RATE,
                        DoubleStream.iterate(0.01, rate -> rate + 0.01)
                                .limit(53)
                                .boxed()
                                .toList());
        SweepReport report = new SweepReport(many, results(many), Receipt.none());
        assertThat(report.text().lines()).hasSize(52).last().isEqualTo("and 3 more in table.csv");
    }

    private static List<Picture> pictures(Plan of) throws InterruptedException {
        return new SweepPictures(new SweepTables(of, results(of))).all();
    }

    @Test
    void oneNumberGivesLinesOverIt() throws InterruptedException {
        List<Picture> pictures = new SweepPictures(new SweepTables(plan, results)).all();
        assertThat(pictures).extracting(Picture::file).containsExactly("validation-loss", "validation-accuracy");
        LineChart loss = (LineChart) pictures.get(0).chart();
        assertThat(loss.x().scale()).isEqualTo(Axis.Scale.LOG);
        assertThat(loss.x().lines()).singleElement().satisfies(best -> {
            assertThat(best.at()).isEqualTo(0.1);
            assertThat(best.label()).isEqualTo("best: η = 0.1");
        });
        Series line = loss.series().get(0);
        assertThat(line.points()).extracting(p -> p.x()).containsExactly(0.001, 0.1, 1e100);
        assertThat(line.points().get(0).y()).isEqualTo(middle(0.001));
        assertThat(line.points().get(2).y()).isNaN();
        assertThat(line.hasBand()).isTrue();
        assertThat(loss.subtitle()).isEqualTo("iris, median over 3 seeds, with quartiles");
    }

    @Test
    void whatElseIsVariedHasALineEachInTheColorOfItsRule() throws InterruptedException {
        LineChart chart =
                (LineChart) pictures(Plan.of(BASE).over("rule=sgdm,adam").over("dropout=0,0.1,0.2"))
                        .get(0)
                        .chart();
        assertThat(chart.series()).extracting(Series::name).containsExactly("SGDM", "Adam");
        assertThat(chart.series().get(1).color()).isEqualTo(org.gradus.optim.Rules.color("adam"));
        assertThat(chart.x().scale()).isEqualTo(Axis.Scale.LINEAR);
    }

    @Test
    void twoNumbersGiveAMapWhoseCellsLieAroundTheirValues() throws InterruptedException {
        Plan grid = Plan.of(BASE).over("learning-rate=0.01,0.1,1").over("batch-size=16,32");
        Results of = results(grid);
        HeatMapChart map = (HeatMapChart)
                new SweepPictures(new SweepTables(grid, of)).all().get(0).chart();
        assertThat(map.x().limits().orElseThrow().lower()).isCloseTo(0.00316, within(1e-5)); // 10^-2.5
        assertThat(map.x().limits().orElseThrow().upper()).isCloseTo(3.1623, within(1e-4)); // 10^0.5
        assertThat(map.y().limits().orElseThrow().lower()).isEqualTo(8);
        Map<String, Double> places = Map.of("0.01", 0.1, "0.1", 0.5, "1", 0.9);
        for (RunResult run : of.runs()) {
            int column = (int) (places.get(run.spec().text(Settings.LEARNING_RATE))
                    * map.field().columns());
            int row =
                    run.spec().get(Settings.BATCH_SIZE) == 16 ? 5 : map.field().rows() - 5;
            assertThat(map.field().z(column, row))
                    .isEqualTo(run.history().last().validation().loss());
        }
        assertThat(map.lines()).hasSize(1); // the ring around the best
    }

    @Test
    void drawnPointsHaveADotEach() throws InterruptedException {
        Plan drawn = Plan.of(BASE)
                .overEach(List.of(
                        "learning-rate=0.01 dropout=0.1",
                        "learning-rate=0.03 dropout=0.3",
                        "learning-rate=0.2 dropout=0.2"));
        HeatMapChart map = (HeatMapChart) pictures(drawn).get(0).chart();
        assertThat(map.lines()).hasSize(3 + 1);
    }

    @Test
    void noNumberOrThreeHaveTheTableOnly() throws InterruptedException {
        assertThat(pictures(Plan.of(BASE).over("rule=sgd,adam"))).isEmpty();
        assertThat(pictures(Plan.of(BASE)
                        .over("dropout=0,0.1")
                        .over("learning-rate=0.1,0.2")
                        .over("batch-size=16,32")))
                .isEmpty();
    }

    @Test
    void aLossThatRunsAwayLeavesTheChart() throws InterruptedException {
        Plan wild = Plan.of(BASE.with("rule=sgd")).over("learning-rate=0.01,0.1,1000");
        LineChart loss = (LineChart) pictures(wild).get(0).chart();
        assertThat(loss.y().limits().orElseThrow().upper()).isLessThan(100);
    }

    @Test
    void regressionHasItsOwnNumbers() throws InterruptedException, IOException {
        Plan regression = Plan.of(BASE.with("data=regression task=regression")).over("learning-rate=0.01,0.1");
        SweepReport report = new SweepReport(regression, results(regression), Receipt.none());
        assertThat(report.text()).contains("validation RMSE", "test R²").doesNotContain("accuracy");
    }
}
