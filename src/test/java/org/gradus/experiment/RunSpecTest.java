package org.gradus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class RunSpecTest {
    @TempDir
    private Path folder;

    private RunSpec read(String text) throws IOException {
        return RunSpec.read(Files.writeString(folder.resolve("run.yaml"), text));
    }

    private String complaint(String text) {
        try {
            read(text);
            return "none";
        } catch (IOException | IllegalArgumentException e) {
            return e.getMessage().replace(folder.resolve("run.yaml").toString(), "run.yaml");
        }
    }

    @Test
    void oneLineYamlJsonAndAMapSayTheSame() throws IOException {
        RunSpec line = RunSpec.of(
                "rule=adam:beta1=0.8,epsilon=1e-6 schedule=one-cycle:share=0.3 hidden=32,16 shuffle=no seed=3");
        assertThat(read("rule: adam:beta1=0.8,epsilon=1e-6\nschedule: {one-cycle: {share: 0.3}}\nhidden: [32, 16]\n"
                        + "shuffle: no\nseed: 3\n"))
                .isEqualTo(line);
        assertThat(read("{\"rule\": {\"adam\": {\"beta1\": 0.8, \"epsilon\": 1e-6}}, \"hidden\": [32, 16], "
                        + "\"schedule\": \"one-cycle:share=0.30\", \"shuffle\": false, \"seed\": 3}"))
                .isEqualTo(line);
        assertThat(RunSpec.of(Map.of(
                        "rule",
                        "ADAM:epsilon=0.000001,beta1=.8",
                        "schedule",
                        " One-Cycle:share=0.3",
                        "hidden",
                        List.of(32, 16),
                        "shuffle",
                        false,
                        "seed",
                        3L)))
                .isEqualTo(line);
        assertThat(line.get(Settings.HIDDEN).widths()).containsExactly(32, 16);
        assertThat(line.get(Settings.RULE).options()).containsEntry("epsilon", 1e-6);
        assertThat(line.get(Settings.SHUFFLE)).isFalse();
        assertThat(line.brief())
                .isEqualTo(
                        "seed=3 hidden=32,16 rule=adam:beta1=0.8,epsilon=1e-6 schedule=one-cycle:share=0.3 shuffle=no");
    }

    /** A record is what it is even when a default changes: every setting is in it, every constant of rule and schedule too. */
    @Test
    void theTextHasEverySettingAndEveryConstant() {
        String text = RunSpec.of("schedule=cosine rule=lookahead(adam)").text();
        assertThat(text)
                .isEqualTo(
                        "data=digits label=\"\" task=classification validation-share=0.2 test-share=0.2 stratify=no standardize=no seed=1 test-seed=-1 "
                                + "hidden=64 activation=relu normalization=batch dropout=0 start-from=\"\" "
                                + "rule=lookahead(adam):beta1=0.9,beta2=0.999,epsilon=1e-8,k=5,alpha=0.8 learning-rate=0.02 "
                                + "schedule=cosine:etaMin=0,linearWarmUp=0,rootWarmUp=0 body-rate=1 decay-weights-only=no "
                                + "clip-norm=0 clip-value=0 gradient-noise=0 accumulate=1 average=0 epochs=20 batch-size=64 "
                                + "shuffle=yes curriculum=0 label-smoothing=0 patience=0 evaluate-every=1 evaluate-training=yes evaluate-test=no");
        assertThat(RunSpec.of(text).text()).isEqualTo(text);
        assertThat(RunSpec.of(text)).isEqualTo(RunSpec.of("rule=lookahead(adam) schedule=cosine"));
        assertThat(Settings.catalog().names()).allMatch(name -> text.contains(name + "="));
    }

    @Test
    void theIdMeansTheText() {
        RunSpec run = RunSpec.of("rule=sgdm epochs=3");
        assertThat(run.id())
                .matches("[0-9a-f]{16}")
                .isEqualTo(RunSpec.of("epochs=3 rule=SGDM:lambda=0.9").id());
        for (String other : List.of("seed=2", "rule=sgdm:lambda=0.8", "schedule=cosine", "learning-rate=0.11")) {
            assertThat(run.with(other).id()).isNotEqualTo(run.id());
        }
    }

    @Test
    void valuesWithBlanksAreQuoted() {
        String path = "csv:C:\\my data\\a: \"b\";c.csv";
        RunSpec run = RunSpec.of(Map.of("data", path));
        assertThat(run.brief()).isEqualTo("data=\"csv:C:\\my data\\a: \"\"b\"\";c.csv\"");
        assertThat(RunSpec.of(run.text()).get(Settings.DATA)).isEqualTo(path);
        assertThat(RunSpec.of("hidden= ; epochs=3;seed=4").brief()).isEqualTo("seed=4 hidden=none epochs=3");
    }

    @Test
    void aSettingIsChangedByTypeOrByText() {
        RunSpec run = RunSpec.of("rule=sgd epochs=3").with(Settings.EPOCHS, 4).with("seed=5");
        assertThat(run.brief()).isEqualTo("seed=5 rule=sgd epochs=4");
        assertThat(run.get(Settings.LEARNING_RATE)).isEqualTo(1.0);
        assertThat(run.with("rule=adam").get(Settings.LEARNING_RATE)).isEqualTo(0.02);
        assertThat(run.differences(run.with("epochs=9"))).isEqualTo(Map.of(Settings.EPOCHS, "9"));
        assertThat(RunSpec.usual()).hasToString("the usual run");
    }

    /** The length of the course follows the training, but one that is given stays, be it the usual one. */
    @Test
    void theLengthOfACycleIsGivenOrFollows() {
        assertThat(RunSpec.of("rule=cycled(sgdm)").text()).contains("rule=cycled(sgdm):high=0.95,low=0.85,share=0.45 ");
        RunSpec given = RunSpec.of("rule=cycled(sgdm):steps=1000");
        assertThat(given.text()).contains("rule=cycled(sgdm):high=0.95,low=0.85,steps=1000,share=0.45 ");
        assertThat(RunSpec.of(given.text())).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning-rat: 1 | run.yaml: there is no setting 'learning-rat'; did you mean learning-rate? the settings are data, ",
                "'- a' | run.yaml: expected names and values, such as 'rule: adam', found '- a'",
                "'rule:' | run.yaml: rule has no value; give one, or leave the line out",
                "'rule: [' | run.yaml is neither YAML nor JSON: ",
                "'{rule: sgd, rule: adam}' | run.yaml is neither YAML nor JSON: ",
                "'{rule: sgd, Rule: adam}' | run.yaml: rule is given twice; leave one out",
                "'hyper-parameters: {beta1: 0.8}' | run.yaml: hyper-parameters: hyper-parameters stand behind the rule: rule=adam:beta1=0.8,epsilon=1e-6",
                "'rule: {adam: 3}' | run.yaml: rule: expected a name and its options, such as 'adam: {beta1: 0.8}' or adam:beta1=0.8, found 'adam: 3'",
            })
    void aFileThatIsNoDescriptionIsRefused(String text, String start) {
        assertThat(complaint(text)).startsWith(start);
    }

    @Test
    void aFileFarTooLargeOrNotInUtf8IsNotRead() throws IOException {
        assertThat(complaint("#".repeat(100_001)))
                .isEqualTo("run.yaml: found 100001 bytes, a description has at most 100000; give another file");
        Path latin = Files.write(folder.resolve("latin.yaml"), "label: größe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> RunSpec.read(latin))
                .hasMessage(latin + ": expected text in UTF-8, found other bytes; save it as UTF-8");
        assertThat(read("\uFEFFepochs: 3\n").get(Settings.EPOCHS)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dropout=-0.5 | dropout: must be at least 0 and less than 1, found '-0.5'",
                "dropout=NaN | dropout: must be at least 0 and less than 1, found 'NaN'",
                "body-rate=-1 | body-rate: must be a number from 0 to 1e6, found '-1'",
                "epochs=99999999999 | epochs: must be a whole number from 1 to 1000000000, found '99999999999'",
                "epochs=1e3 | epochs: must be a whole number from 1 to 1000000000, found '1e3'",
                "learning-rate=0 | learning-rate: must be a number, more than 0 and at most 1e100, found '0'",
                "learning-rate=1e999 | learning-rate: must be a number, more than 0 and at most 1e100, found '1e999'",
                "learning-rate=0x1p3 | learning-rate: must be a number, more than 0 and at most 1e100, found '0x1p3'",
                "clip-norm=-1 | clip-norm: must be a number from 0 to 1e100, found '-1'",
                "clip-value=-1 | clip-value: must be a number from 0 to 1e100, found '-1'",
                "gradient-noise=-1 | gradient-noise: must be a number from 0 to 1e100, found '-1'",
                "average=1 | average: must be at least 0 and less than 1, found '1'",
                "label-smoothing=1.5 | label-smoothing: must be from 0 to 1, found '1.5'",
                "patience=-1 | patience: must be a whole number from 0 to 1000000000, found '-1'",
                "curriculum=-1 | curriculum: must be a whole number from 0 to 1000000000, found '-1'",
                "accumulate=0 | accumulate: must be a whole number from 1 to 1000000000, found '0'",
                "seed=-1 | seed: must be a whole number from 0 to 999999999999999999, found '-1'",
                "validation-share=0 | validation-share: must be more than 0 and less than 1, found '0'",
                "shuffle=perhaps | shuffle: must be yes or no, found 'perhaps'",
                "hidden=8,x | hidden: must be whole numbers from 1 to 1000000, separated by commas, or none, found '8,x'",
                "hidden=0 | hidden: must be whole numbers from 1 to 1000000, separated by commas, or none, found '0'",
                "activation=reul | activation: there is no activation 'reul'; did you mean relu? ",
                "normalization=batsch | normalization: there is no normalization 'batsch'; did you mean batch? the normalizations are batch, ",
                "normalization=instance | normalization: instance averages over the places of an image, but ",
                "rule=adma | rule: there is no rule 'adma'; did you mean adam? the rules are sgd, ",
                "rule=adam:beta1=1 | rule: adam: beta1 must be at least 0 and less than 1, found 1.0",
                "rule=sgdm:beta1=1 | rule: sgdm: there is no hyper-parameter 'beta1'; the hyper-parameters are lambda",
                "schedule=one-cyle | schedule: there is no schedule 'one-cyle'; did you mean one-cycle? ",
                "schedule=cosine:etaMin=-1 | schedule: cosine: etaMin must be ",
                "data=digit | data: there is no data source 'digit'; did you mean digits? ",
                "warm-up=10 | warm-up: a warm-up stands behind the schedule: schedule=constant:linearWarmUp=100",
                "epochs=3 epochs=4 | 'epochs=3 epochs=4': epochs is given twice; leave one out",
                "epochs | 'epochs': expected SETTING=VALUE, such as rule=sgdm, several with blanks or ';' between, found 'epochs'",
                "epochs=3 x | 'epochs=3 x': expected SETTING=VALUE, such as rule=sgdm, several with blanks or ';' between, found 'x'",
            })
    void aValueOutsideItsDomainIsRefusedAtOnce(String text, String message) {
        assertThatThrownBy(() -> RunSpec.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    /** An option that the others make do nothing is refused, whatever order they are given in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden=none dropout=0.5 | dropout=0.5 does nothing here: there is no hidden layer; leave it out, or give hidden a width",
                "hidden=none activation=tanh | activation=tanh does nothing here: there is no hidden layer;",
                "hidden=none normalization=layer | normalization=layer does nothing here: there is no hidden layer;",
                "hidden=none body-rate=0.5 | body-rate=0.5 does nothing here: there is no hidden layer;",
                "rule=sgdm decay-weights-only=yes | decay-weights-only=yes does nothing here: sgdm has no decay γ; leave it out, or take a rule that decays, such as adamw",
                "label=x | label=x does nothing here: data=digits has no columns by name; leave it out, or take data=csv:FILE",
                "test-share=0 evaluate-test=yes | evaluate-test=yes does nothing here: there is no test part; leave it out, or give test-share a value",
                "data=mnist:x test-seed=1 | test-seed=1 does nothing here: no test part is cut from the examples; leave it out",
                "test-share=0 test-seed=1 | test-seed=1 does nothing here: no test part is cut from the examples; leave it out",
                "data=mnist:x test-share=0.1 | test-share=0.1 does nothing here: mnist comes with a test part of its own; leave it out",
                "task=regression curriculum=2 | curriculum=2 does nothing here: task=regression has no classes; leave it out, or take task=classification",
                "task=huber:delta=2 label-smoothing=0.1 | label-smoothing=0.1 does nothing here: task=huber:delta=2 has no classes;",
                "task=regression stratify=yes | stratify=yes does nothing here: task=regression has no classes;",
                "curriculum=21 | curriculum=21: the training has only epochs=20, so that most examples would never be seen; take at most so many",
                "batch-size=1 | batch-size=1 and normalization=batch: one example has no variance to normalize by;",
                "validation-share=0.5 test-share=0.5 | validation-share=0.5 and test-share=0.5 leave nothing to learn from; together they must be less than 1",
            })
    void contradictionsAreRefused(String text, String message) {
        assertThatThrownBy(() -> RunSpec.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatContradictsNothingIsFine() {
        assertThat(RunSpec.of("hidden=none normalization=none").get(Settings.NORMALIZATION))
                .isEqualTo("none");
        assertThat(RunSpec.of("hidden=none batch-size=1").get(Settings.BATCH_SIZE))
                .isEqualTo(1);
        assertThat(RunSpec.of("rule=lookahead(adamw) decay-weights-only=yes").get(Settings.DECAY_WEIGHTS_ONLY))
                .isTrue();
        assertThat(RunSpec.of("data=mnist:x test-share=0.2").get(Settings.TEST_SHARE))
                .isEqualTo(0.2); // as a record has it
    }
}
