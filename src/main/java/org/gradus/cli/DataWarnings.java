package org.gradus.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;

/** What is worth knowing about the data of many runs before they are run. */
final class DataWarnings {
    private DataWarnings() {}

    /** Each thing once, with the seeds for which it is so. */
    static List<String> of(List<RunSpec> runs, DataShelf shelf) {
        Map<String, Set<Long>> seeds = new LinkedHashMap<>();
        for (RunSpec run : runs) {
            String missing = shelf.open(run).split().missing();
            if (!missing.isEmpty()) {
                seeds.computeIfAbsent(missing, each -> new LinkedHashSet<>()).add(run.get(Settings.SEED));
            }
        }
        return seeds.entrySet().stream()
                .map(each -> "the split of seed %s leaves out classes: %s; split stratified, by --stratify yes"
                        .formatted(
                                each.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                                each.getKey()))
                .toList();
    }
}
