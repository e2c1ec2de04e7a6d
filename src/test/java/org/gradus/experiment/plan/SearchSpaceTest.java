package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.experiment.RunSpec;
import org.gradus.tensor.RandomStream;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class SearchSpaceTest {
    private static final RunSpec BASE = RunSpec.of("rule=adam");

    private static List<Map<String, String>> draw(int points, String... knobs) {
        return SearchSpace.of(knobs).draw(BASE, points, new RandomStream(1));
    }

    private static double[] numbers(List<Map<String, String>> points, String setting) {
        return points.stream()
                .mapToDouble(point -> Double.parseDouble(point.get(setting)))
                .toArray();
    }

    /** Eight points over four decades: two in each decade, one in each half of it. */
    @Test
    void eachPartOfARangeGetsOnePoint() {
        double[] rates = numbers(draw(8, "learning-rate=1e-4..1"), "learning-rate");
        Arrays.sort(rates);
        for (int i = 0; i < 8; i++) {
            double lower = Math.pow(10, -4 + i / 2.0);
            assertThat(rates[i]).isBetween(0.99 * lower, 1.01 * lower * Math.sqrt(10));
        }
    }

    @Test
    void theScalesAreTheirNames() {
        double[] linear = numbers(draw(100, "dropout=linear(0..0.5)"), "dropout");
        assertThat(Arrays.stream(linear).filter(value -> value < 0.25)).hasSize(50);
        List<Map<String, String>> betas = draw(20, "rule:beta2=complement(0.9..0.999)");
        assertThat(betas.stream()
                        .map(point -> point.get("rule").replaceFirst(".*beta2=", ""))
                        .mapToDouble(Double::parseDouble)
                        .filter(beta -> beta < 0.99))
                .hasSize(10);
        int[] sizes = draw(5, "batch-size=whole(16..256)").stream()
                .mapToInt(point -> Integer.parseInt(point.get("batch-size")))
                .sorted()
                .toArray();
        assertThat(sizes).hasSize(5).startsWith(sizes[0]);
        assertThat(sizes[0]).isBetween(16, 27);
        assertThat(sizes[4]).isBetween(147, 256);
    }

    @Test
    void aNumberOfTheRuleIsPartOfTheRule() {
        assertThat(SearchSpace.of("rule:epsilon=1e-8,0.01")
                        .draw(RunSpec.of("rule=adam:beta1=0.8"), 2, new RandomStream(3)))
                .containsExactlyInAnyOrder(
                        Map.of("rule", "adam:beta1=0.8"), Map.of("rule", "adam:beta1=0.8,epsilon=0.01"));
    }

    /** So that two rules are tried at the same places of their spaces, and a knob more does not move the others. */
    @Test
    void aKnobHasPlacesOfItsOwn() {
        double[] alone = numbers(draw(8, "learning-rate=1e-4..1"), "learning-rate");
        double[] wider = numbers(draw(8, "learning-rate=1e-3..10"), "learning-rate");
        double[] withMore = numbers(draw(8, "dropout=linear(0..0.5)", "learning-rate=1e-4..1"), "learning-rate");
        assertThat(withMore).isEqualTo(alone);
        IntStream.range(0, 8)
                .forEach(i -> assertThat(wider[i] / alone[i])
                        .isCloseTo(10, org.assertj.core.data.Percentage.withPercentage(1)));
    }

    @Test
    void aSpaceWithoutARangeIsAGrid() {
        assertThat(draw(4, "schedule=constant,cosine", "hidden=64;64,32"))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(draw(2, "schedule=constant,cosine", "hidden=64;64,32")).hasSize(2);
    }

    @Test
    void aRangeCanGoOnAndANumberBeRead() {
        SearchSpace space = SearchSpace.of("learning-rate=1e-4..1", "dropout=linear(0..0.5)", "batch-size=16,32");
        assertThat(space.wider("learning-rate", true)).contains("learning-rate=0.0001..10");
        assertThat(space.wider("learning-rate", false)).contains("learning-rate=1e-5..1");
        assertThat(space.wider("dropout", true)).isEmpty();
        assertThat(space.wider("batch-size", true)).isEmpty();
        assertThat(space.wider("epochs", true)).isEmpty();
        RunSpec run = RunSpec.of("rule=adam:beta1=0.8 batch-size=16");
        assertThat(SearchSpace.number(run, "rule:beta1")).hasValue(0.8);
        assertThat(SearchSpace.number(run, "rule:epsilon")).as("the usual one").hasValue(1e-8);
        assertThat(SearchSpace.number(run, "batch-size")).hasValue(16);
        assertThat(SearchSpace.number(run, "schedule")).isEmpty();
        assertThat(SearchSpace.number(run, "rule:lambda")).isEmpty();
    }

    @Test
    void thePointsMakeAPlan() {
        Plan plan =
                Plan.of(BASE).overChanges(draw(3, "learning-rate=0.01..0.1")).over("seed=1,2");
        assertThat(plan.runs()).hasSize(6);
        assertThat(plan.settings()).extracting(setting -> setting.name()).containsExactly("learning-rate", "seed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning-rate=1..0.1 | learning-rate: the range 1..0.1 has nothing in it; begin with the smaller end, as in 1e-4..1",
                "learning-rate=1..1 | learning-rate: the range 1..1 has nothing in it; begin with the smaller end, as in 1e-4..1",
                "learning-rate=0..1 | learning-rate: 0..1 is drawn by its logarithm, so it must begin above 0; begin above 0, or take linear(0..1)",
                "learning-rate=x..1 | learning-rate=x..1: a range is typed LOWER..UPPER, as in 1e-4..1, or linear(0..0.5), complement(0.9..0.999), whole(16..256)",
                "learning-rate=1e-4..1e | learning-rate: a range needs two numbers, as in 1e-4..1, found '1e'",
                "learning-rate=1e-4..1) | learning-rate=1e-4..1): a range is typed LOWER..UPPER, ",
                "dropout=linear(0..0.5 | dropout=linear(0..0.5: a range is typed LOWER..UPPER, ",
                "rule:beta1=complement(0.9..1) | rule:beta1: complement(0.9..1) must end below 1, as in complement(0.9..0.999)",
                "batch-size=whole(1.5..8) | batch-size: whole(1.5..8) has to begin and end with a whole number",
                "learning-rate= | learning-rate=: a value is missing; give a range such as 1e-4..1, or values with commas between",
                "learning-rate | 'learning-rate': a knob is typed NAME=VALUES, as in learning-rate=1e-4..1; found no name before a '='",
                "learning-rat=1..2 | there is no setting 'learning-rat'; did you mean learning-rate? ",
                "seed=1..2 | search space: the seed is no knob; each point is tried with every seed, say how many",
                "rule:beta3=0.1..0.2 | rule: adam: there is no hyper-parameter 'beta3'; did you mean beta1?",
                "rule:beta1=a,b | rule:beta1: its values must be numbers, found ",
                "dropout=0.5..2 | dropout: must be at least 0 and less than 1, found ",
                "learning-rate=0.1..0.101 | search space learning-rate=0.1..0.101: found only ",
                "schedule=cosine | search space schedule=cosine: found only 1 different points of 20 asked for; widen a range, or take fewer",
            })
    void whatCannotBeSearchedIsRefused(String knob, String message) {
        assertThatThrownBy(() -> draw(20, knob))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThatThrownBy(() -> SearchSpace.of()).hasMessageStartingWith("search space: there is nothing to choose");
        assertThatThrownBy(() -> SearchSpace.of("dropout=0.1,0.2", "dropout=0.3,0.4"))
                .hasMessage("search space: dropout=0.3,0.4 is given twice; leave one out");
    }
}
