package org.gradus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDescriptionTest {
    @TempDir
    private Path folder;

    private RunDescription read(String text) throws IOException {
        return RunDescription.read(Files.writeString(folder.resolve("run.yaml"), text));
    }

    private String complaint(String text) {
        try {
            read(text);
            return "none";
        } catch (IOException | IllegalArgumentException e) {
            return e.getMessage().replace(folder + "/", "");
        }
    }

    @Test
    void yamlAndJsonSayTheSame() throws IOException {
        RunDescription yaml = read("rule: adam\nlearning-rate: 0.01\nhidden: [32, 16]\nshuffle: no\n"
                + "hyper-parameters:\n  beta1: 0.8\n  epsilon: 1e-6\n");
        RunDescription json = read("{\"rule\": \"adam\", \"learning-rate\": 0.01, \"hidden\": [32, 16], "
                + "\"shuffle\": false, \"hyper-parameters\": {\"beta1\": 0.8, \"epsilon\": 1e-6}}");
        assertThat(yaml).isEqualTo(json);
        assertThat(yaml.text("hidden")).isEqualTo("32,16");
        assertThat(yaml.number("learning-rate")).isEqualTo(0.01);
        assertThat(yaml.word("shuffle", "yes", "no")).isEqualTo("no");
        assertThat(yaml.options("hyper-parameters")).isEqualTo(Map.of("beta1", 0.8, "epsilon", 1e-6));
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        RunDescription description = new RunDescription(Map.of());
        assertThat(description.text("data")).isEqualTo("digits");
        assertThat(description.count("epochs", 1)).isEqualTo(20);
        assertThat(description.options("hyper-parameters")).isEmpty();
    }

    @Test
    void writtenAndReadAgainItIsTheSame() throws IOException {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("rule", "sgdm");
        given.put("data", "csv:C:\\my data\\a: b # c.csv");
        given.put("shuffle", "no");
        given.put("hidden", "");
        given.put("learning-rate", "1e-3");
        RunDescription description = new RunDescription(given);
        assertThat(read(description.yaml())).isEqualTo(description);
        assertThat(read(new RunDescription(Map.of()).yaml()).given()).isEmpty();
    }

    @Test
    void changesReplaceValuesAndKeepTheOthers() {
        RunDescription description =
                new RunDescription(Map.of("rule", "sgd", "epochs", "3")).with(Map.of("epochs", "4"));
        assertThat(description.text("rule")).isEqualTo("sgd");
        assertThat(description.count("epochs", 1)).isEqualTo(4);
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
            })
    void aFileThatIsNoDescriptionIsRefused(String text, String start) {
        assertThat(complaint(text)).startsWith(start);
    }

    @Test
    void aFileFarTooLargeIsNotRead() {
        assertThat(complaint("#".repeat(100_001)))
                .isEqualTo(
                        "run.yaml: found 100001 bytes, a description of a run has at most 100000; give another file");
    }

    @Test
    void valuesThatAreWrongAreNamed() {
        RunDescription bad = new RunDescription(Map.of(
                "epochs",
                "many",
                "dropout",
                "NaN",
                "shuffle",
                "perhaps",
                "hyper-parameters",
                "beta1",
                "batch-size",
                "0"));
        assertThatThrownBy(() -> bad.count("epochs", 1))
                .hasMessage("epochs: must be a whole number, at least 1, found 'many'");
        assertThatThrownBy(() -> bad.count("batch-size", 1))
                .hasMessage("batch-size: must be a whole number, at least 1, found '0'");
        assertThatThrownBy(() -> bad.number("dropout")).hasMessage("dropout: must be a finite number, found 'NaN'");
        assertThatThrownBy(() -> bad.word("shuffle", "yes", "no"))
                .hasMessage("shuffle: must be yes or no, found 'perhaps'");
        assertThatThrownBy(() -> bad.options("hyper-parameters"))
                .hasMessage("hyper-parameters: must be NAME=NUMBER, separated by commas, found 'beta1'");
        assertThatThrownBy(() -> bad.text("rate")).hasMessageStartingWith("there is no setting 'rate'");
    }
}
