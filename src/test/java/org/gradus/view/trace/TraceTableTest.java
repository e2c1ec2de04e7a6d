package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gradus.landscape.Ackley;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Sgd;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Numbers;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@InEveryLocale
class TraceTableTest {

    static Stream<Named<Trace>> traces() {
        return Traces.all();
    }

    /** Written by hand. The hat stands above its m and takes no place. */
    @Test
    void theTextHasSixDigitsAndThePointsBelowEachOther() {
        assertThat(TraceTable.text(Traces.written())).isEqualTo("""
                by-hand on rosenbrock: (1 − x)² + 100 (y − x²)² from (-1.5, 2), with η = 0.5

                t    loss    η  m̂_t[0]  m̂_t[1]  u_t[0]  u_t[1]  θ_t[0]     θ_t[1]        γ_t
                1  10      0.5  -12.25    1e-7       0       0       1   2.5
                2   0.125  0.5    3     NaN          1       2       ∞  -0.333333  1.23457e8
                """);
    }

    @Test
    void aLearningRateThatChangesIsSaidToChange() {
        RuleWithRate rule = new RuleWithRate(Traces.written().rule(), t -> t == 1 ? 0.5 : 0.1);
        assertThat(TraceTable.text(Trace.of(rule, new Ackley(5), 2))
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .endsWith(" from (2.5, 2.5, 2.5, 2.5, …), with η from 0.1 to 0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-215.6, -215.6",
        "0.1, 0.1",
        "123456.5, 123457",
        "1234567, 1234570",
        "9999995, 1e7",
        "-12345678, -1.23457e7",
        "0.00012345678, 0.000123457",
        "0.0000999999, 9.99999e-5",
        "0.00009999999, 0.0001",
        "4.9E-324, 4.94066e-324",
        "1.7976931348623157E308, 1.79769e308",
        "NaN, NaN",
        "Infinity, ∞",
        "-Infinity, -∞",
    })
    void numbersHaveSixSignificantDigits(double number, String text) {
        assertThat(Numbers.text(number)).isEqualTo(text);
    }

    @Test
    void aWideTableGoesOnInBlocksThatBeginWithTheStep() {
        Trace trace = Traces.tenDimensional();
        List<String> lines = TraceTable.text(trace).lines().toList();
        assertThat(lines.subList(2, lines.size()))
                .allSatisfy(line -> assertThat(
                                line.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK))
                        .hasSizeLessThanOrEqualTo(150));
        List<String> heads =
                lines.stream().filter(line -> line.startsWith("t ")).toList();
        assertThat(heads).hasSizeGreaterThan(5);
        assertThat(String.join(" ", heads).split(" +"))
                .filteredOn(head -> !head.equals("t"))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("loss"), Column.of(trace).stream().map(Column::head))
                        .toList());
        assertThat(heads.get(1)).startsWith("t  ").contains("m_t[0]", "m_t[9]").doesNotContain("v_t");
        for (int block = 0; block < heads.size(); block++) {
            int head = lines.indexOf(heads.get(block));
            assertThat(lines.subList(head + 1, head + 4))
                    .extracting(line -> line.charAt(0))
                    .containsExactly('1', '2', '3');
        }
    }

    @Test
    void aSymbolTooWideForABlockGoesOnInTheNext() {
        List<String> heads = TraceTable.text(Trace.of(new Sgd(), 0.1, new Ackley(40), 1))
                .lines()
                .filter(line -> line.startsWith("t "))
                .toList();
        assertThat(heads.get(0)).contains("loss", "g_{t−1}[0]", "g_{t−1}[10]");
        assertThat(heads.get(1)).startsWith("t  g_{t−1}[11]").hasSizeBetween(130, 150);
        assertThat(String.join(" ", heads)).contains("θ_t[39]");
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theCsvHasEveryNumberToTheLastBit(Trace trace) throws IOException {
        List<CSVRecord> lines =
                CSVFormat.DEFAULT.parse(new StringReader(TraceTable.csv(trace))).getRecords();
        List<String> head = lines.get(0).toList();
        assertThat(head).startsWith("t", "loss").doesNotHaveDuplicates();
        assertThat(lines).hasSize(trace.steps().size() + 1);
        for (TraceStep step : trace.steps()) {
            CSVRecord line = lines.get((int) step.t());
            assertThat(line.get(0)).isEqualTo(Long.toString(step.t()));
            assertThat(new double[] {Double.parseDouble(line.get(1))}).isEqualTo(new double[] {step.loss()});
            for (String symbol : trace.symbols()) {
                assertThat(numbers(head, line, symbol)).as(symbol).isEqualTo(expected(trace, step, symbol));
            }
        }
    }

    /** The cells of a symbol's columns, without the empty ones. */
    private static double[] numbers(List<String> head, CSVRecord line, String symbol) {
        return IntStream.range(0, head.size())
                .filter(i -> head.get(i).replaceAll("\\[\\d+]$", "").equals(symbol))
                .mapToObj(line::get)
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** A vector that is one number so far, as m_0 = 0, has that number in each of its columns. */
    private static double[] expected(Trace trace, TraceStep step, String symbol) {
        double[] value = step.values().getOrDefault(symbol, new double[0]);
        boolean vector =
                trace.steps().stream().anyMatch(other -> other.values().getOrDefault(symbol, new double[0]).length > 1);
        if (vector && value.length == 1) {
            double[] all = new double[trace.start().size()];
            Arrays.fill(all, value[0]);
            return all;
        }
        return value;
    }

    @Test
    void theCsvsHeadNamesScalarsAndCoordinates() {
        assertThat(TraceTable.csv(Traces.written()).lines().findFirst())
                .hasValue("t,loss,η,m̂_t[0],m̂_t[1],u_t[0],u_t[1],θ_t[0],θ_t[1],γ_t");
        assertThat(TraceTable.csv(Traces.written()))
                .endsWith("\n2,0.125,0.5,3,NaN,1,2,Infinity,-0.3333333333333333,123456789\n");
    }
}
