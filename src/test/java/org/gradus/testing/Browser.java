package org.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A page in a real browser, Chromium or Chrome; a test that asks for it is skipped where none is installed.
 *
 * <p>A script at the end of the page plays the visitor, and leaves what it has seen, as JSON, in an element of the id {@code seen}.
 */
public final class Browser {
    private static final String SEEN = "<pre id=\"seen\">";

    private Browser() {}

    /**
     * What a page's visitor has seen.
     *
     * @param json what it left
     * @param messages what the browser wrote meanwhile, also what the page's scripts complained of
     */
    public record Visit(JsonElement json, String messages) {}

    /**
     * Opens a page.
     *
     * @param page its address
     * @param folder where the browser may keep its files, an empty one
     * @param options of the browser, such as {@code --window-size=1280,800}
     */
    public static Visit open(URI page, Path folder, String... options) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "neither chromium nor google-chrome is installed");
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        command.addAll(List.of("--dump-dom", page.toString()));
        Path dom = folder.resolve("dom.html");
        Path messages = folder.resolve("messages.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(messages.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        assertThat(ended).as("%s came to an end", browser.orElseThrow()).isTrue();
        String html = Files.readString(dom, StandardCharsets.UTF_8);
        int start = html.indexOf(SEEN);
        assertThat(start).as("%s ran the page's script", browser.orElseThrow()).isPositive();
        String json = html.substring(start + SEEN.length(), html.indexOf("</pre>", start));
        String text = json.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return new Visit(JsonParser.parseString(text), Files.readString(messages, StandardCharsets.UTF_8));
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
