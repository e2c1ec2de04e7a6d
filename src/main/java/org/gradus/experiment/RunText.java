package org.gradus.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradus.catalog.ShortestDecimal;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Settings as text: in one line, and in YAML or JSON. */
final class RunText {
    private static final Pattern SETTING =
            Pattern.compile("[\\s;]*([^\\s;=\"]+)=(\"(?:[^\"]|\"\")*\"|[^\\s;\"]*)(?=[\\s;]|$)");
    private static final Pattern PLAIN = Pattern.compile("[^\\s;\"]+");

    private RunText() {}

    /** Settings in one line, in order. */
    static String line(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + quoted(setting.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** The settings of a line. */
    static Map<String, String> settings(String line) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher matcher = SETTING.matcher(line);
        int end = 0;
        while (end < line.length() && matcher.region(end, line.length()).lookingAt()) {
            String value = matcher.group(2);
            String bare = value.startsWith("\"")
                    ? value.substring(1, value.length() - 1).replace("\"\"", "\"")
                    : value;
            if (settings.put(matcher.group(1), bare) != null) {
                throw new IllegalArgumentException(
                        "'%s': %s is given twice; leave one out".formatted(line, matcher.group(1)));
            }
            end = matcher.end();
        }
        String rest = line.substring(end).replaceAll("^[\\s;]+|[\\s;]+$", "");
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s': expected SETTING=VALUE, such as rule=sgdm, several with blanks or ';' between, found '%s'"
                            .formatted(line, rest));
        }
        return settings;
    }

    /** The settings of a file. */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, Object> values = SettingsFile.read(file);
        try {
            return words(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Values of any type as they are typed. */
    static Map<String, String> words(Map<?, ?> values) {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach((name, value) -> words.put(String.valueOf(name), word(String.valueOf(name), value)));
        return words;
    }

    private static String word(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("%s has no value; give one, or leave the line out".formatted(name));
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Double number) {
            return ShortestDecimal.text(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> word(name, each)).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> choice(name, String.valueOf(entry.getKey()), entry.getValue()))
                    .collect(Collectors.joining("+"));
        }
        return String.valueOf(value);
    }

    /** {@code adam: {beta1: 0.8}} means {@code adam:beta1=0.8}. */
    private static String choice(String setting, String name, Object options) {
        if (!(options instanceof Map<?, ?> map)) {
            Settings.named(setting); // says what was a setting once and is none now
            throw new IllegalArgumentException(
                    "%s: expected a name and its options, such as 'adam: {beta1: 0.8}' or adam:beta1=0.8, found '%s: %s'"
                            .formatted(setting, name, options));
        }
        return map.entrySet().stream()
                .map(option -> option.getKey() + "=" + word(setting, option.getValue()))
                .collect(Collectors.joining(",", map.isEmpty() ? name : name + ":", ""));
    }

    /** Settings as YAML. */
    static String yaml(Map<String, ?> settings) {
        DumpSettings style =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(style).dumpToString(settings);
    }
}
