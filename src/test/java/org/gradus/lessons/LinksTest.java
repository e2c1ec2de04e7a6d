package org.gradus.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradus.lessons.Pages.Page;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every link leads somewhere: to a file that is there, and to a heading that is on its page. */
class LinksTest {
    private static final Pattern INLINE_CODE = Pattern.compile("(`+)(?!`).+?(?<!`)\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]*(?:\\([^()]*\\)[^()\\s]*)*)\\)");

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return Pages.all().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.name(), () -> assertThat(broken(page)).isEmpty()));
    }

    /** The links of a page that lead nowhere, each with its line and why. */
    private static List<String> broken(Page page) throws IOException {
        List<String> broken = new ArrayList<>();
        int number = 0;
        for (String line : Headings.prose(page.text()).split("\n", -1)) {
            number++;
            Matcher link = LINK.matcher(INLINE_CODE.matcher(line).replaceAll("code"));
            while (link.find()) {
                String why = why(page, link.group(1));
                if (!why.isEmpty()) {
                    broken.add("%s:%s: (%s): %s".formatted(page, number, link.group(1), why));
                }
            }
        }
        return broken;
    }

    private static String why(Page page, String target) throws IOException {
        if (target.matches("https?://.*")) {
            return target.startsWith("https://") ? "" : "write https";
        }
        String[] parts = target.split("#", 2);
        Path folder = page.file().toAbsolutePath().getParent();
        Path file = parts[0].isEmpty() ? page.file() : folder.resolve(parts[0]).normalize();
        if (!Files.exists(file)) {
            return "there is no such file";
        }
        if (parts.length == 1) {
            return "";
        }
        boolean known = file.toString().endsWith(".md")
                && Headings.anchors(Page.of(file).text()).contains(parts[1]);
        return known ? "" : "there is no such heading";
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        // as GitHub shows them for these headings
        assertThat(Headings.anchors("""
                # 10 · Adam: a step whose length does not depend on the gradient's size
                ## The code
                ```sh
                # a comment
                ```
                ## `beta1` and [links](a.md)
                ## The code
                """))
                .containsExactly(
                        "10--adam-a-step-whose-length-does-not-depend-on-the-gradients-size",
                        "the-code",
                        "beta1-and-links",
                        "the-code-1");
    }
}
