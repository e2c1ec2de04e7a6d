package org.gradus.experiment.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.data.AtomicFile;
import org.gradus.data.file.FileTrouble;
import org.gradus.data.file.StrictText;
import org.gradus.experiment.Fingerprint;
import org.gradus.experiment.RunSpec;

/**
 * The receipt of a set of runs, {@code result.json}: what was run, by which command, on which data, in which environment, and the fingerprints of
 * the numbers that came out, so that somebody else can run it again and see whether the bits agree.
 *
 * <pre>{@code
 * ResultFile.of(command, results).write(folder);
 * ResultFile.read(folder).runs();
 * }</pre>
 *
 * <p>It is JSON in UTF-8 with a line for each run, and the same bytes for the same numbers on every Java. Whoever changes it by hand is found out
 * by its checksum, which keeps mistakes out, not liars.
 *
 * @param command what was typed, or "" if it was no command
 * @param runs what is kept of each run, in order
 * @param environment by what the runs were computed; where they differ in it, all there was
 */
public record ResultFile(String command, List<RunSummary> runs, Map<String, String> environment) {
    /** The name of the file in its folder. */
    public static final String NAME = "result.json";

    private static final String FORMAT = "gradus result 1";
    private static final Set<String> PARTS =
            Set.of("format", "command", "environment", "fingerprint", "checksum", "runs");

    /** Keeps copies, which nobody can change. */
    public ResultFile {
        runs = List.copyOf(runs);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /**
     * {@return the receipt of some results}
     *
     * @param command what was typed, or ""
     * @param results what came out
     */
    public static ResultFile of(String command, Results results) {
        Map<String, String> environment = new LinkedHashMap<>();
        results.runs().stream()
                .flatMap(run -> run.environment().keySet().stream())
                .distinct()
                .forEach(name -> environment.put(
                        name,
                        results.runs().stream()
                                .map(run -> run.environment().getOrDefault(name, "unknown"))
                                .distinct()
                                .collect(Collectors.joining(", "))));
        return new ResultFile(
                command, results.runs().stream().map(RunSummary::of).toList(), environment);
    }

    /** {@return the fingerprint of all runs, as {@link Results#fingerprint} has it} */
    public String fingerprint() {
        return Results.fingerprint(runs.stream().map(RunSummary::fingerprint));
    }

    private String checksum() {
        Fingerprint checksum =
                new Fingerprint().add(command).add(json(environment).toString());
        runs.forEach(run -> checksum.add(run.json()));
        return checksum.hex();
    }

    /** {@return the file's text} */
    public String json() {
        return """
                {"format":"%s",
                "command":%s,
                "environment":%s,
                "fingerprint":"%s",
                "checksum":"%s",
                "runs":[
                %s
                ]}
                """.formatted(
                        FORMAT,
                        new JsonPrimitive(command),
                        json(environment),
                        fingerprint(),
                        checksum(),
                        runs.stream().map(RunSummary::json).collect(Collectors.joining(",\n")));
    }

    private static JsonObject json(Map<String, String> texts) {
        JsonObject json = new JsonObject();
        texts.forEach(json::addProperty);
        return json;
    }

    /**
     * Writes the file, replacing an older one in one step.
     *
     * @param folder where to; it must be there
     * @return the file
     * @throws IOException if it cannot be written; an older one is then as it was
     */
    public Path write(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        AtomicFile.write(file, json().getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /**
     * {@return the receipt in a file}
     *
     * @param path the file, or the folder that it is in
     * @throws IllegalArgumentException if there is none, it is damaged or was changed, it is one of another version, or it has no runs; the
     *     message says which, and what to do
     */
    public static ResultFile read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(NAME) : path;
        JsonObject json = parsed(file);
        String format = json.get("format") instanceof JsonPrimitive text ? text.getAsString() : "";
        if (!format.startsWith("gradus result ")) {
            throw new IllegalArgumentException(
                    "%s: it is JSON, but no result of gradus; give the %s that a command wrote".formatted(file, NAME));
        }
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "%s: its format is '%s', and this version reads '%s'; use the version of gradus that wrote it"
                            .formatted(file, format, FORMAT));
        }
        if (!json.keySet().equals(PARTS)) {
            throw incomplete(file.toString(), "its parts are not those of a result", null);
        }
        ResultFile result = whole(file, json);
        if (!json.get("checksum").equals(new JsonPrimitive(result.checksum()))
                || !json.get("fingerprint").equals(new JsonPrimitive(result.fingerprint()))) {
            throw new IllegalArgumentException(
                    "%s: it was changed after it was written, its checksum says; bring the file back as it was written"
                            .formatted(file));
        }
        return result;
    }

    private static JsonObject parsed(Path file) {
        try {
            return JsonParser.parseString(StrictText.decode(file.toString(), Files.readAllBytes(file)))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s; give the %s that a command wrote, or its folder".formatted(FileTrouble.reading(file, e), NAME),
                    e);
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "%s: it is no JSON object, or only a part of one; give the %s that a command wrote, as it was written"
                            .formatted(file, NAME),
                    e);
        }
    }

    private static ResultFile whole(Path file, JsonObject json) {
        JsonArray lines;
        Map<String, String> environment = new LinkedHashMap<>();
        String command;
        try {
            command = json.get("command").getAsString();
            json.getAsJsonObject("environment")
                    .entrySet()
                    .forEach(each ->
                            environment.put(each.getKey(), each.getValue().getAsString()));
            lines = json.getAsJsonArray("runs");
        } catch (RuntimeException e) { // whatever the parser throws where a part is of another type
            throw incomplete(file.toString(), "a part of it is of another kind than gradus writes", e);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("%s: it has no runs, so there is nothing to run again".formatted(file));
        }
        RunSpec usual = RunSpec.usual();
        List<RunSummary> runs = new ArrayList<>();
        for (JsonElement line : lines) {
            String place = "%s, run %s".formatted(file, runs.size() + 1);
            runs.add(run(place, line, usual, environment.getOrDefault("gradus", "unknown")));
        }
        return new ResultFile(command, runs, environment);
    }

    private static RunSummary run(String place, JsonElement line, RunSpec usual, String version) {
        if (!(line instanceof JsonObject run && run.get(RunLine.RUN) instanceof JsonPrimitive record)) {
            throw incomplete(place, "it lacks the run's description", null);
        }
        RunSpec spec;
        try {
            spec = usual.withRecord(RunSpec.changes(record.getAsString()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: %s; the file was written by gradus %s: use that version"
                            .formatted(place, e.getMessage(), version),
                    e);
        }
        try {
            return RunSummary.of(run, spec);
        } catch (RuntimeException e) { // whatever the parser throws where a part is missing or of another type
            throw incomplete(place, "it lacks a part, or has one that gradus does not write", e);
        }
    }

    private static IllegalArgumentException incomplete(String place, String what, Exception cause) {
        return new IllegalArgumentException(
                "%s: %s; bring the file back as it was written".formatted(place, what), cause);
    }

    /** How many runs, as in {@code result of 10 runs, fingerprint d1331786bbd7b17d}. */
    @Override
    public String toString() {
        return "result of %s runs, fingerprint %s".formatted(runs.size(), fingerprint());
    }
}
