package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.equation.Equations;
import org.gradus.equation.Line;
import org.gradus.optim.dialect.Dialect;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.gradient.PaperGradientNoise;
import org.gradus.optim.rule.Cycled;
import org.gradus.optim.rule.Lookahead;
import org.gradus.tensor.Shape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What readers of the Javadoc see of the equations is made from them: the lines on the page of each rule, and the tables on the packages'
 * pages. {@code mvn -q test -Dtest=RulePagesTest -Dgradus.write=true} writes them anew.
 */
class RulePagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final boolean WRITE = Boolean.getBoolean("gradus.write");

    /** The lines to show on the page of each class. */
    private static Map<Class<?>, Equations> lines() {
        Map<Class<?>, Equations> lines = new LinkedHashMap<>();
        ours().forEach(rule -> lines.put(rule.getClass(), rule.equations()));
        lines.put(Lookahead.class, Lookahead.overOptim());
        lines.put(Cycled.class, Rules.named("cycled(sgdm)").equations());
        Stream.of(new ClipNorm(1), new ClipValue(1), new GradientNoise(1), new PaperGradientNoise(1))
                .forEach(treatment -> lines.put(treatment.getClass(), treatment.equations()));
        return lines;
    }

    /** The library's own rules; those of users, of which the tests have one, are documented elsewhere. */
    private static Stream<UpdateRule> ours() {
        return Rules.names().stream()
                .map(Rules::named)
                .filter(rule -> rule.getClass().getName().startsWith("org.gradus."));
    }

    private static Path source(Class<?> type) {
        return SOURCES.resolve(type.getName().replace('.', '/') + ".java");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @TestFactory
    Stream<DynamicTest> theLinesOfAPageAreThoseOfTheEquations() {
        return lines().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey().getSimpleName(), () -> {
                    String lines = escaped(page.getValue().text())
                            .lines()
                            .map(line -> " * " + line + "\n")
                            .collect(Collectors.joining());
                    holds(source(page.getKey()), " * <pre>\n", lines, " * </pre>\n");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyPageHasItsParts() {
        return ours().filter(rule -> !(rule instanceof Dialect))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(Files.readString(source(rule.getClass()))
                                        .replaceAll("(?m)^ \\* ?", "")
                                        .replaceAll("\\s+", " "))
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

    @TestFactory
    Stream<DynamicTest> theTableOfAPackageIsMadeOfItsRules() {
        Map<String, List<UpdateRule>> byPackage = ours().collect(Collectors.groupingBy(
                rule -> rule.getClass().getPackageName(), LinkedHashMap::new, Collectors.toList()));
        return byPackage.entrySet().stream()
                .filter(rules -> Files.exists(page(rules.getKey())))
                .map(rules -> DynamicTest.dynamicTest(rules.getKey(), () -> {
                    String rows =
                            rules.getValue().stream().map(RulePagesTest::row).collect(Collectors.joining());
                    holds(page(rules.getKey()), " * <tbody>\n", rows, " * </tbody>\n");
                }));
    }

    private static Path page(String packageName) {
        return SOURCES.resolve(packageName.replace('.', '/') + "/package-info.java");
    }

    private static String row(UpdateRule rule) {
        String link = "{@link %s %s}".formatted(rule.getClass().getName(), rule.name());
        String second = rule instanceof Dialect dialect && rule.getClass().getPackage() == Dialect.class.getPackage()
                ? dialect.of() + "</td>\n * <td>" + escaped(dialect.difference())
                : Rules.entry(rule.name()).family() + "</td><td>" + memory(rule) + "</td>\n * <td>" + moves(rule);
        return " * <tr><td>%s</td><td>%s</td></tr>\n".formatted(link, second);
    }

    /** As in {@code m, v: 2n}. */
    private static String memory(UpdateRule rule) {
        Map<String, double[]> state = rule.init(Shape.of(3, 5)).save();
        String numbers = Stream.of(
                        times(state, 15, "n"), times(state, 9, "rows²"), times(state, 25, "columns²"), scalars(state))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" + "));
        return state.isEmpty() ? "none" : String.join(", ", state.keySet()) + ": " + numbers;
    }

    private static String times(Map<String, double[]> state, int length, String of) {
        long count =
                state.values().stream().filter(value -> value.length == length).count();
        String times = count > 1 ? count + (of.length() > 1 ? " " : "") : "";
        return count > 0 ? times + of : "";
    }

    private static String scalars(Map<String, double[]> state) {
        long count = state.values().stream().filter(value -> value.length == 1).count();
        return count == 0 ? "" : Long.toString(count);
    }

    /** The lines that say how θ moves. */
    private static String moves(UpdateRule rule) {
        String moved = rule.equations().moved() + "_t";
        return rule.equations().lines().stream()
                .filter(line -> line.left().text().equals(moved))
                .map(Line::text)
                .map(RulePagesTest::escaped)
                .collect(Collectors.joining("; "));
    }

    /** The part of a file between two marks is what it should be, or becomes it. */
    private static void holds(Path file, String start, String expected, String end) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(end, from);
        assertThat(to)
                .as("a block %s … %s in %s", start.strip(), end.strip(), file)
                .isGreaterThan(from);
        if (WRITE) {
            Files.writeString(file, text.substring(0, from) + expected + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("in %s; to write it anew: mvn -q test -Dtest=RulePagesTest -Dgradus.write=true", file)
                .isEqualTo(expected);
    }
}
