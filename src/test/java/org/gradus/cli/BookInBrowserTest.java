package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.book.Course;
import org.gradus.testing.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The book in a real browser, as wide as a desktop and as a phone, light and dark; skipped where no browser is installed. With
 * {@code -Dgradus.book=FOLDER} it is the book in that folder, with all its lessons.
 */
class BookInBrowserTest {
    private static final Path OURS = Path.of("src/test/resources/org/gradus/book");

    private static final List<JsonObject> VISITS = new ArrayList<>();

    private static String messages;

    @BeforeAll
    static void visitAllPages(@TempDir Path folder) throws IOException, InterruptedException {
        String given = System.getProperty("gradus.book");
        Path site = folder.resolve("site");
        if (given == null) {
            Path lessons = Course.copy(folder.resolve("course"));
            assertThat(Cli.gradus("book", "--lessons", lessons.toString(), "--out", site.toString())
                            .status())
                    .isZero();
        } else {
            copy(Path.of(given), site);
        }
        List<String> pages = pages(site);
        String script = Files.readString(OURS.resolve("visitor.js"));
        for (String page : pages) {
            String html = Files.readString(site.resolve(page));
            int end = html.lastIndexOf("</body>");
            Files.writeString(
                    site.resolve("visited-" + page),
                    html.substring(0, end) + "<script>" + script + "</script>" + html.substring(end));
        }
        Path tour = site.resolve("tour.html");
        Files.writeString(tour, Files.readString(OURS.resolve("tour.html")).replace("PAGES", new Gson().toJson(pages)));
        Browser.Visit visit = Browser.open(
                tour.toUri(),
                folder.resolve("browser"),
                "--window-size=1300,950",
                "--blink-settings=preferredColorScheme=1",
                "--allow-file-access-from-files",
                "--virtual-time-budget=3000000",
                "--enable-logging=stderr");
        VISITS.clear();
        visit.json().getAsJsonArray().forEach(each -> VISITS.add(each.getAsJsonObject()));
        messages = visit.messages();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The lessons and the pages beside them, and a page of code. */
    private static List<String> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** What is wrong with a page, in words. */
    private static List<String> wrong(JsonObject seen) {
        List<String> wrong = new ArrayList<>();
        seen.getAsJsonArray("problems").forEach(problem -> wrong.add(problem.getAsString()));
        if (!seen.has("width")) {
            return wrong;
        }
        seen.getAsJsonArray("loads").forEach(load -> wrong.add("loads " + load.getAsString()));
        seen.getAsJsonArray("frames").forEach(frame -> {
            if (!frame.getAsBoolean()) {
                wrong.add("a living page is not there, or has another ground");
            }
        });
        for (String yes : List.of("focused", "stepped", "closed", "switched", "back", "open", "shut")) {
            if (!seen.get(yes).getAsBoolean()) {
                wrong.add("not " + yes);
            }
        }
        String window = seen.get("width") + (seen.get("dark").getAsBoolean() ? " dark" : " light");
        if (!window.equals(seen.get("asked").getAsString())) {
            wrong.add("the window is " + window);
        }
        if (seen.get("wide").getAsInt() > 0 || seen.get("wideWhileSearching").getAsInt() > 0) {
            wrong.add("wider than the window by " + seen.get("wide"));
        }
        if (seen.get("least").getAsDouble() < 4.5) {
            wrong.add("contrast " + seen.get("least") + " of " + seen.get("worst"));
        }
        return wrong;
    }

    @Test
    void everyPageIsInOrder() {
        assertThat(VISITS).hasSizeGreaterThanOrEqualTo(16);
        assertThat(VISITS.stream()
                        .flatMap(visit -> wrong(visit).stream()
                                .map(problem -> visit.get("page").getAsString() + ", "
                                        + visit.get("asked").getAsString() + ": " + problem)))
                .isEmpty();
    }

    @Test
    void noScriptComplains() {
        assertThat(messages.lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
    }

    @Test
    void theSearchFindsALessonByItsWordsAndATermByItsChineseName() {
        assertThat(VISITS).allSatisfy(visit -> {
            assertThat(visit.getAsJsonArray("hits").asList())
                    .extracting(hit -> hit.getAsString().replaceFirst("#.*", ""))
                    .contains("10-adam.html");
            assertThat(visit.getAsJsonArray("chinese")).isNotEmpty();
        });
    }

    @Test
    void formulasAreLaidOutAndLivingPagesThere() {
        assertThat(VISITS)
                .filteredOn(visit -> visit.get("page").getAsString().equals("10-adam.html"))
                .hasSize(4)
                .allSatisfy(visit -> {
                    assertThat(visit.get("laidOut").getAsBoolean()).isTrue();
                    assertThat(visit.getAsJsonArray("frames")).isNotEmpty();
                });
    }
}
