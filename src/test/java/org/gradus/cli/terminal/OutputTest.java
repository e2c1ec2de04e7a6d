package org.gradus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String written(Charset charset, boolean ascii, String text) {
        try (Output output = Output.to(bytes, charset, ascii)) {
            output.print(text);
        }
        return bytes.toString(charset);
    }

    @Test
    void utf8IsWrittenAsItIs() {
        assertThat(written(StandardCharsets.UTF_8, false, "θ_t − m̂_t 中")).isEqualTo("θ_t − m̂_t 中");
    }

    @Test
    void asciiIsWrittenOnDemand() {
        assertThat(written(StandardCharsets.UTF_8, true, "θ_t − m̂_t 中")).isEqualTo("theta_t - mHat_t \\u4e2d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "windows-1252", "US-ASCII", "ISO-8859-7"})
    void nothingIsReplacedByAQuestionMark(String charset) {
        assertThat(written(Charset.forName(charset), false, "θ_t = θ_{t−1} − η·√v̂_t"))
                .isEqualTo("theta_t = theta_{t-1} - eta*sqrt(vHat_t)");
    }

    @Test
    void halfACharacterWaitsForTheOtherHalf() {
        try (Output output = Output.to(bytes, StandardCharsets.US_ASCII, false)) {
            output.print("\ud835");
            output.flush();
            output.print("\udf03");
        }
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).isEqualTo("\\ud835\\udf03");
    }

    @Test
    void dataIsUtf8WhateverTheTerminal() {
        try (Output output = Output.to(bytes, Charset.forName("IBM850"), true)) {
            output.print("θ ");
            Output.data(output, "m̂_t[0]\n");
            output.print("η");
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("theta m̂_t[0]\neta");
    }

    @Test
    void dataToAnotherWriterIsText() {
        StringWriter text = new StringWriter();
        Output.data(new PrintWriter(text), "m̂_t");
        assertThat(text).hasToString("m̂_t");
    }
}
