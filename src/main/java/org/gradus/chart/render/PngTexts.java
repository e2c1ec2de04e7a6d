package org.gradus.chart.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Texts in a PNG file, each in a chunk of its own behind the header: {@code tEXt} if it is ASCII, which every reader shows, else {@code iTXt} in
 * UTF-8.
 *
 * <p>Source: W3C, Portable Network Graphics (PNG) Specification, third edition, 2025, <a href="https://www.w3.org/TR/png-3/#11textinfo">section
 * 11.3.3</a>.
 */
final class PngTexts {
    /** The signature, 8 bytes, and the header: its length, its name, 13 bytes of content, its check sum. */
    private static final int BEGINNING = 8 + 4 + 4 + 13 + 4;

    private PngTexts() {}

    /**
     * {@return the file with the texts}
     *
     * @param png a PNG file
     * @param texts the texts by keyword
     */
    static byte[] into(byte[] png, Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, BEGINNING);
        texts.forEach((keyword, text) -> bytes.writeBytes(chunk(keyword, text)));
        bytes.write(png, BEGINNING, png.length - BEGINNING);
        return bytes.toByteArray();
    }

    private static byte[] chunk(String keyword, String text) {
        boolean ascii = text.chars().allMatch(c -> c < 128);
        // a zero ends the keyword; then iTXt says: not compressed, no language, no translated keyword
        String content = keyword + (ascii ? "\0" : "\0\0\0\0\0") + text;
        byte[] data = ((ascii ? "tEXt" : "iTXt") + content).getBytes(StandardCharsets.UTF_8);
        CRC32 check = new CRC32();
        check.update(data);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeInt(data.length - 4); // without the chunk's name
            out.write(data);
            out.writeInt((int) check.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("png: a text could not be written to memory", e);
        }
        return bytes.toByteArray();
    }
}
