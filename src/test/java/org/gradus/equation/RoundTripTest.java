package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gradus.optim.Rules;
import org.gradus.schedule.Constant;
import org.gradus.tensor.RandomStream;
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomLinesInAsciiReadBack(long seed) {
        RandomLines.ofSeed(seed, 500).forEach(line -> {
            String ascii = line.text(Spelling.ASCII);
            assertThat(ascii).matches("\\p{ASCII}+");
            if (!Line.parse(ascii).equals(line)) {
                throw new AssertionError(
                        "%s is written as%n%s and read as%n%s".formatted(line, ascii, Line.parse(ascii)));
            }
        });
    }

    /** Whatever is done to a line, it is read, to a tree whose text reads back, or refused with the column. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void mutatedLinesAreReadOrRefused(long seed) {
        RandomStream random = new RandomStream(seed);
        RandomLines.ofSeed(seed, 1500).forEach(line -> {
            String mutated = mutated(line.text(random.below(2) == 0 ? Spelling.ASCII : Spelling.LECTURE), random);
            Line read;
            try {
                read = Line.parse(mutated);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage())
                        .as(mutated)
                        .matches("(?s).* at column \\d+, but .*|.*nothing to choose from.*");
                return;
            }
            assertThat(Line.parse(read.text())).as(mutated).isEqualTo(read);
            assertThat(read.latex()).as(mutated).isNotEmpty();
        });
    }

    private static String mutated(String line, RandomStream random) {
        String signs = "()[]{}|‖⌊⌋_^²√ᵀΣ∇L+−-/·*,=<≤>≥≠!∞tiθm1.0e \u0302′'#";
        StringBuilder text = new StringBuilder(line);
        for (int i = 0; i <= random.below(3); i++) {
            int at = random.below(text.length());
            switch (random.below(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, signs.charAt(random.below(signs.length())));
                case 2 -> text.setCharAt(at, signs.charAt(random.below(signs.length())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.below(8))));
            }
        }
        return text.toString();
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
        return Rules.names().stream()
                .map(name -> Rules.named(name, new Constant(0.1)))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(rule.equations().lines()).allSatisfy(line -> {
                            assertThat(Line.parse(line.text())).isEqualTo(line);
                            assertThat(Line.parse(line.text(Spelling.ASCII))).isEqualTo(line);
                            assertThat(line.latex()).matches("\\p{ASCII}+");
                        })));
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }
}
