package org.gradus.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.Chart;
import org.gradus.chart.Theme;
import org.gradus.data.AtomicFile;

/**
 * A file that is made in memory, whole, with its receipt in it, and then written whole or not at all.
 *
 * <pre>{@code
 * Artifact.writeAll(folder, List.of(Artifact.chart("loss.svg", chart, 720, 450, receipt), Artifact.table("loss.csv", table)));
 * }</pre>
 *
 * @param file its name, or its path below the folder it goes to
 * @param content its bytes
 */
public record Artifact(String file, byte[] content) {

    /** Keeps a copy of the bytes. */
    public Artifact {
        content = content.clone();
    }

    /** {@return a copy of its bytes} */
    @Override
    public byte[] content() {
        return content.clone();
    }

    /**
     * {@return a file of text, in UTF-8}
     *
     * @param file its name
     * @param text the text
     */
    public static Artifact text(String file, String text) {
        return new Artifact(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return a page}
     *
     * @param file its name
     * @param page the page, which has its receipt
     */
    public static Artifact page(String file, Page page) {
        return text(file, page.html());
    }

    /**
     * {@return a table as comma-separated values, which have no room for a receipt}
     *
     * @param file its name
     * @param table the table
     */
    public static Artifact table(String file, Table table) {
        return text(file, table.csv());
    }

    /**
     * {@return a chart in light colors, in the format that the file's name ends in}
     *
     * @param file its name, such as {@code loss.svg}
     * @param chart the chart
     * @param width its width in pixels
     * @param height its height
     * @param receipt where it is from
     * @throws IllegalArgumentException if charts are not drawn in that format; the message has those they are
     */
    public static Artifact chart(String file, Chart chart, int width, int height, Receipt receipt) {
        return chart(file, chart, Theme.LIGHT, width, height, receipt);
    }

    /**
     * {@return a chart, in the format that the file's name ends in}
     *
     * @param file its name, such as {@code loss.svg}
     * @param chart the chart
     * @param theme the colors around the data
     * @param width its width in pixels
     * @param height its height
     * @param receipt where it is from
     * @throws IllegalArgumentException if charts are not drawn in that format; the message has those they are
     */
    public static Artifact chart(String file, Chart chart, Theme theme, int width, int height, Receipt receipt) {
        return new Artifact(file, PictureFormat.of(file).draw(chart, theme, width, height, receipt));
    }

    /**
     * Writes the file.
     *
     * @param folder where to; made if it is missing
     * @return where it is
     * @throws IOException if it cannot be written; an older file is then as it was
     */
    public Path write(Path folder) throws IOException {
        Path path = folder.resolve(file).toAbsolutePath().normalize();
        Files.createDirectories(path.getParent());
        AtomicFile.write(path, content);
        return path;
    }

    /**
     * Writes several files, in their order: a page that refers to others comes last.
     *
     * @param folder where to; made if it is missing
     * @param artifacts the files
     * @return where they are
     * @throws IOException if one cannot be written; those before it are there, and of it an older one is as it was
     */
    public static List<Path> writeAll(Path folder, List<Artifact> artifacts) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            paths.add(artifact.write(folder));
        }
        return List.copyOf(paths);
    }

    /** Its name and size. */
    @Override
    public String toString() {
        return "%s, %s bytes".formatted(file, content.length);
    }
}
