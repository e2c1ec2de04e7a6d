package org.gradus.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaHighlightTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int x = 1_000; | <span class=\"k\">int</span> x = <span class=\"n\">1_000</span>;",
                "y = 1e-3 + 0x1F; | y = <span class=\"n\">1e-3</span> + <span class=\"n\">0x1F</span>;",
                "int2 returned; | int2 returned;",
                "s = \"a // \\\"b\"; // c | s = <span class=\"s\">&quot;a // \\&quot;b&quot;</span>; <span class=\"c\">// c</span>",
                "c = '\"'; | c = <span class=\"s\">'&quot;'</span>;",
                "/* int */ x | <span class=\"c\">/* int */</span> x",
                "@Override void f | <span class=\"a\">@Override</span> <span class=\"k\">void</span> f",
                "@interface A | @<span class=\"k\">interface</span> A",
                "List<int[]> | List&lt;<span class=\"k\">int</span>[]&gt;"
            })
    void kindsOfWords(String java, String html) {
        assertThat(JavaHighlight.html(java)).isEqualTo(html);
    }

    @Test
    void aSpanEndsWithItsLine() {
        assertThat(JavaHighlight.lines("/* a\n\n b */ int"))
                .containsExactly(
                        "<span class=\"c\">/* a</span>",
                        "",
                        "<span class=\"c\"> b */</span> <span class=\"k\">int</span>");
    }

    @Test
    void nothingIsLost() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/gradus/book"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            for (Path source : sources) {
                String java = Files.readString(source);
                String text = JavaHighlight.html(java)
                        .replaceAll("<[^>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
                assertThat(text).isEqualTo(java);
            }
        }
    }
}
