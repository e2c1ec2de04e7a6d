package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class SweepFileTest {
    @TempDir
    private Path folder;

    private Plan read(String text) throws IOException {
        return SweepFile.read(file(text));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("sweep.yaml"), text.replace("; ", "\n"));
    }

    private static List<String> values(Plan plan, Setting<?> setting) {
        return plan.runs().stream().map(run -> run.text(setting)).distinct().toList();
    }

    @Test
    void aGridHasAllCombinationsEachWithTheSameSeeds() throws IOException {
        Plan plan = read("""
                base:
                  data: iris
                  epochs: 3
                vary:
                  rule: [sgdm, {adam: {beta1: 0.8, epsilon: 1e-6}}]
                  learning-rate: [0.01, 1e-1]
                seeds: 3
                """);
        assertThat(plan.runs())
                .containsExactlyElementsOf(Plan.of(RunSpec.of("data=iris epochs=3"))
                        .over("rule=sgdm,adam:beta1=0.8,epsilon=1e-6")
                        .over("learning-rate=0.01,0.1")
                        .over(Settings.SEED, 1L, 2L, 3L)
                        .runs());
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        Plan plan = read("base: data=iris epochs=3; vary: {dropout: [0, 0.5]}; seeds: [7, 9]");
        assertThat(read("""
                                {"seeds": [7, 9], "vary": {"dropout": [0, 0.5]}, "base": {"data": "iris", "epochs": 3}}""").runs()).isEqualTo(plan.runs());
        assertThat(values(plan, Settings.SEED)).containsExactly("7", "9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vary: {learning-rate: '0.01,0.1'}; seeds: 1 | 0.01 0.1", // as --vary takes it
                "vary: {learning-rate: 0.5}; seeds: 1 | 0.5",
                "base: seed=4; vary: {learning-rate: [1, 2]} | 1 2",
                "vary: {Learning-Rate: [1]}; seeds: 1; design: Grid | 1",
            })
    void valuesAreReadAsTheyAreTyped(String text, String rates) throws IOException {
        Plan plan = read(text);
        assertThat(values(plan, Settings.LEARNING_RATE)).containsExactly(rates.split(" "));
        assertThat(values(plan, Settings.SEED)).hasSize(1);
    }

    @Test
    void aValueWithCommasIsOneValueInAList() throws IOException {
        assertThat(values(read("vary: {hidden: ['64,32']}"), Settings.HIDDEN)).containsExactly("64,32");
        assertThat(values(read("vary: {hidden: [none, [64, 32], 8]}"), Settings.HIDDEN))
                .containsExactly("none", "64,32", "8");
    }

    @Test
    void thereAreFiveSeedsWhereNothingIsSaid() throws IOException {
        assertThat(values(read("vary: {dropout: [0]}"), Settings.SEED)).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aRandomDesignDrawsDifferentPointsFromItsRanges() throws IOException {
        String drawn =
                "design: random; trials: 9; vary: {learning-rate: 1e-3..1, batch-size: 8..64, 'rule:epsilon': 1e-9..1e-3}; seeds: 2";
        Plan plan = read(drawn);
        assertThat(plan.size()).isEqualTo(18);
        assertThat(plan.runs()).allSatisfy(run -> {
            assertThat(run.get(Settings.LEARNING_RATE)).isBetween(1e-3, 1.0);
            assertThat(run.get(Settings.BATCH_SIZE)).isBetween(8, 64);
            assertThat(run.get(Settings.RULE).options().get("epsilon")).isBetween(1e-9, 1e-3);
        });
        assertThat(values(plan, Settings.LEARNING_RATE)).hasSize(9);
        assertThat(read(drawn).runs()).isEqualTo(plan.runs());
        assertThat(read(drawn + "; design-seed: 2").runs()).isNotEqualTo(plan.runs());
        assertThat(read(drawn + "; design-seed: 1").runs()).isEqualTo(plan.runs());
    }

    /** So the median of one point is over the same splits, first weights and batches as that of another. */
    @Test
    void eachPointOfARandomDesignHasTheSameSeeds() throws IOException {
        assertThat(read("design: random; trials: 4; vary: {learning-rate: 1e-3..1}; seeds: [3, 5]").runs().stream()
                        .collect(Collectors.groupingBy(
                                run -> run.get(Settings.LEARNING_RATE),
                                LinkedHashMap::new,
                                Collectors.mapping(run -> run.get(Settings.SEED), Collectors.toList())))
                        .values())
                .hasSize(4)
                .containsOnly(List.of(3L, 5L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varry: {dropout: [0]} | there is no key 'varry'; did you mean vary? the keys are base, vary, seeds, design, trials, design-seed",
                "data: iris; vary: {dropout: [0]} | data is a setting of a run; write it below base if all runs share it, or below vary if it is varied",
                "base: {dat: iris}; vary: {dropout: [0]} | there is no setting 'dat'; did you mean data? the settings are …",
                "vary: {drop-out: [0]} | there is no setting 'drop-out'; did you mean dropout? the settings are …",
                "seeds: 3 | vary: there is nothing to vary; give settings with values, as in 'vary: {learning-rate: [0.01, 0.1]}'",
                "vary: {}; seeds: 3 | vary: there is nothing to vary; …",
                "vary: [dropout]; seeds: 3 | vary: there is nothing to vary; …",
                "vary: {dropout: []} | dropout has no values; give some, as in 'dropout: [VALUE, VALUE]', or leave it out",
                "vary: {dropout: } | dropout has no values; …",
                "vary: {dropout: [0, ]}; seeds: [] | seeds has no values; …",
                "vary: {dropout: ''} | dropout has no values; …",
                "vary: {dropout: [0, 0.0]} | plan: dropout=0 is given twice; leave one out",
                "vary: {dropout: [0, 1]} | dropout: must be at least 0 and less than 1, found '1'",
                "vary: {rule: [adma]} | rule: there is no rule 'adma'; did you mean adam? …",
                "base: dropout=0.1; vary: {dropout: [0]} | dropout is given in base, and varied; leave one of the two out",
                "vary: {seed: [1, 2]} | vary: the seeds have a key of their own, since all points have the same; write 'seeds: 5', or 'seeds: [1, 2, 3]'",
                "base: seed=1; vary: {dropout: [0]}; seeds: 2 | seeds: the seed is given in base too; leave one of the two out",
                "vary: {dropout: [0]}; seeds: 0 | seeds: must be a whole number, at least 1 and at most 1000000, found '0'",
                "vary: {dropout: [0]}; seeds: many | seeds: must be a whole number, at least 1 and at most 1000000, found 'many'",
                "vary: {dropout: [0]}; seeds: | seeds has no value; give one, or leave the line out",
                "vary: {dropout: [0]}; seeds: [1, 1] | plan: seed=1 is given twice; leave one out",
                "vary: {dropout: [0]}; design: gird | there is no design 'gird'; did you mean grid? the designs are grid, random",
                "vary: {dropout: [0]}; trials: 3 | trials does nothing here: a grid has all combinations; leave it out, or write 'design: random'",
                "vary: {dropout: [0]}; design-seed: 3 | design-seed does nothing here: a grid has all combinations; …",
                "vary: {learning-rate: 1e-4..1} | vary: learning-rate: 1e-4..1 is a range, and a grid needs values; list them, or write 'design: random'",
                "vary: {learning-rate: [0.1, 'linear(0..1)']} | vary: learning-rate: linear(0..1) is a range, and a grid needs values; …",
                "vary: {learning-rate: 1e-4..1}; design: random | design: random needs the number of points to draw; write 'trials: 20', say",
                "vary: {learning-rate: 1e-4..1}; design: random; trials: 0 | trials: must be a whole number, at least 1 and at most 1000000, found '0'",
                "vary: {learning-rate: 1..1e-4}; design: random; trials: 2 | learning-rate: the range 1..1e-4 has nothing in it; begin with the smaller end, as in 1e-4..1",
                "vary: {learning-rate: 1..1}; design: random; trials: 2 | learning-rate: the range 1..1 has nothing in it; …",
                "vary: {hidden: ['64,32']}; design: random; trials: 2 | vary: hidden has the one value 64,32, so there is nothing to draw; write it below base, or give more",
                "vary: {batch-size: 4..5}; design: random; trials: 3 | search space batch-size=whole(4..5): found only 2 different points of 3 asked for; …",
                "vary: {dropout: [0, 0.5], hidden: [none, 8]} | dropout=0.5 does nothing here: there is no hidden layer; leave it out, or give hidden a width",
                "vary: {epochs: [1, 2]}; base: epochs=1 epochs=2 | 'epochs=1 epochs=2': epochs is given twice; leave one out",
                "vary: {dropout: [0], Dropout: [0.5]} | vary: dropout is given twice; leave one out",
                "just words | expected names and values, such as 'rule: adam', found 'just words'",
            })
    void whatIsWrongIsOneSentenceWithTheFile(String text, String message) throws IOException {
        String whole = folder.resolve("sweep.yaml") + ": " + message.replaceFirst("…$", "");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .matches(found -> message.endsWith("…") ? found.startsWith(whole) : found.equals(whole), whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vary: [", "vary: {a: 1}; vary: {b: 1}", "\tvary: 1"})
    void whatIsNoYamlIsRefused(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> SweepFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(file + " is neither YAML nor JSON: ")
                .doesNotContain("\n");
    }

    @Test
    void otherBytesAndMissingFilesAreRefused() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.yaml"), "# für Anfänger\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SweepFile.read(latin))
                .hasMessage(latin + ": expected text in UTF-8, found other bytes; save it as UTF-8");
        for (Path none : List.of(folder, folder.resolve("none.yaml"))) {
            assertThatThrownBy(() -> SweepFile.read(none))
                    .hasMessage("there is no file " + none + "; give the path of one that describes a sweep");
        }
    }
}
