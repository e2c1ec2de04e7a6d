package org.gradus.experiment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.experiment.Fingerprint;
import org.gradus.experiment.Setting;

/**
 * What came out of the runs of a plan.
 *
 * @param runs one per run, in the order of the plan
 */
public record Results(List<RunResult> runs) {
    /** Keeps a copy of the list, which nobody can change. */
    public Results {
        runs = List.copyOf(runs);
    }

    /**
     * {@return the runs in groups of the same values of some settings, in the order in which these values come first}
     *
     * @param settings the settings; without any, all runs are one group
     */
    public List<RunGroup> by(Setting<?>... settings) {
        Map<Map<Setting<?>, String>, List<RunResult>> groups = new LinkedHashMap<>();
        for (RunResult run : runs) {
            Map<Setting<?>, String> key = new LinkedHashMap<>();
            for (Setting<?> setting : settings) {
                key.put(setting, run.spec().text(setting));
            }
            groups.computeIfAbsent(key, each -> new ArrayList<>()).add(run);
        }
        return groups.entrySet().stream()
                .map(group -> new RunGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** {@return the runs that did not come to an end, each with its reason} */
    public List<RunResult> failed() {
        return runs.stream().filter(run -> run.failure().isPresent()).toList();
    }

    /** {@return a short hash of every number of every run: equal fingerprints mean equal bits} */
    public String fingerprint() {
        return fingerprint(runs.stream().map(RunResult::fingerprint));
    }

    /** The fingerprint of runs, by theirs. */
    static String fingerprint(Stream<String> runs) {
        Fingerprint fingerprint = new Fingerprint();
        runs.forEachOrdered(fingerprint::add);
        return fingerprint.hex();
    }

    /** How many runs, as in {@code results of 10 runs, fingerprint d1331786bbd7b17d}. */
    @Override
    public String toString() {
        return "results of %s runs, fingerprint %s".formatted(runs.size(), fingerprint());
    }
}
