package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InEveryLocale
class PredictTest {
    @TempDir
    private Path folder;

    private static String[] words(Path out, String line) {
        return Stream.concat(Stream.of(line.split(" ")), Stream.of("--out", out.toString()))
                .toArray(String[]::new);
    }

    @Test
    void aModelPredictsByTheNamesOfItsClasses() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("pets.csv"), "size,weight,pet\n" + "1,2,cat\n9,8,dog\n2,1,cat\n8,9,dog\n".repeat(10));
        Path out = folder.resolve("run");
        assertThat(gradus(words(
                                out,
                                "train --standardize yes --batch-size 8 --epochs 20 --quiet --label pet --data csv:"
                                        + csv))
                        .status())
                .isZero();
        Path bare = Files.writeString(folder.resolve("bare.csv"), "size,weight\n9,9\n1,1\n");
        Cli predicted = gradus("predict", "--model", out.toString(), "--data", "csv:" + bare);
        assertThat(predicted.err()).isEmpty();
        assertThat(predicted.out().lines().map(line -> line.replaceAll(",.*", "")))
                .containsExactly("predicted", "dog", "cat");
        Path answers = folder.resolve("answers.csv");
        gradus("predict", "--model", out.toString(), "--data", "csv:" + csv, "--out", answers.toString());
        assertThat(Files.readAllLines(answers)).hasSize(41);
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "a,b,c,d\n1,2,3,4\n");
        Cli refused = gradus("predict", "--model", out.toString(), "--data", "csv:" + wrong);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("expected 2 columns of numbers, as the model has learned from, found 4");
        assertThat(gradus("predict", "--model", folder.toString(), "--data", "csv:" + bare)
                        .err())
                .contains("model.safetensors");
    }

    @Test
    void numbersArePredictedAsNumbers() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("x.csv"), "x,z,y\n" + "1,0,2\n2,1,4\n3,0,6\n4,1,8\n5,0,10\n".repeat(8));
        Path out = folder.resolve("run");
        Cli run = gradus(words(
                out,
                "train --task regression --hidden none --rule adam --learning-rate 0.1 --epochs 60 --quiet --data csv:"
                        + csv));
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("test: loss ", "R² ");
        Path bare = Files.writeString(folder.resolve("bare.csv"), "x,z\n7,0\n");
        Cli predicted = gradus("predict", "--model", out.toString(), "--data", "csv:" + bare);
        assertThat(predicted.out()).startsWith("predicted");
        assertThat(Double.parseDouble(predicted.out().lines().toList().get(1))).isCloseTo(14, within(2.0));
    }
}
