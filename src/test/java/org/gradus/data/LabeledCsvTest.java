package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gradus.data.LabeledCsv.Options;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class LabeledCsvTest {
    private static Dataset read(String text) {
        return LabeledCsv.read("x.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 3);
    }

    @Test
    void readsFeaturesAndLabels() {
        Dataset data = read("a,b,label\n1.5,-2,0\n3,4e2,2\n");
        assertThat(data.features().toArray()).containsExactly(1.5, -2, 3, 400);
        assertThat(data.labels()).containsExactly(0, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,x,0     | x.csv, line 3, column 2 (b): expected a number, found 'x'",
                "1,,0      | x.csv, line 3, column 2 (b): expected a number, found ''",
                "NaN,1,0   | x.csv, line 3, column 1 (a): expected a finite number, found 'NaN'",
                "1,2,3     | x.csv, line 3, column 3 (label): expected a label from 0 to 2, found '3'",
                "1,2,-1    | x.csv, line 3, column 3 (label): expected a label from 0 to 2, found '-1'",
                "1,2,1.5   | x.csv, line 3, column 3 (label): expected a whole number from 0 to 2, found '1.5'",
                "1,2       | x.csv, line 3: found 2 columns, expected 3 as in the header",
                "1,2,0,0   | x.csv, line 3: found 4 columns, expected 3 as in the header"
            })
    void damageIsReportedWithItsLineAndColumn(String line, String message) {
        assertThatThrownBy(() -> read("a,b,label\n1,2,0\n" + line + "\n1,2,0\n"))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    @Test
    void anEmptyFileSaysWhatIsMissing() {
        assertThatThrownBy(() -> read(""))
                .hasMessage("x.csv, line 1: found the columns []; need at least one feature and a label, "
                        + "separated by commas or semicolons");
        assertThatThrownBy(() -> read("a,label\n"))
                .hasMessage("x.csv: found a header but no data; need at least one line below it");
    }

    private static Dataset decode(String text) {
        return DataFiles.read(text.getBytes(StandardCharsets.UTF_8), in -> LabeledCsv.decode(in, Options.usual()));
    }

    @Test
    void wordsBecomeClassesInTheOrderOfTheAlphabet() {
        Dataset data = decode("a,species\n1,virginica\n2,setosa\n3, versicolor \n4,\"setosa\"\n");
        assertThat(data.classNames()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(data.labels()).containsExactly(2, 0, 1, 0);
        assertThat(data.features().toArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void numbersBecomeClassesInTheOrderOfTheirSize() {
        Dataset data = decode("a,label\n1,10\n2,9\n3,-1\n4,9\n");
        assertThat(data.classNames()).containsExactly("-1", "9", "10");
        assertThat(data.labels()).containsExactly(2, 1, 0, 1);
        assertThat(decode("a,label\n1,1\n2,01\n").classNames()).containsExactly("01", "1");
        assertThat(decode("a,label\n1,10\n2,9\n3,x\n").classNames()).containsExactly("10", "9", "x");
    }

    @Test
    void theLabelsMayStandInAnyColumn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b,c\n1,x,2\n3,y,4\n");
        Dataset data = LabeledCsv.read(file, Options.label("b"));
        assertThat(data.features().toArray()).containsExactly(1, 2, 3, 4);
        assertThat(data.labels()).containsExactly(0, 1);
        assertThatThrownBy(() -> LabeledCsv.read(file, Options.label("d")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file
                                + ", line 1: expected a column 'd', found the columns [a, b, c]; give the name of one, or its number from 1");
        assertThatThrownBy(() -> LabeledCsv.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ", line 2, column 2 (b): expected a number, found 'x'");
    }

    @Test
    void aFileMayBePacked(@TempDir Path folder) throws IOException {
        byte[] text = "a,b\n1,x\n3,y\n".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("x.csv"), DataFiles.gzip(text));
        assertThat(LabeledCsv.read(file).classNames()).containsExactly("x", "y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,1.5   | x, line 3, column 2 (label): expected a word or a whole number as label, found '1.5'",
                "1,NaN   | x, line 3, column 2 (label): expected a word or a whole number as label, found 'NaN'",
                "1,      | x, line 3, column 2 (label): expected a word or a whole number as label, found ''",
                "1d,x    | x, line 3, column 1 (a): expected a number, found '1d'",
                "0x1p3,x | x, line 3, column 1 (a): expected a number, found '0x1p3'",
                "1e999,x | x, line 3, column 1 (a): expected a finite number, found '1e999'",
                "1       | x, line 3: found 1 columns, expected 2 as in the header"
            })
    void whatIsNoDataIsReportedWithItsLineAndColumn(String line, String message) {
        assertThatThrownBy(() -> decode("a,label\n1,x\n" + line + "\n"))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.5", "+1", ".5", "5.", "1e3", "1E-3", " 7 ", "00"})
    void numbersAreWrittenInManyWays(String number) {
        assertThat(decode("a,label\n" + number + ",x\n").features().item()).isEqualTo(Double.parseDouble(number));
    }

    @Test
    void aHeaderIsNeeded() {
        assertThatThrownBy(() -> decode("5.1,3.5,0\n4.9,3.0,0\n"))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "x, line 1: expected the names of the columns, found the numbers [5.1, 3.5, 0]; add a header");
    }

    @Test
    void columnsMayBeCalledByNumbers() {
        assertThat(decode("0,1,label\n5,6,x\n").features().toArray()).containsExactly(5, 6);
    }

    @Test
    void oneColumnIsNotEnough() {
        assertThatThrownBy(() -> decode("a\tlabel\n1\tx\n"))
                .isInstanceOf(DataException.class)
                .hasMessage("x, line 1: found the columns [a?label]; need at least one feature and a label, "
                        + "separated by commas or semicolons");
    }

    @Test
    void aQuoteThatIsNotClosedIsReportedWithItsLine() {
        assertThatThrownBy(() -> decode("a,label\n1,\"x\n2,y\n"))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "x cannot be read: a quote in the row at line 2 is not closed, or something else than a separator "
                                + "follows it; replace the file");
    }

    @Test
    void otherBytesThanThoseOfTextAreReportedAndNotReplaced() {
        byte[] latin1 = "a,label\n1,Köln\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> DataFiles.read(latin1, in -> LabeledCsv.decode(in, Options.usual())))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "x, line 2: expected text in UTF-8, found the byte 0xf6, as in a file of an older encoding; "
                                + "save the file as UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "\uFEFFa,b\n1,7\n2,8\n");
        assertThat(LabeledCsv.read(file, Options.label("a")).classNames()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void textInUtf16IsNamed(String charset) {
        byte[] text = "a,label\n1,x\n".getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> DataFiles.read(text, in -> LabeledCsv.decode(in, Options.usual())))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("x, line 1: expected text in UTF-8, found .*UTF-16.*; save the file as UTF-8");
    }

    @Test
    void semicolonsInTheHeaderMeanDecimalCommas() {
        Dataset data = decode("a;b;label\n1,5;-2;x\n.5;1,25e3;\"y;z\"\n");
        assertThat(data.features().toArray()).containsExactly(1.5, -2, 0.5, 1250);
        assertThat(data.classNames()).containsExactly("x", "y;z");
        assertThatThrownBy(() -> decode("a;label\n1.234,5;x\n"))
                .hasMessage("x, line 2, column 1 (a): expected a number, found '1.234,5'");
        assertThatThrownBy(() -> decode("a;label\n1,5,x\n"))
                .hasMessage("x, line 2: found 1 columns, expected 2 as in the header");
        assertThat(decode("\"a;b\",label\n7,x\n").width())
                .as("a comma outside of the quotes")
                .isEqualTo(1);
    }

    @Test
    void columnsGoByTheirNumberToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b,c\n1,x,2\n3,y,4\n");
        assertThat(LabeledCsv.read(file, Options.label("2")).classNames()).containsExactly("x", "y");
        assertThatThrownBy(() -> LabeledCsv.read(file, Options.label("4")))
                .hasMessage(
                        file
                                + ", line 1: expected a column '4', found the columns [a, b, c]; give the name of one, or its number from 1");
        Path words = Files.writeString(folder.resolve("words.csv"), "a,art\n1,x\n2,y\n");
        assertThatThrownBy(() -> LabeledCsv.read(words, Options.label("artt")))
                .hasMessage(
                        "%s, line 1: expected a column 'artt', found the columns [a, art]; did you mean art? give the name of one, or its number from 1",
                        words);
    }

    @Test
    void numbersToPredictMayStandInSeveralColumns(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b,c\n1,2,3\n4,5,6.5\n");
        Dataset data = LabeledCsv.read(file, Options.numbers("c", "a"));
        assertThat(data.features().toArray()).containsExactly(2, 5);
        assertThat(data.values().toArray()).containsExactly(3, 1, 6.5, 4);
        assertThat(LabeledCsv.read(file, Options.numbers()).values().toArray()).containsExactly(3, 6.5);
        assertThatThrownBy(() -> LabeledCsv.read(file, Options.numbers("a", "b", "c")))
                .hasMessage(file + ", line 1: all columns are to be predicted, [a, b, c]; leave one to predict from");
        assertThatThrownBy(() -> new Options(List.of("a", "b"), false))
                .hasMessage("csv: classes stand in one column, found [a, b]; name one, or ask for numbers");
    }

    /** 20 MiB of empty lines in 20 KB. */
    @Test
    void aBombIsRefused() {
        byte[] bomb = DataFiles.gzip(("a,label\n1,x" + "\n".repeat(20 << 20)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> DataFiles.read(bomb, in -> LabeledCsv.decode(in, Options.usual())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("to unpack to at most 100 times as many");
    }

    @Test
    void aTruncatedOrDamagedArchiveIsReported() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b,label\n1,2,0\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] truncated = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        assertThatThrownBy(
                        () -> LabeledCsv.read("x.csv.gz", new GZIPInputStream(new ByteArrayInputStream(truncated)), 3))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("x.csv.gz");
    }
}
