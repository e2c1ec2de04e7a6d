package org.gradus.data.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, of which nothing is replaced: what is no UTF-8 is refused with its line. */
public final class StrictText {
    private static final char MARK = '\uFEFF';

    private StrictText() {}

    /**
     * {@return the text of a file, without the byte-order mark that some programs put in front}
     *
     * @param name the file's name, for messages
     * @param bytes its bytes
     * @throws IllegalArgumentException if they are no text in UTF-8; the message says in which line, and what to do
     */
    public static String decode(String name, byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF && (bytes[0] & 0xFE) == 0xFE) {
            throw new IllegalArgumentException(
                    "%s, line 1: expected text in UTF-8, found UTF-16; save the file as UTF-8".formatted(name));
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            int none = text.indexOf('\0');
            if (none >= 0) {
                throw new IllegalArgumentException(
                        "%s, line %s: expected text in UTF-8, found a byte 0, as UTF-16 has them; save the file as UTF-8"
                                .formatted(name, line(text.substring(0, none).getBytes(StandardCharsets.UTF_8), none)));
            }
            return text.startsWith(String.valueOf(MARK)) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int place = rest.position();
            throw new IllegalArgumentException(
                    "%s, line %s: expected text in UTF-8, found the byte 0x%s, as in a file of an older encoding; save the file as UTF-8"
                            .formatted(name, line(bytes, place), hex(bytes[place])),
                    e);
        }
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < Math.min(end, bytes.length); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static String hex(byte value) {
        return Integer.toHexString(0x100 | value & 0xFF).substring(1);
    }
}
