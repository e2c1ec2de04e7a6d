package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gradus.optim.Rules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a line is canonical: reading it gives the same tree again. */
class RoundTripTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomLinesReadBack(long seed) {
        RandomLines.ofSeed(seed, 500).forEach(line -> {
            Line read = Line.parse(line.text());
            if (!read.equals(line)) {
                throw new AssertionError("%s is read as %s%n%s%n%s".formatted(line, read, line.right(), read.right()));
            }
        });
    }

    @Test
    void randomLinesHaveBalancedLatex() {
        RandomLines.ofSeed(9, 500).forEach(line -> {
            String latex = line.latex();
            assertThat(count(latex, '{')).as(latex).isEqualTo(count(latex, '}'));
            assertThat(latex.split("\\\\left", -1)).as(latex).hasSameSizeAs(latex.split("\\\\right", -1));
            assertThat(latex).as("nothing left that LaTeX cannot set").matches("\\p{ASCII}+");
        });
    }

    @TestFactory
    Stream<DynamicTest> linesOfEveryRuleReadBack() {
        return RuleNames.all()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(Rules.named(name).equations().lines()).allSatisfy(line -> {
                            assertThat(Line.parse(line.text())).isEqualTo(line);
                            assertThat(line.latex()).matches("\\p{ASCII}+");
                        })));
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }
}
