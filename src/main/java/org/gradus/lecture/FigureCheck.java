package org.gradus.lecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gradus.chart.render.Charts;
import org.gradus.view.Receipt;

/**
 * Whether the files of figures in a folder are what this version draws: each is drawn again as its own receipt says, and compared. A figure of which
 * there is one file only was copied from elsewhere, as into a text; its other files are not missing.
 *
 * <p>It may be used from several threads, for one figure each.
 */
public final class FigureCheck {
    private final Path folder;
    private final Map<Effort, Workshop> workshops = new ConcurrentHashMap<>();

    /** What is found about a file. */
    public enum Verdict {
        /** This version draws the same file, byte by byte. */
        SAME("same"),
        /** The numbers are the same, the picture is not: another layout, or other fonts. */
        DRAWN_OTHERWISE("same numbers, drawn otherwise"),
        /** This version computes other numbers. */
        OTHER_NUMBERS("other numbers"),
        /** Nothing in the file says how it was drawn. */
        WITHOUT_RECEIPT("no receipt in it: not drawn by gradus, or damaged"),
        /** It should be beside the figure's other files. */
        MISSING("missing");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** {@return what is found, in words} */
        public String words() {
            return words;
        }
    }

    /**
     * What is found about a file.
     *
     * @param file its name
     * @param verdict what is found
     */
    public record Finding(String file, Verdict verdict) {
        /** Both, as in {@code 05-bias-correction.svg: same}. */
        @Override
        public String toString() {
            return file + ": " + verdict.words();
        }
    }

    /**
     * The check of a folder.
     *
     * @param folder the folder
     */
    public FigureCheck(Path folder) {
        this.folder = folder;
    }

    /** {@return the figures of which there is a file} */
    public List<FigureEntry> figures() {
        return Figures.meant(List.of()).stream()
                .filter(entry -> !new FigureFiles(folder, entry).present().isEmpty())
                .toList();
    }

    /**
     * {@return what is found about each file of a figure}
     *
     * @param entry the figure
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if somebody asked to stop
     */
    public List<Finding> of(FigureEntry entry) throws IOException, InterruptedException {
        FigureFiles files = new FigureFiles(folder, entry);
        Optional<FigureOrder> usual = order(files.texts());
        Map<FigureOrder, DrawnFigure> drawn = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : files.expected()) {
            findings.add(new Finding(file.getFileName().toString(), verdict(entry, file, usual, drawn)));
        }
        return List.copyOf(findings);
    }

    private static Optional<FigureOrder> order(Map<String, String> texts) {
        return FigureOrder.ofCommand(texts.getOrDefault(Receipt.COMMAND, ""));
    }

    private Verdict verdict(
            FigureEntry entry, Path file, Optional<FigureOrder> usual, Map<FigureOrder, DrawnFigure> drawn)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            return Verdict.MISSING;
        }
        byte[] found = Files.readAllBytes(file);
        Map<String, String> texts = Charts.metadata(found);
        Optional<FigureOrder> order = file.toString().endsWith(FigureFiles.NUMBERS) ? usual : order(texts);
        if (order.isEmpty()) {
            return Verdict.WITHOUT_RECEIPT;
        }
        DrawnFigure again = drawn.get(order.get());
        if (again == null) {
            again = DrawnFigure.of(entry, order.get(), workshop(order.get().effort()));
            drawn.put(order.get(), again);
        }
        if (Arrays.equals(
                found,
                again.file(file.getFileName().toString(), again.receipt()).content())) {
            return Verdict.SAME;
        }
        return again.fingerprint().equals(texts.get(Receipt.FINGERPRINT))
                ? Verdict.DRAWN_OTHERWISE
                : Verdict.OTHER_NUMBERS;
    }

    private Workshop workshop(Effort effort) {
        return workshops.computeIfAbsent(effort, Workshop::of);
    }
}
