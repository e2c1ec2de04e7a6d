package org.gradus.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A training run as text: the {@link Setting}s that differ from their defaults. Read from YAML or JSON, written as YAML.
 *
 * @param given the values given, by the names of their settings
 */
public record RunDescription(Map<String, String> given) {
    private static final int LARGEST_FILE = 100_000; // bytes; a description has some hundred

    /**
     * Keeps a copy of the map, which nobody can change.
     *
     * @throws IllegalArgumentException if there is no such setting; the message has the nearest name and all others
     */
    public RunDescription {
        given.keySet().forEach(Setting.catalog()::get);
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /**
     * {@return a description read from a file}
     *
     * @param file the file, in YAML or JSON: names and values; a value may be a list, or names and values again
     * @throws IllegalArgumentException if it is no such file, or a name is no setting; the message names the file
     * @throws IOException if it cannot be read
     */
    public static RunDescription read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IllegalArgumentException(
                    "%s: found %s bytes, a description of a run has at most %s; give another file"
                            .formatted(file, Files.size(file), LARGEST_FILE));
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        try {
            return parse(text);
        } catch (YamlEngineException e) {
            String reason = e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
            throw new IllegalArgumentException("%s is neither YAML nor JSON: %s".formatted(file, reason), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static RunDescription parse(String text) {
        Object root =
                new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
        if (!(root instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(
                    "expected names and values, such as 'rule: adam', found '%s'".formatted(text.strip()));
        }
        Map<String, String> given = new LinkedHashMap<>();
        map.forEach((name, value) -> given.put(String.valueOf(name), text(String.valueOf(name), value)));
        return new RunDescription(given);
    }

    private static String text(String name, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(","));
        }
        if (value == null) {
            throw new IllegalArgumentException("%s has no value; give one, or leave the line out".formatted(name));
        }
        return String.valueOf(value);
    }

    /** {@return the description as YAML; {@link #read} gives the same again} */
    public String yaml() {
        DumpSettings style =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return given.isEmpty() ? "{}\n" : new Dump(style).dumpToString(given);
    }

    /**
     * {@return this description with another one's values in place of its own}
     *
     * @param changes what is to be different
     */
    public RunDescription with(Map<String, String> changes) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.putAll(changes);
        return new RunDescription(changed);
    }

    /**
     * {@return the value of a setting as text: the one given, or the default}
     *
     * @param setting its name
     * @throws IllegalArgumentException if there is no such setting
     */
    public String text(String setting) {
        return given.getOrDefault(setting, Setting.catalog().get(setting).otherwise());
    }

    /**
     * {@return the value of a setting as a number}
     *
     * @param setting its name
     * @throws IllegalArgumentException if the value is no finite number
     */
    public double number(String setting) {
        try {
            double value = Double.parseDouble(text(setting));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw expected(setting, "a number", e);
        }
        throw expected(setting, "a finite number", null);
    }

    /**
     * {@return the value of a setting as a count}
     *
     * @param setting its name
     * @param least the least value allowed
     * @throws IllegalArgumentException if the value is no whole number, or less than that
     */
    public int count(String setting, int least) {
        try {
            int value = Integer.parseInt(text(setting).strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw expected(setting, "a whole number, at least " + least, e);
        }
        throw expected(setting, "a whole number, at least " + least, null);
    }

    /**
     * {@return the value of a setting as one of several words}
     *
     * @param setting its name
     * @param words the words allowed
     * @throws IllegalArgumentException if it is none of them
     */
    public String word(String setting, String... words) {
        for (String word : words) {
            if (word.equals(text(setting))) {
                return word;
            }
        }
        throw expected(setting, String.join(" or ", words), null);
    }

    /**
     * {@return the value of a setting as names and numbers}
     *
     * @param setting its name
     * @throws IllegalArgumentException if it is not of the form {@code NAME=VALUE,NAME=VALUE}
     */
    public Map<String, Double> options(String setting) {
        Map<String, Double> options = new LinkedHashMap<>();
        for (String option :
                text(setting).isBlank() ? new String[0] : text(setting).split(",", -1)) {
            String[] nameAndValue = option.split("=", -1);
            try {
                if (nameAndValue.length == 2) {
                    options.put(nameAndValue[0].strip(), Double.parseDouble(nameAndValue[1]));
                    continue;
                }
            } catch (NumberFormatException e) {
                throw expected(setting, "NAME=NUMBER, separated by commas", e);
            }
            throw expected(setting, "NAME=NUMBER, separated by commas", null);
        }
        return options;
    }

    private IllegalArgumentException expected(String setting, String what, Throwable cause) {
        return new IllegalArgumentException(
                "%s: must be %s, found '%s'".formatted(setting, what, text(setting)), cause);
    }
}
