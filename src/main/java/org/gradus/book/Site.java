package org.gradus.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradus.view.Artifact;

/**
 * The files of a book while it is made: which page shows which file of the repository, and what was copied or made on the way.
 *
 * <p>A file that a lesson refers to is never outside the book: it gets a page, or a copy.
 */
final class Site {
    private static final Pattern WEB = Pattern.compile("(https?|mailto):.*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern TEXT = Pattern.compile(
            ".*\\.(java|md|xml|sh|txt|css|js|json|yaml|yml|csv|properties)|.*/(LICENSE|NOTICE|run|gradus)");

    private final Path root;
    private final LivingPages maker;
    private final Map<Path, String> pages;
    private final Map<Path, String> sources = new TreeMap<>();
    private final Map<Path, List<Excerpt>> excerpts = new LinkedHashMap<>();
    private final Map<String, Artifact> copies = new LinkedHashMap<>();
    private final Map<List<String>, String> living = new LinkedHashMap<>();

    /**
     * A book without files yet.
     *
     * @param root the folder that all files are in
     * @param pages the pages of lessons, by their files, in their order
     * @param maker makes the living pages
     */
    Site(Path root, Map<Path, String> pages, LivingPages maker) {
        this.root = root;
        this.pages = pages;
        this.maker = maker;
    }

    /** Lines of a file that a lesson shows. */
    record Excerpt(String anchor, int first, int last, String page, String title) {}

    /** Where a link of a lesson leads to in the book, as it stands on a page at the top. */
    String href(String destination, Place place) {
        if (WEB.matcher(destination).matches() || destination.startsWith("#")) {
            return destination;
        }
        Path file = file(destination, place);
        int hash = destination.indexOf('#');
        return page(file, place) + (hash < 0 ? "" : destination.substring(hash));
    }

    /** The same for a file that is in the book whatever links to it: only to what is there already, or else "". */
    String hrefIfThere(String destination, Path from) {
        if (WEB.matcher(destination).matches() || destination.startsWith("#")) {
            return destination;
        }
        Path file = from.resolveSibling(destination.replaceFirst("#.*", "")).normalize();
        int hash = destination.indexOf('#');
        String page = pageOf(file);
        return page.isEmpty() || hash < 0 ? page : page + destination.substring(hash);
    }

    /** The file of the repository that a lesson names. */
    Path file(String destination, Place place) {
        if (SCHEME.matcher(destination).matches()) {
            throw place.refusal(
                    "a link to '%s'; a link leads to a web page or to a file of the repository".formatted(destination));
        }
        String path =
                URLDecoder.decode(destination.replaceFirst("#.*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        Path file = place.file().resolveSibling(path).normalize();
        if (!file.startsWith(root)) {
            throw place.refusal(
                    "'%s' leads out of %s; the book has nothing from there".formatted(destination, root.getFileName()));
        }
        if (!Files.exists(file)) {
            throw place.refusal("there is no file %s; correct the link".formatted(name(file)));
        }
        return file;
    }

    /** A file's name below the root, with slashes. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    Path root() {
        return root;
    }

    private String page(Path file, Place place) {
        Path shown =
                Files.isDirectory(file) && Files.exists(file.resolve("README.md")) ? file.resolve("README.md") : file;
        if (pages.containsKey(shown)) {
            return pages.get(shown);
        }
        if (Files.isDirectory(shown)) {
            return folder(shown, place);
        }
        return TEXT.matcher(name(shown)).matches() ? source(shown) : copy(shown, "files/" + name(shown), place);
    }

    /** The page of a folder; the files in it have pages too. */
    private String folder(Path folder, Place place) {
        if (!sources.containsKey(folder)) {
            sources.put(folder, "source/" + name(folder) + "/index.html");
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> TEXT.matcher(name(file)).matches())
                        .forEach(this::source);
            } catch (IOException e) {
                throw unread(folder, place, e);
            }
        }
        return sources.get(folder);
    }

    /** The page that shows a file; "" if there is none. */
    String pageOf(Path file) {
        return pages.getOrDefault(file, sources.getOrDefault(file, ""));
    }

    /** The page of a file of text. */
    String source(Path file) {
        return sources.computeIfAbsent(file, each -> "source/" + name(each) + ".html");
    }

    /** Says that a lesson shows a part of a file. */
    void show(Path file, Excerpt excerpt) {
        source(file);
        excerpts.computeIfAbsent(file, each -> new ArrayList<>()).add(excerpt);
    }

    List<Excerpt> excerpts(Path file) {
        return excerpts.getOrDefault(file, List.of());
    }

    /** A copy of a file, which the book then has. */
    String copy(Path file, String to, Place place) {
        try {
            if (!copies.containsKey(to)) {
                copies.put(to, new Artifact(to, Files.readAllBytes(file)));
            }
            return to;
        } catch (IOException e) {
            throw unread(file, place, e);
        }
    }

    private UncheckedIOException unread(Path file, Place place, IOException why) {
        return new UncheckedIOException(
                place.refusal("%s cannot be read".formatted(name(file))).getMessage(), why);
    }

    /** The picture of a figure of the lecture, by its number. */
    Path figure(int number, Path lessons, Place place) {
        Path folder = lessons.resolve("figures");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> number(file) == number)
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> place.refusal(
                            "figure %s is not in lessons/figures; draw it: gradus figures --only %s --out lessons/figures --overwrite"
                                    .formatted(number, number)));
        } catch (IOException e) {
            throw unread(folder, place, e);
        }
    }

    private static int number(Path figure) {
        Matcher name = Pattern.compile("(\\d{1,4})-.*\\.svg")
                .matcher(figure.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : -1;
    }

    /** The living page of a command, made at its first mention. */
    String living(List<String> words, Place place) {
        String there = living.get(words);
        if (there != null) {
            return there;
        }
        String name = String.join("-", words)
                .replace("--format-html", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("^-|-$", "");
        String file = "pages/" + name + ".html";
        for (int i = 2; copies.containsKey(file); i++) {
            file = "pages/" + name + "-" + i + ".html";
        }
        try {
            copies.put(file, Artifact.text(file, maker.html(words)));
        } catch (IllegalArgumentException e) {
            throw place.refusal(e);
        }
        living.put(words, file);
        return file;
    }

    /** The pages of files of the repository, in the order of their names. */
    Map<Path, String> sources() {
        return Collections.unmodifiableMap(new TreeMap<>(sources));
    }

    /** What was copied or made beside the pages. */
    List<Artifact> copies() {
        return List.copyOf(copies.values());
    }
}
