package org.gradus.experiment;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.data.Split;
import org.gradus.data.Standardizer;

/**
 * Data that was opened, for as many runs as need it: each source is read once, and each split made once as long as there is room for it.
 *
 * <p>Whoever starts runs has one and passes it on. Safe for several threads.
 */
public final class DataShelf {
    private static final List<Setting<?>> DECIDING = List.of(
            Settings.DATA_SOURCE,
            Settings.LABEL,
            Settings.VALIDATION_SHARE,
            Settings.TEST_SHARE,
            Settings.STRATIFY,
            Settings.STANDARDIZE,
            Settings.SEED);

    private final Map<String, SoftReference<RunData>> opened = new LinkedHashMap<>();

    /** An empty shelf. */
    public DataShelf() {}

    /**
     * {@return the data of a run}
     *
     * @param spec the run
     * @throws IllegalArgumentException if the data cannot be split as the run has it
     * @throws org.gradus.data.DataException if a file is missing or damaged
     */
    public synchronized RunData open(RunSpec spec) {
        String key = DECIDING.stream().map(spec::text).collect(Collectors.joining("\n"));
        SoftReference<RunData> kept = opened.get(key);
        RunData data = kept == null ? null : kept.get();
        if (data == null) {
            data = read(spec);
            opened.put(key, new SoftReference<>(data));
        }
        return data;
    }

    private static RunData read(RunSpec spec) {
        Split split = DataSources.open(spec);
        if (!spec.get(Settings.STANDARDIZE)) {
            return RunData.of(split, Optional.empty());
        }
        return RunData.of(Standardizer.standardized(split), Optional.of(Standardizer.of(split.training())));
    }

    /** How much it holds, as in {@code shelf with 3 splits}. */
    @Override
    public synchronized String toString() {
        return "shelf with %s splits".formatted(opened.size());
    }
}
