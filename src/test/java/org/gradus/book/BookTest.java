package org.gradus.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.testing.InEveryLocale;
import org.gradus.view.Artifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class BookTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private static final String HEAD = """
            <!--
            zh: x
            summary: x
            summary-zh: x
            slide: —
            equation:
            class:
            figures:
            page:
            assignment:
            notebook:
            minutes: 10
            -->
            # 10 · Adam
            """;

    @TempDir
    private Path folder;

    private Path lessons;

    @BeforeEach
    void copyTheCourse() throws IOException {
        lessons = Course.copy(folder);
    }

    private Map<String, String> texts() throws IOException {
        return Course.texts(Course.book(lessons));
    }

    @Test
    void thereIsAPageForEachLessonAndForEachFileItRefersTo() throws IOException {
        assertThat(Course.book(lessons).files())
                .extracting(Artifact::file)
                .containsExactly(
                        "pages/trace-adam-problem-rosenbrock-steps-12.html",
                        "figures/05-bias-correction.svg",
                        "book.css",
                        "theme.js",
                        "book.js",
                        "search.js",
                        "source/CONTRIBUTING.md.html",
                        "source/code/index.html",
                        "source/code/Adam.java.html",
                        "glossary.html",
                        "10-adam.html",
                        "01-gradient.html",
                        "index.html");
    }

    @Test
    void everyReferenceLeadsToAFileOfTheBookAndToSomethingInIt() throws IOException {
        Map<String, String> texts = texts();
        List<String> lost = new ArrayList<>();
        texts.forEach((file, text) -> {
            Matcher reference = file.endsWith(".html") ? REFERENCE.matcher(text) : REFERENCE.matcher("");
            while (reference.find()) {
                String to = reference.group(1);
                String path = to.replaceFirst("#.*", "");
                String target = path.isEmpty()
                        ? file
                        : Path.of(file)
                                .resolveSibling(path)
                                .normalize()
                                .toString()
                                .replace('\\', '/');
                boolean there = texts.containsKey(target)
                        && (!to.contains("#")
                                || texts.get(target).contains("id=\"" + to.replaceFirst(".*#", "") + "\""));
                if (!there && !to.startsWith("https://")) {
                    lost.add(file + ": " + to);
                }
            }
        });
        assertThat(lost).isEmpty();
    }

    @Test
    void nothingIsLoadedFromTheNetwork() throws IOException {
        texts().forEach((file, text) -> assertThat(text)
                .as(file)
                .doesNotContainPattern("src=\"(https?:)?//")
                .doesNotContainPattern("<link[^>]*href=\"(https?:)?//")
                .doesNotContainPattern("url\\((?!#)|@import|\\bfetch\\(|XMLHttpRequest"));
    }

    @Test
    void theSameLessonsGiveTheSameBytes() throws IOException {
        Book once = Course.book(lessons);
        Book again = Course.book(Course.copy(folder.resolve("elsewhere")));
        assertThat(again.fingerprint()).isEqualTo(once.fingerprint());
        for (int i = 0; i < once.files().size(); i++) {
            assertThat(again.files().get(i).content())
                    .isEqualTo(once.files().get(i).content());
        }
    }

    @Test
    void oneLetterMoreHasAnotherFingerprint() throws IOException {
        String before = Course.book(lessons).fingerprint();
        Files.writeString(lessons.resolve("GLOSSARY.md"), "# Glossary\n\n## Terms\n\nx\n");
        assertThat(Course.book(lessons).fingerprint()).isNotEqualTo(before).matches("[0-9a-f]{16}");
    }

    @Test
    void pagesHaveTheReceiptOfTheBook() throws IOException {
        Book book = Course.book(lessons);
        assertThat(Course.texts(book).get("10-adam.html"))
                .contains("<meta name=\"gradus-command\" content=\"gradus book\">")
                .contains("<meta name=\"gradus-fingerprint\" content=\"%s\">".formatted(book.fingerprint()));
    }

    @Test
    void aLessonHasItsTitleInBothLanguagesAndItsFacts() throws IOException {
        assertThat(texts().get("10-adam.html"))
                .contains("<title>10 · Adam: a step whose length does not depend on the gradient's size</title>")
                .contains("<p class=\"chinese title\" lang=\"zh-Hant\">Adam：步長與梯度大小無關</p>")
                .contains("<p class=\"lead\">Adam divides the direction")
                .contains(
                        "<div class=\"facts\">\n<p><em>15 minutes · slide &quot;Adam&quot; · <a href=\"source/code/Adam.java.html\">");
    }

    @Test
    void codeLeadsToItsLinesAndTheyLeadBack() throws IOException {
        assertThat(texts().get("10-adam.html"))
                .contains("<a href=\"source/code/Adam.java.html#L13\">Adam.java</a> · <code>update</code>");
        assertThat(texts().get("source/code/Adam.java.html"))
                .contains("Marked: what is shown in <a href=\"../../10-adam.html\">10 · Adam</a>.")
                .contains("<span class=\"line\" id=\"L12\">")
                .contains("<span class=\"line shown\" id=\"L13\">")
                .contains("<span class=\"line shown\" id=\"L17\">")
                .contains("<span class=\"line\" id=\"L18\">");
    }

    @Test
    void equationsAreThoseOfTheRule() throws IOException {
        assertThat(texts().get("10-adam.html"))
                .contains("aria-label=\"Equations of adam\"")
                .contains("<mfrac>")
                .doesNotContain("(rewritten)");
    }

    @Test
    void formulasInALineStandBetweenDollarsAndBackticks() throws IOException {
        assertThat(texts().get("01-gradient.html"))
                .contains("A hat has a top: <math><mrow><mover accent=\"true\">")
                .contains("Costs $5 and $6 are not formulas, nor is <code>$x$</code>.");
    }

    @Test
    void aCommandThatMakesAPageIsFollowedByThePage() throws IOException {
        Map<String, String> texts = texts();
        assertThat(texts.get("10-adam.html"))
                .contains("<iframe src=\"pages/trace-adam-problem-rosenbrock-steps-12.html\" loading=\"lazy\" "
                        + "title=\"Living page: gradus trace adam --problem rosenbrock --steps 12 --format html\">");
        assertThat(texts.get("pages/trace-adam-problem-rosenbrock-steps-12.html"))
                .isEqualTo(Course.LIVING.formatted("trace adam --problem rosenbrock --steps 12 --format html"));
    }

    @Test
    void aFigureHasWhatItsFileSaysOfIt() throws IOException {
        assertThat(texts().get("10-adam.html"))
                .contains("<img class=\"card\" src=\"figures/05-bias-correction.svg\"")
                .contains("<b>Figure 5. Without bias correction Adam's first step is 3.16 times")
                .contains("alt=\"3 panels.");
    }

    @Test
    void linksOfOtherDocumentsLeadOnlyToWhatIsThere() throws IOException {
        assertThat(texts().get("source/CONTRIBUTING.md.html"))
                .contains("See <a href=\"../10-adam.html\">Adam</a> and something that is not in the book.")
                .contains("id=\"speed-what-was-tried\"")
                .contains("&lt;b&gt;nothing&lt;/b&gt;");
    }

    @Test
    void lessonsAreInTheirOrder() throws IOException {
        assertThat(texts().get("01-gradient.html"))
                .contains("<a rel=\"prev\" href=\"index.html\">← All lessons</a>")
                .contains("<a rel=\"next\" href=\"10-adam.html\">10 · Adam →</a>")
                .contains(
                        "aria-current=\"page\">1 · A gradient</a>\n<ul>\n<li><a href=\"#the-idea\">The idea</a></li>");
    }

    @Test
    void theSearchHasTitlesHeadingsAndWords() throws IOException {
        assertThat(texts().get("search.js"))
                .startsWith("window.gradusIndex = [\n[\"index.html\",\"The course at a glance\",\"\",")
                .contains(
                        "[\"10-adam.html#the-idea\",\"10 · Adam: a step whose length does not depend on the gradient's size\",\"The idea\","
                                + "\"Divide the direction by its usual size.")
                .contains("步長與梯度大小無關")
                .contains("momentum 動量")
                .contains("Hardly: only ε is in the way.")
                .doesNotContain("Link to this part")
                .doesNotContain("System.out");
    }

    @Test
    void withoutAStartPageTheLessonsAreListed() throws IOException {
        Files.delete(lessons.resolve("README.md"));
        assertThat(texts().get("index.html"))
                .contains("<h1 id=\"the-lessons\">The lessons</h1>")
                .contains("<a href=\"10-adam.html\">10 · Adam: a step whose")
                .contains("What a gradient is, and how the library finds one.");
    }

    @Test
    void windowsLineEndsMakeNoDifference() throws IOException {
        Map<String, String> before = texts();
        Path lesson = lessons.resolve("10-adam/README.md");
        Files.writeString(lesson, Files.readString(lesson).replace("\n", "\r\n"));
        assertThat(texts().get("10-adam.html")).isEqualTo(before.get("10-adam.html"));
    }

    @Test
    void withoutLessonsThereIsNoBook() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> Course.book(empty))
                .isInstanceOf(BookException.class)
                .hasMessage(
                        "there are no lessons in %s; a lesson is a folder such as 10-adam with a README.md in it",
                        empty);
    }

    /** In the line below the title. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[x](../11-gone/README.md) | there is no file lessons/11-gone/README.md; correct the link",
                "[x](../../../../etc/passwd) | '../../../../etc/passwd' leads out of",
                "[x](ftp://a/b) | a link to 'ftp://a/b'; a link leads to a web page or to a file of the repository",
                "![x](https://a/b.png) | a picture from 'https://a/b.png'; the book asks nothing of the network: keep pictures beside the lessons",
                "![x](b.png) | there is no file lessons/10-adam/b.png; correct the link",
                "<script>x</script> | <script> is HTML that the book does not show; it shows a, b, br,",
                "a <img src=\"https://a\"> b | <img src=\"https://a\"> is HTML that the book does not show",
                "<details onclick=\"x\"> | <details onclick=\"x\"> is HTML that the book does not show",
                "$`\\foo`$ | the formula '\\foo': there is no \\foo in the LaTeX",
                "```math;\\frac{1};``` | the formula '\\frac{1}': it ends too early",
                "<!-- include: equations adm --> | the mark <!-- include: equations adm --> has no <!-- end -->",
                "<!-- include: equations adm -->;;<!-- end --> | there is no rule 'adm'; did you mean adam?",
                "<!-- include: figure five -->;;<!-- end --> | a figure is included by its number, as in 'figure 5', found 'figure five'",
                "<!-- include: figure 6 -->;;<!-- end --> | figure 6 is not in lessons/figures; draw it: gradus figures --only 6 --out lessons/figures --overwrite",
                "<!-- include: code code/Sgd.java#x -->;;```java;int x;;```;<!-- end --> | there is no file code/Sgd.java to include code from",
                "<!-- include: code code/Adam.java#x -->;;<!-- end --> | there is no code between the mark of code/Adam.java#x and its end",
            })
    void whatABookCannotShowIsSaidWithItsLine(String lines, String why) throws IOException {
        String text = HEAD + lines.replace(";;", "\n\n").replaceAll(";(?=\\\\|`|<)", "\n") + "\n";
        Files.writeString(lessons.resolve("10-adam/README.md"), text);
        assertThatThrownBy(() -> Course.book(lessons))
                .isInstanceOf(BookException.class)
                .hasMessageStartingWith("lessons/10-adam/README.md:15: " + why);
    }

    @Test
    void aLessonWithoutFactsIsRefused() throws IOException {
        Files.writeString(lessons.resolve("10-adam/README.md"), "# 10 · Adam\n");
        assertThatThrownBy(() -> Course.book(lessons))
                .isInstanceOf(BookException.class)
                .hasMessageStartingWith("lessons/10-adam/README.md:1: a lesson begins with a comment of facts");
    }

    @Test
    void aPageWithoutATitleIsRefused() throws IOException {
        Files.writeString(lessons.resolve("GLOSSARY.md"), "Terms\n");
        assertThatThrownBy(() -> Course.book(lessons))
                .isInstanceOf(BookException.class)
                .hasMessage("lessons/GLOSSARY.md:1: there is no title; begin with a line such as '# 10 · Adam'");
    }

    @Test
    void aCommandThatMakesNoPageIsRefused() {
        assertThatThrownBy(() -> Book.of(lessons, words -> {
                    throw new IllegalArgumentException("gradus " + words.get(0) + ": no");
                }))
                .isInstanceOf(BookException.class)
                .hasMessageStartingWith("lessons/10-adam/README.md:")
                .hasMessageEndingWith(": gradus trace: no");
    }
}
