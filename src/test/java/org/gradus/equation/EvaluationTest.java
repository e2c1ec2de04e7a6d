package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value of every kind of formula and condition, against numbers computed by hand. */
class EvaluationTest {

    /** t = 6, a = 3, b = 4, p = (1, 2, 3), q = (4, −5, 0), g_i = i for every step i, and ∇L(x) = 2 x. */
    private static final Values VALUES = new Values() {
        private final Map<String, double[]> values = Map.of(
                "a", new double[] {3},
                "b", new double[] {4},
                "p", new double[] {1, 2, 3},
                "q", new double[] {4, -5, 0},
                "r", new double[] {7, 7});

        @Override
        public double[] of(Symbol symbol) {
            return symbol.index() instanceof Index.Fixed fixed
                    ? new double[] {fixed.at()}
                    : values.get(symbol.text()).clone();
        }

        @Override
        public long t() {
            return 6;
        }

        @Override
        public double[] gradient(double[] point) {
            return Arrays.stream(point).map(x -> 2 * x).toArray();
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.5; 1.5",
                "t; 6",
                "a; 3",
                "g_7; 7",
                "−a; −3",
                "a + b − 1; 6",
                "a − b − 1; −2",
                "a − (b − 1); 0",
                "a b / 2; 6",
                "b / 2 a; 6",
                "b / (2 a); 0.6666666666666666",
                "a²; 9",
                "(−a)²; 9",
                "−a²; −9",
                "a^b; 81",
                "2^{−1}; 0.5",
                "b^0.5; 2",
                "√b; 2",
                "√(a² + b²); 5",
                "|−a|; 3",
                "|a| + |−b|; 7",
                "⌊3.7⌋; 3",
                "⌊−3.2⌋; −4",
                "max(a, b); 4",
                "min(a, b); 3",
                "Clip(a, b, 5); 4",
                "Clip(a, 0, 2); 2",
                "Clip(a, 2, 4); 3",
                "Clip(a, 5, 2); 2",
                "sign(q); 1 −1 0",
                "sign(−a); −1",
                "exp(0); 1",
                "exp(−ln(a)); 0.3333333333333333",
                "log(1); 0",
                "1e-3; 0.001",
                "2.5E2 a; 750",
                "ln(1); 0",
                "cos(0); 1",
                "p; 1 2 3",
                "p + a; 4 5 6",
                "a − p; 2 1 0",
                "p q; 4 −10 0",
                "q / p; 4 −2.5 0",
                "p²; 1 4 9",
                "2^p; 2 4 8",
                "−q; −4 5 0",
                "√p²; 1 2 3",
                "max(p, 2); 2 2 3",
                "Clip(q, −1, p); 1 −1 0",
                "|q|; 4 5 0",
                "pᵀq; −6",
                "pᵀp; 14",
                "pᵀa; 18",
                "aᵀb; 12",
                "‖q − p‖²; 67",
                "‖a‖; 3",
                "mean(p); 2",
                "mean(q) a; −1",
                "mean(q p − 2 b); −10",
                "mean(p) p; 2 4 6",
                "mean(a); 3",
                "Σ_{i=1}^{4} g_i; 10",
                "Σ_{i=t}^{t+1} g_i²; 85",
                "Σ_{i=2}^{1} g_i; 0",
                "Σ_{i=1}^{2} (g_i p); 3 6 9",
                "Σ_{i=1}^{2} (Σ_{j=1}^{3} (g_i g_j)); 18",
                "Σ_{i=1}^{2} (Σ_{i=1}^{3} g_i); 12",
                "∇L(q + 1); 10 −8 2"
            })
    void valuesAreThoseComputedByHand(String formula, String expected) {
        double[] numbers = Arrays.stream(expected.replace('−', '-').split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(Line.parse("x = " + formula).right().value(VALUES)).containsExactly(numbers, within(1e-14));
    }

    /** By IEEE 754; NaN is never lost. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a / 0; Infinity",
                "−a / 0; -Infinity",
                "0 / 0; NaN",
                "max(a, 0 / 0); NaN",
                "max(0 / 0, a); NaN",
                "min(a, 0 / 0); NaN",
                "min(0 / 0, a); NaN",
                "Clip(0 / 0, 0, 1); NaN",
                "Clip(a, 0 / 0, 1); NaN",
                "Clip(a, 0, 0 / 0); NaN",
                "sign(0 / 0); NaN",
                "mean(p / 0); Infinity",
                "mean(q / 0); NaN",
                "|0 / 0|; NaN",
                "exp(0 / 0); NaN",
                "exp(1 / 0); Infinity",
                "exp(−1 / 0); 0",
                "sign(1 / 0); 1",
                "sign(−1 / 0); -1",
                "ln(0); -Infinity",
            })
    void infinityAndNotANumberAreThoseOfIeee754(String formula, double expected) {
        assertThat(Line.parse("x = " + formula).right().value(VALUES)).containsExactly(expected);
    }

    @Test
    void anglesAreInRadians() {
        assertThat(Line.parse("x = cos(1)").right().value(VALUES)).containsExactly(0.5403023058681398); // OEIS A049470
        assertThat(Line.parse("x = ln(10)").right().value(VALUES)).containsExactly(2.302585092994046); // OEIS A002392
        assertThat(Line.parse("x = exp(1)").right().value(VALUES)).containsExactly(2.718281828459045); // OEIS A001113
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a < b; true",
                "b < a; false",
                "a < 3; false",
                "a ≤ 3; true",
                "a ≤ 2.9; false",
                "b > a; true",
                "a > 3; false",
                "a ≥ 3; true",
                "a ≥ 3.1; false",
                "a = 3; true",
                "a = b; false",
                "a ≠ b; true",
                "a ≠ 3; false",
                "3 | t; true",
                "4 | t; false",
                "6 | t − 6; true",
                "5 | t − 2 and a < b; false",
                "2 | t and a < b; true",
                "2 | t and b < a; false",
                "b < a and 2 | t; false",
                "1 < 2 and 2 < 3 and 3 < 2; false",
                "0 < 0 / 0; false"
            })
    void conditionsHoldAsComputedByHand(String condition, boolean holds) {
        assertThat(Line.parse("x = 1, if " + condition).condition().holds(VALUES))
                .isEqualTo(holds);
    }

    @Test
    void theSecondConditionIsLookedAtOnlyWhereTheFirstHolds() {
        Condition condition = Line.parse("x = 1, if a > b and p < 1").condition();
        assertThat(condition.holds(VALUES)).isFalse();
    }

    @Test
    void largestTermsAreThoseOfASum() {
        assertThat(largestTerm("p − q + a")).containsExactly(4, 5, 3);
        assertThat(largestTerm("(p − q) a")).as("a product is one term").containsExactly(9, 21, 9);
        assertThat(largestTerm("−q")).containsExactly(4, 5, 0);
    }

    private static double[] largestTerm(String formula) {
        return Line.parse("x = " + formula).right().largestTerm(VALUES);
    }

    @Test
    void vectorsOfOtherSizesAreRefused() {
        Expression sum = Line.parse("x = p + r").right();
        assertThatThrownBy(() -> sum.value(VALUES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equation: a vector of 3 numbers meets one of 2; give both the same size");
    }

    @Test
    void conditionsOnVectorsAreRefused() {
        Condition condition = Line.parse("x = 1, if p < 2").condition();
        assertThatThrownBy(() -> condition.holds(VALUES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "equation: 'if p < 2' compares a vector of 3 numbers; give it a scalar, or write 'where' for each element");
    }

    @ParameterizedTest
    @CsvSource({"-1", "NaN", "Infinity"})
    void literalsAreFiniteAndNotNegative(double number) {
        assertThatThrownBy(() -> new Literal(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equation: a number must be finite and at least 0, found %s; write −a as Negative", number);
    }
}
