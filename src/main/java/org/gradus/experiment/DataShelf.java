package org.gradus.experiment;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.data.Dataset;
import org.gradus.data.Published;
import org.gradus.data.Split;
import org.gradus.data.Standardizer;
import org.gradus.tensor.RandomStream;

/**
 * Data that was opened, for as many runs as need it: each source is read once, and each split made once as long as there is room for it.
 *
 * <p>Whoever starts runs has one and passes it on. Safe for several threads.
 */
public final class DataShelf {
    private static final List<Setting<?>> DECIDING = List.of(
            Settings.DATA,
            Settings.LABEL,
            Settings.TASK,
            Settings.VALIDATION_SHARE,
            Settings.TEST_SHARE,
            Settings.STRATIFY,
            Settings.STANDARDIZE,
            Settings.SEED,
            Settings.TEST_SEED);

    private final Map<String, SoftReference<Published>> sources = new LinkedHashMap<>();
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

    private RunData read(RunSpec spec) {
        Split split = split(spec, published(spec));
        if (!spec.get(Settings.STANDARDIZE)) {
            return RunData.of(split, Optional.empty());
        }
        return RunData.of(Standardizer.standardized(split), Optional.of(Standardizer.of(split.training())));
    }

    /** What the source has, whatever the split. */
    private Published published(RunSpec spec) {
        String data = spec.get(Settings.DATA);
        String key = data + "\n" + spec.get(Settings.LABEL) + "\n" + spec.get(Settings.TASK)
                + (DataSources.isMadeUp(data) ? "\n" + spec.get(Settings.SEED) : "");
        SoftReference<Published> kept = sources.get(key);
        Published published = kept == null ? null : kept.get();
        if (published == null) {
            published = DataSources.open(spec);
            sources.put(key, new SoftReference<>(published));
        }
        return published;
    }

    /** One seed, one split: a published test part stays what it is, and the validation part is cut from the examples to learn from. */
    private static Split split(RunSpec spec, Published published) {
        RandomStream random = new RandomStream(spec.get(Settings.SEED)).split("split");
        Dataset examples = published.examples();
        double validation = spec.get(Settings.VALIDATION_SHARE);
        if (published.test().isPresent()) {
            refuseTestSettings(spec);
            return cut(spec, examples, validation, 0, random)
                    .withTest(published.test().get());
        }
        double test = spec.get(Settings.TEST_SHARE);
        if (spec.sets(Settings.TEST_SEED) && !spec.get(Settings.TEST_SEED).equals(spec.get(Settings.SEED))) {
            Split testFirst =
                    cut(spec, examples, test, 0, new RandomStream(spec.get(Settings.TEST_SEED)).split("split"));
            return cut(spec, testFirst.training(), validation / (1 - test), 0, random)
                    .withTest(testFirst.validation());
        }
        return cut(spec, examples, validation, test, random);
    }

    private static void refuseTestSettings(RunSpec spec) {
        for (Setting<?> setting : List.of(Settings.TEST_SHARE, Settings.TEST_SEED)) {
            if (spec.sets(setting)) {
                throw new IllegalArgumentException(
                        "%s=%s does nothing here: %s comes with a test part of its own; leave it out"
                                .formatted(setting, spec.text(setting), spec.get(Settings.DATA)));
            }
        }
    }

    /**
     * {@return whether the data of a run comes with a test part of its own}
     *
     * @param spec the run
     * @throws org.gradus.data.DataException if a file is missing or damaged
     */
    public synchronized boolean hasPublishedTest(RunSpec spec) {
        return published(spec).test().isPresent();
    }

    private static Split cut(RunSpec spec, Dataset examples, double validation, double test, RandomStream random) {
        if (spec.get(Settings.STRATIFY)) {
            return Split.stratified(examples, validation, test, random);
        }
        return test == 0 ? Split.of(examples, validation, random) : Split.of(examples, validation, test, random);
    }

    /** How much it holds, as in {@code shelf with 3 splits}. */
    @Override
    public synchronized String toString() {
        return "shelf with %s splits".formatted(opened.size());
    }
}
