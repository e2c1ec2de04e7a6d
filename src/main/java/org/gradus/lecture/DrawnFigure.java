package org.gradus.lecture;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.experiment.Fingerprint;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.view.Artifact;
import org.gradus.view.ChartTable;
import org.gradus.view.Language;
import org.gradus.view.PictureFormat;
import org.gradus.view.Receipt;
import org.gradus.view.Table;

/**
 * A figure as files: the picture as PNG, SVG and PDF, each with its receipt in it, and the numbers behind it as CSV.
 *
 * @param entry which figure
 * @param figure its numbers
 * @param order how it is wanted
 */
public record DrawnFigure(FigureEntry entry, Figure figure, FigureOrder order) {
    /** A picture of 1920 × 1080 pixels, at two pixels to a point. */
    private static final int WIDTH = 960;

    private static final int HEIGHT = 540;

    /**
     * {@return a figure, computed}
     *
     * @param entry which figure
     * @param order how it is wanted
     * @param workshop what it is made with
     * @throws InterruptedException if somebody asked to stop
     */
    public static DrawnFigure of(FigureEntry entry, FigureOrder order, Workshop workshop) throws InterruptedException {
        return new DrawnFigure(entry, entry.maker().make(workshop), order);
    }

    /** {@return the numbers behind the picture; names in it are English in all languages} */
    public Table table() {
        return ChartTable.of(figure.chart(Language.EN));
    }

    /** {@return a text that differs as soon as one of the numbers does} */
    public String fingerprint() {
        return new Fingerprint().add(table().csv()).hex();
    }

    /** {@return where the picture is from} */
    public Receipt receipt() {
        List<RunSpec> runs = figure.runs();
        return order.receipt(entry)
                .withRuns(runs.stream()
                        .map(run -> run.with(Settings.SEED, RunSpec.usual().get(Settings.SEED))
                                .brief())
                        .distinct()
                        .toList())
                .withSeeds(runs.stream()
                        .map(run -> run.get(Settings.SEED))
                        .distinct()
                        .sorted()
                        .toList())
                .withFingerprint(fingerprint())
                .withCaption(figure.caption(order.language()));
    }

    /** {@return its files, the numbers first} */
    public List<Artifact> files() {
        Receipt receipt = receipt();
        return Stream.concat(
                        Stream.of(FigureFiles.NUMBERS),
                        Stream.of(PictureFormat.values()).map(PictureFormat::ending))
                .map(ending -> file(entry.file() + ending, receipt))
                .toList();
    }

    /**
     * {@return one of its files}
     *
     * @param name its name, which ends as the format has it
     * @param receipt its receipt
     */
    Artifact file(String name, Receipt receipt) {
        return name.endsWith(FigureFiles.NUMBERS)
                ? Artifact.table(name, table())
                : Artifact.chart(name, figure.chart(order.language()), order.theme(), WIDTH, HEIGHT, receipt);
    }
}
