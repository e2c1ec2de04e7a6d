package org.gradus.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.experiment.Fingerprint;
import org.gradus.view.Artifact;
import org.gradus.view.Markup;
import org.gradus.view.Page;
import org.gradus.view.Receipt;

/**
 * The lessons as one site of files that refer to nothing outside themselves: a page for each lesson and for each file of the repository that a lesson
 * refers to, with figures, living pages and a search. It works from a folder, without a network and without a server.
 *
 * <p>The same lessons give the same bytes.
 *
 * @param files its files, the start page last
 * @param fingerprint that of all that is in them
 * @param lessons how many lessons it has
 */
public record Book(List<Artifact> files, String fingerprint, int lessons) {
    /** The page to begin with. */
    public static final String START = "index.html";

    private static final String README = "README.md";

    /** Keeps a copy of the list. */
    public Book {
        files = List.copyOf(files);
    }

    /**
     * {@return the book of the lessons in a folder: {@code NN-name/README.md}, the start page {@code README.md}, further pages such as {@code
     * GLOSSARY.md}, and {@code figures}}
     *
     * @param lessons the folder; what lessons refer to lies in the folder it is in
     * @param living makes the living pages
     * @throws IOException if a file cannot be read
     * @throws BookException if there are no lessons, or if there is something in them that the book cannot show
     */
    public static Book of(Path lessons, LivingPages living) throws IOException {
        return new Binding(lessons.toAbsolutePath().normalize(), living).book();
    }

    /** A book while it is made. */
    private static final class Binding {
        private final Path folder;
        private final Path root;
        private final Map<Path, String> pages;
        private final Site site;
        private final List<Contents.Entry> entries = new ArrayList<>();
        private final List<String> also = new ArrayList<>();

        Binding(Path folder, LivingPages living) throws IOException {
            this.folder = folder;
            this.root = folder.getParent();
            this.pages = pages(folder);
            this.site = new Site(root, pages, living);
        }

        /** The pages of the lessons' files: the start page, the lessons in their order, then what else is there. */
        private static Map<Path, String> pages(Path folder) throws IOException {
            Map<Path, String> pages = new LinkedHashMap<>();
            pages.put(folder.resolve(README), START);
            for (Path each : sorted(folder)) {
                if (Lesson.isFolder(each) && Files.isRegularFile(each.resolve(README))) {
                    pages.put(each.resolve(README), name(each) + ".html");
                }
            }
            if (pages.size() == 1) {
                throw new BookException(
                        "there are no lessons in %s; a lesson is a folder such as 10-adam with a README.md in it"
                                .formatted(folder));
            }
            for (Path each : sorted(folder)) {
                if (name(each).endsWith(".md") && !name(each).equals(README)) {
                    pages.put(each, name(each).replace(".md", ".html").toLowerCase(Locale.ROOT));
                }
            }
            return pages;
        }

        private static List<Path> sorted(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList();
            }
        }

        private static String name(Path file) {
            return file.getFileName().toString();
        }

        Book book() throws IOException {
            for (Map.Entry<Path, String> page : pages.entrySet()) {
                write(page.getKey(), page.getValue());
            }
            Map<String, Page> made = new LinkedHashMap<>();
            Contents contents = new Contents(entries);
            for (Map.Entry<Path, String> source : site.sources().entrySet()) {
                String html = new SourcePages(site).html(source.getKey(), source.getValue());
                made.put(source.getValue(), contents.page(source.getValue(), name(source.getKey()), html));
            }
            for (int i = entries.size() - 1; i >= 0; i--) {
                Contents.Entry entry = entries.get(i);
                made.put(
                        entry.file(),
                        contents.page(
                                entry.file(), entry.text().title(), entry.text().html()));
            }
            return bound(made);
        }

        private void write(Path file, String page) throws IOException {
            boolean generated = page.equals(START) && !Files.exists(file);
            String text = generated ? startPage() : Files.readString(file, StandardCharsets.UTF_8);
            Optional<Lesson> lesson = lesson(file, text);
            LessonParts parts = new LessonParts(
                    site,
                    folder,
                    page,
                    lesson.map(Binding::name).orElse(""),
                    lesson.map(Binding::below).orElse(""));
            entries.add(new Contents.Entry(page, MarkdownPage.of(new Place(site.name(file), file, 1), text, parts)));
            also.add(lesson.map(each -> String.join(" ", each.titleZh(), each.summary(), each.summaryZh()))
                    .orElse(""));
        }

        /** The lesson that a file is; the start page and the glossary are none. */
        private Optional<Lesson> lesson(Path file, String text) {
            if (!Lesson.isFolder(file.getParent())) {
                return Optional.empty();
            }
            try {
                return Optional.of(Lesson.of(Path.of(site.name(file)), text));
            } catch (IllegalArgumentException e) {
                throw new BookException(e.getMessage(), e);
            }
        }

        private static String name(Lesson lesson) {
            return lesson.number() + " · " + lesson.shortTitle();
        }

        /** The title in Chinese and the summaries. */
        private static String below(Lesson lesson) {
            return """
                    <p class="chinese title" lang="zh-Hant">%s</p>
                    <p class="lead">%s</p>
                    <p class="lead chinese" lang="zh-Hant">%s</p>
                    """.formatted(
                            Markup.escape(lesson.titleZh()),
                            Markup.escape(lesson.summary()),
                            Markup.escape(lesson.summaryZh()));
        }

        private String startPage() throws IOException {
            StringBuilder text = new StringBuilder("# The lessons\n\n| lesson | what it is about |\n|---|---|\n");
            for (Path file : pages.keySet()) {
                Optional<Lesson> lesson = Files.exists(file)
                        ? lesson(file, Files.readString(file, StandardCharsets.UTF_8))
                        : Optional.empty();
                lesson.ifPresent(each -> text.append("| [%s · %s](%s/README.md) | %s |\n"
                        .formatted(each.number(), each.title(), each.folder(), each.summary())));
            }
            return text.toString();
        }

        private Book bound(Map<String, Page> made) {
            List<Artifact> files = new ArrayList<>(site.copies());
            for (String own : List.of("book.css", "theme.js", "book.js")) {
                files.add(Artifact.text(own, Page.resource(Book.class, own)));
            }
            files.add(Artifact.text("search.js", SearchIndex.script(entries, also)));
            Fingerprint print = new Fingerprint();
            for (Artifact file : files) {
                print.add(file.file()).add(withoutVersion(new String(file.content(), StandardCharsets.ISO_8859_1)));
            }
            made.forEach((file, page) -> print.add(file).add(page.title()).add(page.body()));
            String fingerprint = print.hex();
            Receipt receipt = Receipt.of("gradus book").withFingerprint(fingerprint);
            made.forEach((file, page) -> files.add(Artifact.page(file, page.withReceipt(receipt))));
            long lessons = pages.values().stream()
                    .filter(page -> page.matches("\\d\\d-.*"))
                    .count();
            return new Book(files, fingerprint, (int) lessons);
        }

        /** The fingerprint is that of what is shown, whichever jar showed it. */
        private static String withoutVersion(String text) {
            return text.lines().filter(line -> !line.contains("gradus-version")).collect(Collectors.joining("\n"));
        }
    }
}
