package org.gradus.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file of names and values, in YAML or JSON, which is YAML too: the description of a run, or of a sweep. */
public final class SettingsFile {
    private static final int LARGEST = 100_000; // bytes; a description has some hundred

    private SettingsFile() {}

    /**
     * {@return the values of a file by their names, in its order}: text, numbers, truth values, lists and maps of such, and null where there is none
     *
     * @param file the file
     * @throws IllegalArgumentException if it is too large, no text in UTF-8, neither YAML nor JSON, or no map; the message names the file
     * @throws IOException if it cannot be read
     */
    public static Map<String, Object> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("%s: found %s bytes, a description has at most %s; give another file"
                    .formatted(file, Files.size(file), LARGEST));
        }
        try {
            return parsed(decoded(Files.readAllBytes(file)));
        } catch (YamlEngineException e) {
            String reason = e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
            throw new IllegalArgumentException("%s is neither YAML nor JSON: %s".formatted(file, reason), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "%s: expected text in UTF-8, found other bytes; save it as UTF-8".formatted(file), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Map<String, Object> parsed(String text) {
        Object root =
                new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
        if (!(root instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(
                    "expected names and values, such as 'rule: adam', found '%s'".formatted(text.strip()));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value));
        return values;
    }
}
