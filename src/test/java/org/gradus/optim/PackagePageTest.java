package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradus.optim.dialect.Dialects;
import org.gradus.optim.rule.Lookahead;
import org.gradus.schedule.Constant;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table on the package's page says of every rule what is so. */
class PackagePageTest {
    private static final Path SOURCES = Path.of("src/main/java/org/gradus/optim");
    private static final Pattern ROW = Pattern.compile(
            "<tr><td>\\{@link org\\.gradus\\.optim\\.(\\w+) ([\\w-]+)}</td><td>([^<]+)</td><td>([^<]+): ([^<]+)</td>"
                    + "<td>(\\d)</td><td>(\\d)</td><td>(\\d)</td><td>(\\d)</td> <td>([^<]+)</td></tr>");

    private record Row(
            String type, String name, List<String> symbols, String memory, List<Integer> operations, String equations) {
        UpdateRule rule() {
            return Rules.named(name, new Constant(1));
        }
    }

    private static List<Row> rows() throws IOException {
        String page = Files.readString(SOURCES.resolve("package-info.java")).replaceAll("\\s*\n \\* ?", " ");
        List<Row> rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(page);
        while (matcher.find()) {
            List<Integer> operations = Stream.of(6, 7, 8, 9)
                    .map(matcher::group)
                    .map(Integer::valueOf)
                    .toList();
            rows.add(new Row(
                    matcher.group(1),
                    matcher.group(2),
                    List.of(matcher.group(4).split(", ")),
                    matcher.group(5),
                    operations,
                    matcher.group(10)));
        }
        return rows;
    }

    @Test
    void everyRuleOfTheLectureHasARowInItsOrder() throws IOException {
        assertThat(rows().stream().map(Row::name))
                .containsExactlyElementsOf(Rules.names().stream()
                        .filter(name -> !Dialects.entries().containsKey(name))
                        .toList());
        assertThat(rows())
                .allSatisfy(
                        row -> assertThat(row.rule().getClass().getSimpleName()).isEqualTo(row.type));
    }

    @TestFactory
    Stream<DynamicTest> memoryIsWhatAStateHolds() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.name, () -> {
                    State state = row.rule().init(1000);
                    assertThat(state.names())
                            .containsExactlyElementsOf(row.symbols.equals(List.of("none")) ? List.of() : row.symbols);
                    long numbers = state.save().values().stream()
                            .mapToLong(value -> value.length)
                            .sum();
                    assertThat(numbers).isEqualTo(evaluated(row.memory, 1000));
                }));
    }

    /** 0, n, 2n or 3n + 3. */
    private static long evaluated(String memory, long n) {
        long sum = 0;
        for (String term : memory.split(" \\+ ")) {
            String factor = term.replace("n", "");
            sum += (factor.isEmpty() ? 1 : Long.parseLong(factor)) * (term.endsWith("n") ? n : 1);
        }
        return sum;
    }

    @TestFactory
    Stream<DynamicTest> equationsAreLinesOfTheRule() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.name,
                        () -> assertThat(row.rule().equations().text().lines()).contains(row.equations.split("; "))));
    }

    @TestFactory
    Stream<DynamicTest> operationsAreThoseOfTheLoop() throws IOException {
        List<Row> rows = rows();
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.name, () -> {
                    List<Integer> counted = counted(row.type);
                    if (row.rule() instanceof Lookahead lookahead) {
                        List<Integer> inner =
                                counted(lookahead.inner().getClass().getSimpleName());
                        counted = Stream.of(0, 1, 2, 3)
                                .map(i -> counted(row.type).get(i) + inner.get(i))
                                .toList();
                    }
                    assertThat(row.operations).isEqualTo(counted);
                }));
    }

    /** How often the first loop of a rule has + or −, ×, / and √; what is the same for all parameters is not counted. */
    private static List<Integer> counted(String type) {
        try {
            String source = Files.readString(SOURCES.resolve(type + ".java"));
            int start = source.indexOf("for (int i = 0;");
            int brace = source.indexOf("{", start);
            String indent = source.substring(source.lastIndexOf("\n", start) + 1, start);
            String loop = source.substring(brace, source.indexOf("\n" + indent + "}", brace))
                    .replaceAll("\\(1 - \\w+\\)", "constant");
            return Stream.of(" \\+=? | - ", " \\* ", " / |\\.divide\\(", "Math\\.sqrt\\(")
                    .map(operator -> (int)
                            Pattern.compile(operator).matcher(loop).results().count())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(type, e);
        }
    }
}
