package org.gradus.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a published data set, which one gets oneself: nothing is downloaded.
 *
 * @param title what the data set is called
 * @param source where its files are
 * @param files the files, in the order in which they are wanted
 */
record PublishedFiles(String title, String source, List<Entry> files) {
    private static final String PACKED = ".gz";

    /**
     * One of the files.
     *
     * @param name its name as published; it may also have been unpacked, or have a dot in place of the hyphen in front of "idx"
     * @param mark how to tell that it is the right one: its size, and its checksum if that is published
     */
    record Entry(String name, String mark) {
        private Optional<Path> in(Path folder) {
            String unpacked = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
            return Stream.of(unpacked, name)
                    .flatMap(known -> Stream.of(known, known.replace("-idx", ".idx")))
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }

    /** Where the files are in a folder, in order; if one is missing, the message says all that are, and what to do. */
    List<Path> in(Path folder) {
        List<Path> found = new ArrayList<>();
        List<Entry> missing = new ArrayList<>();
        for (Entry file : files) {
            file.in(folder).ifPresentOrElse(found::add, () -> missing.add(file));
        }
        if (!missing.isEmpty()) {
            throw new DataException("%s: %s %s:\n%s\nNothing is downloaded for you: get %s from %s"
                    .formatted(
                            title,
                            folder,
                            Files.isDirectory(folder)
                                    ? "lacks %s of the %s files".formatted(missing.size(), files.size())
                                    : "is no folder; it should have the %s files".formatted(files.size()),
                            missing.stream()
                                    .map(file -> "  %s (%s)".formatted(file.name, file.mark))
                                    .collect(Collectors.joining("\n")),
                            missing.size() == 1 ? "it" : "them",
                            source));
        }
        return found;
    }
}
