package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradus.equation.Condition;
import org.gradus.equation.Equations;
import org.gradus.equation.Expression;
import org.gradus.equation.Index;
import org.gradus.equation.Line;
import org.gradus.equation.Symbol;
import org.gradus.equation.Values;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.RAdam;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Notation;
import org.gradus.view.trace.WrittenPage.PageLine;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The lecture's lines on a page, read as its script does. */
@InEveryLocale
class TracePageLinesTest {
    private static final Values NO_SYMBOLS = new Values() {
        @Override
        public double[] of(Symbol symbol) {
            throw new AssertionError("a symbol is left where its number belongs: " + symbol.text());
        }

        @Override
        public long t() {
            throw new AssertionError("the clock is left where its number belongs");
        }

        @Override
        public double[] gradient(double[] point) {
            throw new AssertionError("a gradient is left where its number belongs");
        }
    };

    static Stream<Named<Trace>> traces() {
        return Traces.all()
                .filter(trace -> trace.getPayload().steps().stream().allMatch(step -> Double.isFinite(step.loss())));
    }

    /** The numbers on the page, read in the lecture's notation and computed, give the symbol's value to the last bit. */
    @ParameterizedTest
    @MethodSource("traces")
    void aLineWithItsNumbersComputesToItsValue(Trace trace) {
        WrittenPage page = WrittenPage.withoutPicture(trace);
        List<Line> lines = steps(trace);
        List<PageLine> written = page.lines();
        int computed = 0;
        for (TraceStep step : trace.steps()) {
            for (int i = 0; i < lines.size(); i++) {
                PageLine line = written.get(i);
                for (int c = 0; c < trace.start().size() && page.holds(line.applied(), step.t()); c++) {
                    Expression numbers = reader(page, step.t(), c).formula(line.computation());
                    double value = component(result(page, line, step, lines.get(i)), c);
                    assertThat(numbers.value(NO_SYMBOLS)[0])
                            .as("%s at step %d, coordinate %d: %s", lines.get(i), step.t(), c, numbers.text())
                            .isEqualTo(value);
                    computed++;
                }
            }
        }
        assertThat(computed)
                .isGreaterThanOrEqualTo(trace.steps().size() * trace.start().size());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theResultIsTheTracesNumberToTheLastBit(Trace trace) {
        WrittenPage page = WrittenPage.withoutPicture(trace);
        List<Line> lines = steps(trace);
        List<PageLine> written = page.lines();
        for (TraceStep step : trace.steps()) {
            for (int i = 0; i < lines.size(); i++) {
                PageLine line = written.get(i);
                boolean throughout = lines.get(i).left().index() instanceof Index.None;
                String symbol = general(lines.get(i));
                boolean applied = step.lines().getOrDefault(symbol, List.of()).contains(lines.get(i));
                assertThat(page.holds(line.applied(), step.t()))
                        .as("%s at step %d", lines.get(i), step.t())
                        .isEqualTo(applied || throughout);
                if (applied && !trace.landscape().name().equals("reddi")) {
                    assertThat(result(page, line, step, lines.get(i)))
                            .isEqualTo(step.values().get(symbol));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void aConditionWithItsNumbersHoldsWhereItsLineApplies(Trace trace) {
        WrittenPage page = WrittenPage.withoutPicture(trace);
        for (PageLine line : page.lines()) {
            for (TraceStep step : trace.steps()) {
                boolean hasNumbers =
                        line.condition() != null && line.condition().contains("class=\"since\"");
                if (hasNumbers && page.holds(line.applied(), step.t())) {
                    String numbers = line.condition()
                            .replaceFirst(".*<span class=\"since\">: ", "")
                            .replace("</span>", "");
                    String condition = reader(page, step.t(), 0).text(numbers);
                    Condition read = Line.parse("x = 1, if " + condition).condition();
                    assertThat(read.holds(NO_SYMBOLS)).as(condition).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void eachLineStandsThereInSymbols(Trace trace) {
        List<PageLine> written = WrittenPage.withoutPicture(trace).lines();
        List<Line> lines = steps(trace);
        assertThat(written).hasSameSizeAs(lines);
        Notation notation = new Notation(trace.rule().equations().names(), slot -> "?");
        for (int i = 0; i < lines.size(); i++) {
            assertThat(notation.formula(written.get(i).left()))
                    .isEqualTo(lines.get(i).left());
            assertThat(notation.formula(written.get(i).right()))
                    .isEqualTo(lines.get(i).right());
            boolean always = lines.get(i).condition() instanceof Condition.Always
                    && lines.get(i).where() instanceof Condition.Always;
            assertThat(written.get(i).condition() == null).isEqualTo(always);
        }
    }

    /** ρ_4 = 3.9974987499 and ρ_5 = 4.9959980004 for β2 = 0.999, computed with Python from the lecture's formula. */
    @Test
    void ofRAdamsTwoLinesForThetaOneAppliesUpToStepFourAndTheOtherFromThenOn() {
        Trace trace = Trace.of(new RAdam(), 0.01, new IllConditioned(3, 10), 6);
        WrittenPage page = WrittenPage.withoutPicture(trace);
        List<PageLine> lines = page.lines();
        PageLine plain = lines.get(lines.size() - 2);
        PageLine rectified = lines.get(lines.size() - 1);
        assertThat(List.of(plain, rectified)).allMatch(PageLine::choice);
        assertThat(lines.get(1).choice()).isFalse();
        for (int t = 1; t <= 6; t++) {
            assertThat(page.holds(plain.applied(), t)).isEqualTo(t <= 4);
            assertThat(page.holds(rectified.applied(), t)).isEqualTo(t >= 5);
        }
        assertThat(reader(page, 4, 0)
                        .text(plain.condition().replace("</span>", "").replaceAll("<span[^>]*>", "")))
                .matches(" if ρ_\\{t\\}≤4: 3\\.997498749\\d*≤4");
    }

    @Test
    void aStepThatLeavesTheFeasibleSetSaysWhereItEnds() {
        WrittenPage page = WrittenPage.withoutPicture(Traces.projected());
        String result = page.lines().get(0).result();
        assertThat(page.value(series(result), 1)).containsExactly(-505); // 0 − 0.5 · 1010
        assertThat(page.value(series(result), 2)).containsExactly(4); // −1 − 0.5 · (−10)
        String note = result.replaceFirst(".*<span class=\"note\"", "");
        assertThat(note).contains(", but the nearest feasible point is ");
        assertThat(page.value(series(note), 1)).containsExactly(-1);
        assertThat(page.value(series(note), 2)).containsExactly(1);
        int moved = Integer.parseInt(note.replaceFirst(" data-line=\"(\\d+)\".*", "$1"));
        assertThat(page.holds(moved, 1)).isTrue();
    }

    /** Rosenbrock's customary start is to the left of 0 in x and above it in y. */
    @Test
    void linesForSomeCoordinatesSayForWhich() {
        RuleWithRate rule = new RuleWithRate(new TowardsZero(), 0.1);
        Trace trace = Trace.of(rule, new Rosenbrock(), 3);
        assertThat(trace.start().get(0)).isNegative();
        assertThat(trace.start().get(1)).isPositive();
        WrittenPage page = WrittenPage.withoutPicture(trace);
        assertThat(page.lines()).hasSize(2).allMatch(PageLine::choice);
        assertThat(page.where()) // x is negative, y is positive: of each coordinate one of the lines holds
                .isEqualTo(List.of(List.of(false, true), List.of(true, false)));
        for (PageLine line : page.lines()) {
            assertThat(page.holds(line.applied(), 1)).isTrue();
            assertThat(line.result()).doesNotContain("feasible");
        }
        assertThat(reader(page, 1, 0).text(page.lines().get(0).condition().replaceAll("</?span[^>]*>", "")))
                .isEqualTo(" where θ_{t−1}>0");
        assertThat(page.lines().get(1).condition()).isNull();
    }

    private static List<Line> steps(Trace trace) {
        return trace.rule().equations().lines().stream()
                .filter(line -> !line.left().index().equals(new Index.Fixed(0)))
                .toList();
    }

    private static String general(Line line) {
        return line.left().index() instanceof Index.Fixed
                ? line.left().name() + "_t"
                : line.left().text();
    }

    /** The result as the page has it; a line such as m_t = 0 is its own result and has none. */
    private static double[] result(WrittenPage page, PageLine line, TraceStep step, Line of) {
        return line.result().contains("data-s")
                ? page.value(series(line.result()), step.t())
                : step.values().get(general(of));
    }

    /** The number of the first series named in a piece of the page. */
    private static int series(String html) {
        return Integer.parseInt(html.replaceFirst("(?s).*?data-s=\"(\\d+)\".*", "$1"));
    }

    private static double component(double[] value, int i) {
        return value[value.length == 1 ? 0 : i];
    }

    /** Reads formulas with every digit of the numbers in their slots, in brackets where the page's script puts them. */
    private static Notation reader(WrittenPage page, long t, int coordinate) {
        return new Notation(Set.of(), slot -> number(page, t, coordinate, slot));
    }

    private static String number(WrittenPage page, long t, int coordinate, Element slot) {
        double value = component(page.value(Integer.parseInt(slot.getAttribute("data-s")), t), coordinate);
        String digits = new BigDecimal(Double.toString(Math.abs(value))).toPlainString();
        boolean negative = value < 0;
        boolean brackets = negative && !slot.getAttribute("data-b").equals("0");
        return (brackets ? "(" : "") + (negative ? "−" : "") + digits + (brackets ? ")" : "");
    }

    /** A step of η down above 0 and up elsewhere. */
    private record TowardsZero() implements UpdateRule {
        @Override
        public Equations equations() {
            return Equations.of("θ_t = θ_{t−1} − η, where θ_{t−1} > 0", "θ_t = θ_{t−1} + η");
        }

        @Override
        public State init(int size) {
            return State.of(this, size);
        }

        @Override
        public void update(double[] theta, double[] next, double[] g, State state, Step step) {
            for (int i = 0; i < theta.length; i++) {
                next[i] = theta[i] > 0 ? theta[i] - step.eta() : theta[i] + step.eta();
            }
        }
    }
}
