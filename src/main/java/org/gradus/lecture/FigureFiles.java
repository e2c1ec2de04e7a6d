package org.gradus.lecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.chart.render.Charts;
import org.gradus.view.PictureFormat;

/**
 * The files of one figure in a folder.
 *
 * @param folder the folder
 * @param entry the figure
 */
record FigureFiles(Path folder, FigureEntry entry) {
    static final String NUMBERS = ".csv";

    /** All files it has when it is whole, the numbers first. */
    List<Path> all() {
        return Stream.concat(
                        Stream.of(NUMBERS), Stream.of(PictureFormat.values()).map(PictureFormat::ending))
                .map(this::file)
                .toList();
    }

    Path file(String ending) {
        return folder.resolve(entry.file() + ending);
    }

    /** Those that should be there: all, unless one picture was copied from the others. */
    List<Path> expected() {
        List<Path> present = all().stream().filter(Files::isRegularFile).toList();
        return present.size() == 1 ? present : all();
    }

    /** The names of those that are there, in the same order. */
    List<String> present() {
        return all().stream()
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** What stands in its pictures beside what is seen, by name: where two differ, what the first of them says; nothing if there is no picture. */
    Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : all()) {
            if (Files.isRegularFile(file)) {
                Charts.metadata(Files.readAllBytes(file)).forEach(texts::putIfAbsent);
            }
        }
        return texts;
    }
}
