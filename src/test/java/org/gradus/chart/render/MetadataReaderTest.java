package org.gradus.chart.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataReaderTest {
    private static final LineChart CHART = LineChart.of(
            "θ falls", Axis.linear("t"), Axis.linear("θ"), Series.of("adam", new double[] {0, 1}, new double[] {1, 0}));
    private static final Map<String, String> TEXTS =
            Map.of("command", "gradus figures --only 5", "caption", "a < b & \"c\", m̂ₜ, 學習率\nsecond line");

    static Stream<Function<Map<String, String>, byte[]>> formats() {
        return Stream.of(
                texts -> Charts.png(CHART, Theme.LIGHT, 400, 300, 1, texts),
                texts -> Charts.svg(CHART, Theme.LIGHT, 400, 300, texts).getBytes(StandardCharsets.UTF_8),
                texts -> Charts.pdf(CHART, Theme.LIGHT, 400, 300, texts));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatGivesBackWhatWasWritten(Function<Map<String, String>, byte[]> format) {
        assertThat(Charts.metadata(format.apply(TEXTS)))
                .containsAllEntriesOf(TEXTS)
                .containsEntry(Charts.TITLE, "θ falls")
                .containsEntry(Charts.DESCRIPTION, CHART.description());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFileThatIsCutOffOrChangedIsNoError(Function<Map<String, String>, byte[]> format) {
        byte[] file = format.apply(TEXTS);
        for (int length = 0; length < file.length; length += 1 + file.length / 60) {
            assertThat(Charts.metadata(Arrays.copyOf(file, length))).doesNotContainValue(null);
        }
        for (int place = 0; place < file.length; place += 1 + file.length / 60) {
            byte[] changed = file.clone();
            changed[place] ^= 0x55;
            assertThat(Charts.metadata(changed)).doesNotContainValue(null);
        }
    }

    @Test
    void otherFilesSayNothing() {
        assertThat(Charts.metadata(new byte[0])).isEmpty();
        assertThat(Charts.metadata("panel,kind\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Charts.metadata("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
