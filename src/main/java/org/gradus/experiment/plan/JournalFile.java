package org.gradus.experiment.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.experiment.RunSpec;

/** The lines of a journal: a head, then one per run. */
final class JournalFile {
    private static final String FORMAT = "gradus journal 1";

    private final Path file;
    private final List<String> lines = new ArrayList<>(); // as text, which takes far less room than what it says
    private final RunSpec usual = RunSpec.usual();
    private long length;
    private Optional<String> torn = Optional.empty();

    JournalFile(Path file, byte... content) {
        this.file = file;
        int start = 0;
        for (int end = 0; end < content.length; end++) {
            if (content[end] == '\n') {
                lines.add(new String(content, start, end - start, StandardCharsets.UTF_8));
                length = start;
                start = end + 1;
            }
        }
        boolean ends = start == content.length && (lines.isEmpty() || isJson(lines.get(lines.size() - 1)));
        if (ends || start < content.length) {
            length = start;
        } else {
            lines.remove(lines.size() - 1);
        }
        if (!ends) {
            torn = Optional.of(
                    "journal %s: its last line was not complete, as if the process had ended while it was written; it was cut off, and the run is missing"
                            .formatted(file));
        }
    }

    private static boolean isJson(String line) {
        try {
            return JsonParser.parseString(line).isJsonObject();
        } catch (JsonParseException e) {
            return false;
        }
    }

    private JsonObject parsed(int line) {
        try {
            return JsonParser.parseString(lines.get(line)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw noRecord(line, e);
        }
    }

    private IllegalArgumentException noRecord(int line, Exception cause) {
        return new IllegalArgumentException(
                "journal %s, line %s: is no record of a run; mend it, or move the file away to start anew"
                        .formatted(file, line + 1),
                cause);
    }

    static String head(RunSpec base, List<RunSpec> runs) {
        JsonObject head = new JsonObject();
        head.addProperty("format", FORMAT);
        head.addProperty("plan", Plan.id(runs));
        head.addProperty("runs", runs.size());
        head.addProperty("base", base.toString()); // for people: each run has its whole text
        return head.toString();
    }

    /** How many bytes are whole lines. */
    long length() {
        return length;
    }

    Optional<String> torn() {
        return torn;
    }

    private JsonObject head() {
        JsonObject head = lines.isEmpty() ? new JsonObject() : parsed(0);
        boolean whole =
                Stream.of("format", "plan", "runs", "base").allMatch(name -> head.get(name) instanceof JsonPrimitive);
        if (!whole || !head.get("format").getAsString().equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "journal %s: it does not begin as a journal of this version (%s); take another file"
                            .formatted(file, FORMAT));
        }
        return head;
    }

    void requireRuns(List<RunSpec> runs) {
        String there = head().get("plan").getAsString();
        if (!there.equals(Plan.id(runs))) {
            throw new IllegalArgumentException(
                    "journal %s: it is one of another plan, with %s runs from '%s'; take another file, or run that plan"
                            .formatted(
                                    file,
                                    head().get("runs").getAsString(),
                                    head().get("base").getAsString()));
        }
    }

    /** The results by run, with those of a plan for those recorded. */
    Map<RunSpec, RunResult> results(List<RunSpec> runs) {
        Map<String, RunSpec> known = new LinkedHashMap<>();
        runs.forEach(run -> known.put(run.text(), run));
        Map<RunSpec, RunResult> results = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            RunResult result = result(i, known);
            results.put(result.spec(), result);
        }
        return results;
    }

    /** The results, each run as it is recorded; of several of one run the last. */
    List<RunResult> results() {
        head();
        Map<String, RunResult> results = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            RunResult result = result(i, Map.of());
            results.put(result.spec().text(), result);
        }
        return List.copyOf(results.values());
    }

    private RunResult result(int line, Map<String, RunSpec> known) {
        JsonObject parsed = parsed(line);
        if (!(parsed.get(RunLine.RUN) instanceof JsonPrimitive run)) {
            throw noRecord(line, null);
        }
        RunSpec planned = known.get(run.getAsString());
        RunSpec spec = planned == null ? recorded(line, run.getAsString()) : planned;
        try {
            return RunLine.result(parsed, spec);
        } catch (RuntimeException e) { // whatever the parser throws where a part is missing or of another type
            throw noRecord(line, e);
        }
    }

    private RunSpec recorded(int line, String run) {
        try {
            return usual.withRecord(RunSpec.changes(run));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "journal %s, line %s: %s; mend it, or move the file away to start anew"
                            .formatted(file, line + 1, e.getMessage()),
                    e);
        }
    }
}
