package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .hasMessage("x.csv, line 1: found the columns []; need at least one feature and a label");
        assertThatThrownBy(() -> read("a,label\n"))
                .hasMessage("x.csv: found a header but no data; need at least one line below it");
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
