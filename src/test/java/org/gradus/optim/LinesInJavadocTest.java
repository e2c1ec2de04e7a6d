package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.optim.gradient.Accumulation;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.gradient.PaperGradientNoise;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.SgdmEma;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.optim.rule.Sgdwm;
import org.gradus.optim.rule.Swats;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of a rule shows the lines that it computes, in full and in order; and it says the rest of what a page has to say. */
class LinesInJavadocTest {
    private static final UpdateRule SGD = new Sgd(1);

    /** A rule of each page; one around another is shown around SGD, or around SGDM if momentum matters to it. */
    private static final List<UpdateRule> PAGES = List.of(
            SGD,
            new Sgdm(1),
            new SgdmEma(1),
            new Adagrad(1),
            new RmsProp(1),
            new Adam(1),
            new Swats(1),
            new AmsGrad(1),
            new AdaBound(1),
            new RAdam(1),
            new Lookahead(new Sgdm(1)),
            new Nag(1),
            new NagOriginal(1),
            new Nadam(1),
            new SgdmL2(1),
            new AdamL2(1),
            new Sgdwm(1),
            new AdamW(1),
            new ClipNorm(SGD, 1),
            new ClipValue(SGD, 1),
            new GradientNoise(SGD, 1),
            new PaperGradientNoise(SGD, 1),
            new Accumulation(SGD, 2));

    private static String javadoc(UpdateRule rule) {
        String path = "src/main/java/" + rule.getClass().getName().replace('.', '/') + ".java";
        try {
            String source = Files.readString(Path.of(path));
            int start = source.indexOf("/**");
            return source.substring(start, source.indexOf("*/", start)).replaceAll("(?m)^ \\* ?", "");
        } catch (IOException e) {
            throw new AssertionError("no source at " + path, e);
        }
    }

    @TestFactory
    Stream<DynamicTest> theLinesAreThoseOfTheEquations() {
        return PAGES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    String page = javadoc(rule);
                    assertThat(page).contains("<pre>\n", "</pre>");
                    String lines = page.substring(page.indexOf("<pre>\n") + 6, page.indexOf("</pre>"));
                    assertThat(lines.replace("&lt;", "<").replace("&gt;", ">").strip())
                            .isEqualTo(rule.equations().text());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyPageHasItsParts() {
        return PAGES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(javadoc(rule).replaceAll("\\s+", " "))
                                .containsSubsequence(
                                        "<pre>",
                                        "<b>State:</b>",
                                        "<b>Defaults:</b>",
                                        "<b>Example:</b> {@code new Optimizer(new "
                                                + rule.getClass().getSimpleName(),
                                        "<b>Reference:</b>",
                                        "href=\"https://",
                                        "<b>Differs from the",
                                        "PyTorch in</b>")));
    }

    @Test
    void everyRuleOfTheLectureHasAPage() {
        List<String> shown = PAGES.stream().map(UpdateRule::name).toList();
        assertThat(Rules.names().stream().limit(19).filter(name -> !name.equals("lookahead-adam")))
                .allSatisfy(name -> assertThat(shown).contains(name));
    }
}
