package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.chart.render.Charts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresCommandTest {
    private static final String NAME = "05-bias-correction";

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Cli figures(String... more) {
        List<String> words = new ArrayList<>(List.of("figures", "--only", "5", "--out", out().toString()));
        words.addAll(List.of(more));
        return gradus(words.toArray(String[]::new));
    }

    private Cli check() {
        return gradus("figures", "--check", out().toString());
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(out().resolve(file));
    }

    @Test
    void drawsTheFigureAndSaysItsClaim() throws IOException {
        Cli run = figures("--effort", "quick");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith(" 5  Without bias correction Adam's first step is 3.16 times what it should be");
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .containsExactlyInAnyOrder(
                            NAME + ".png", NAME + ".svg", NAME + ".pdf", NAME + ".csv", "index.html");
        }
        assertThat(Files.readString(out().resolve("index.html")))
                .contains(
                        "<img src=\"05-bias-correction.svg\"", "m₀ = v₀ = 0", "gradus figures --only 5 --effort quick");
    }

    @Test
    void everyPictureSaysHowItIsDrawnAgain() throws IOException {
        figures("--theme", "dark", "--language", "zh");
        for (String ending : List.of(".png", ".svg", ".pdf")) {
            Map<String, String> texts = Charts.metadata(bytes(NAME + ending));
            assertThat(texts)
                    .containsEntry("gradus-command", "gradus figures --only 5 --theme dark --language zh")
                    .containsKeys("gradus-fingerprint", "gradus-version");
            assertThat(texts.get(Charts.TITLE)).contains("偏差修正");
        }
    }

    @Test
    void pngHas1920By1080Pixels() throws IOException {
        figures();
        byte[] png = bytes(NAME + ".png");
        assertThat(Arrays.copyOfRange(png, 16, 24)).containsExactly(0, 0, 0x07, 0x80, 0, 0, 0x04, 0x38);
    }

    @Test
    void whatWasDrawnIsFoundToBeTheSame() {
        figures("--theme", "print");
        Cli run = check();
        assertThat(run.out().lines())
                .containsExactly(
                        NAME + ".csv: same",
                        NAME + ".png: same",
                        NAME + ".svg: same",
                        NAME + ".pdf: same",
                        "all files are what this version draws");
        assertThat(run.status()).isZero();
    }

    @Test
    void whatIsNotTheSameIsFound() throws IOException {
        figures();
        Files.writeString(out().resolve(NAME + ".csv"), "1,point,corrected,,1,2,,,\n");
        Files.write(out().resolve(NAME + ".png"), Arrays.copyOf(bytes(NAME + ".png"), 500));
        Files.delete(out().resolve(NAME + ".pdf"));
        String svg = new String(bytes(NAME + ".svg"), StandardCharsets.UTF_8);
        Files.writeString(out().resolve(NAME + ".svg"), svg.replace("1.0", "1.1"));
        Cli run = check();
        assertThat(run.out().lines())
                .containsExactly(
                        NAME + ".csv: other numbers",
                        NAME + ".png: no receipt in it: not drawn by gradus, or damaged",
                        NAME + ".svg: same numbers, drawn otherwise",
                        NAME + ".pdf: missing",
                        "not what this version draws: 4 of the files");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void ofAPictureThatWasCopiedAloneNothingIsMissing() throws IOException {
        figures();
        for (String ending : List.of(".csv", ".png", ".pdf")) {
            Files.delete(out().resolve(NAME + ending));
        }
        Cli run = check();
        assertThat(run.out().lines()).containsExactly(NAME + ".svg: same", "all files are what this version draws");
        assertThat(run.status()).isZero();
    }

    @Test
    void figuresOfAnotherFingerprintHaveOtherNumbers() throws IOException {
        figures();
        String svg = new String(bytes(NAME + ".svg"), StandardCharsets.UTF_8);
        String print = Charts.metadata(bytes(NAME + ".svg")).get("gradus-fingerprint");
        Files.writeString(out().resolve(NAME + ".svg"), svg.replace(print, "0123456789abcdef"));
        assertThat(check().out()).contains(NAME + ".svg: other numbers");
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() throws IOException {
        List<String> names = List.of(".csv", ".png", ".svg", ".pdf").stream()
                .map(NAME::concat)
                .toList();
        figures("--threads", "1");
        Map<String, String> alone = names.stream().collect(Collectors.toMap(name -> name, this::text));
        figures("--threads", "2", "--overwrite");
        assertThat(names.stream().collect(Collectors.toMap(name -> name, this::text)))
                .isEqualTo(alone);
    }

    private String text(String file) {
        try {
            return new String(bytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneThatCannotBeWrittenIsSaidAndTheOthersCome() throws IOException {
        Files.createDirectories(out().resolve("34-family-tree.csv").resolve("in-the-way"));
        Cli run = gradus("figures", "--only", "5,34", "--overwrite", "--out", out().toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("figure 34 family-tree: cannot write to ");
        assertThat(out().resolve(NAME + ".svg")).exists();
        assertThat(Files.readString(out().resolve("index.html")))
                .contains("bias-correction")
                .doesNotContain("family-tree");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only bias-corection   | --only: there is no figure 'bias-corection'; did you mean bias-correction?",
                "--list --only 4711      | --only: there is no figure 4711; the numbers are 1 to ",
                "--only 4711             | --only: there is no figure 4711; the numbers are 1 to ",
                "--theme drak            | --theme: there is no 'drak'; did you mean dark? choose from light, dark, print",
                "--language fr           | --language: there is no 'fr'; choose from en, zh",
                "--effort half           | --effort: there is no 'half'; ",
                "--threads 0             | --threads: there must be at least 1, found 0",
                "--check . --theme dark  | --theme does nothing beside --check; leave one of them out",
                "--list --out here       | --out does nothing beside --list; leave one of them out",
                "--check src             | --check: there is no figure in src; give a folder that gradus figures has written to"
            })
    void whatIsWrongIsSaid(String words, String complaint) {
        Cli run = gradus(Stream.concat(Stream.of("figures"), Stream.of(words.split(" +")))
                .toArray(String[]::new));
        assertThat(run.err()).startsWith("gradus figures: " + complaint);
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void listsTheFigures() {
        assertThat(gradus("figures", "--list").out().lines()).contains(" 5  bias-correction", "34  family-tree");
    }

    @Test
    void aFolderWithFiguresIsLeftAloneUnlessAsked() {
        figures();
        assertThat(figures().status()).isEqualTo(2);
        assertThat(figures("--overwrite").status()).isZero();
    }
}
