package org.gradus.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.data.AtomicFile;

/**
 * What is written down of a run in its folder, as {@code run.yaml}: every setting with its value, paths as they are from anywhere, rule and
 * schedule with all their numbers, and what means the data. A run can be {@linkplain #requireSame resumed} only as what it is.
 *
 * @param spec the run
 * @param fingerprint what means the data and the weights that it starts from
 * @param inFull the rule and the schedule with all their numbers, by the names of their settings
 */
public record RunRecord(RunSpec spec, String fingerprint, Map<String, String> inFull) {
    private static final String FILE = "run.yaml";
    private static final String FINGERPRINT = "fingerprint-of-data";
    private static final String IN_FULL = "in-full-";

    /**
     * {@return the record of a run}
     *
     * @param recipe the run, with its data
     */
    public static RunRecord of(RunRecipe recipe) {
        Map<String, String> inFull = new LinkedHashMap<>();
        recipe.inFull().forEach((setting, value) -> inFull.put(setting.name(), value));
        return new RunRecord(recipe.spec().located(), recipe.fingerprint(), inFull);
    }

    /** Whether a key of a record is no setting, but what was found of the data and the rule. */
    static boolean isNote(String name) {
        return name.equals(FINGERPRINT) || name.startsWith(IN_FULL);
    }

    /**
     * {@return the record in a folder}
     *
     * @param folder the folder
     * @throws IllegalArgumentException if there is none, or it is damaged or one of another version
     * @throws IOException if it cannot be read
     */
    public static RunRecord read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no run in %s".formatted(folder));
        }
        Map<String, String> settings = RunText.read(file);
        String fingerprint = settings.remove(FINGERPRINT);
        Map<String, String> inFull = new LinkedHashMap<>();
        for (Setting<?> setting : new Setting<?>[] {Settings.RULE, Settings.SCHEDULE}) {
            String value = settings.remove(IN_FULL + setting.name());
            inFull.put(setting.name(), value == null ? "" : value);
        }
        if (fingerprint == null) {
            throw new IllegalArgumentException(
                    "%s: it lacks the %s; it is a description, not the record of a run".formatted(file, FINGERPRINT));
        }
        try {
            return new RunRecord(RunSpec.usual().withRecord(settings), fingerprint, inFull);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: %s; start the run anew with --config %s".formatted(file, e.getMessage(), file), e);
        }
    }

    /**
     * Writes the record.
     *
     * @param folder where to; it must be there
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        Map<String, Object> record = new LinkedHashMap<>(spec.record());
        record.put(FINGERPRINT, fingerprint);
        inFull.forEach((name, value) -> record.put(IN_FULL + name, value));
        AtomicFile.write(folder.resolve(FILE), RunText.yaml(record).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Refuses a run that is another one, but for its number of epochs.
     *
     * @param asked the run that is to go on from where this one is
     * @throws IllegalArgumentException if it differs in a setting, in the data, or in a number of its rule; the message says in which, and what
     *     to do
     */
    public void requireSame(RunRecord asked) {
        spec.differences(asked.spec).forEach((setting, value) -> {
            if (setting != Settings.EPOCHS) {
                throw new IllegalArgumentException(
                        "%s: it is %s in the run that is to go on, and %s is asked for; only epochs may differ: leave --%s out, or start another run in another folder"
                                .formatted(setting, spec.record().get(setting.name()), value, setting));
            }
        });
        if (!fingerprint.equals(asked.fingerprint)) {
            throw new IllegalArgumentException(
                    "data: %s is not what the run learned from (fingerprint %s, now %s); bring the data back, or start another run in another folder"
                            .formatted(spec.get(Settings.DATA), fingerprint, asked.fingerprint));
        }
        boolean sameLength = spec.get(Settings.EPOCHS).equals(asked.spec.get(Settings.EPOCHS));
        inFull.forEach((name, value) -> {
            if (sameLength && !value.equals(asked.inFull.get(name))) {
                throw new IllegalArgumentException(
                        "%s: the run was begun with %s, which this version takes for %s; start it anew in another folder"
                                .formatted(name, value, asked.inFull.get(name)));
            }
        });
    }

    /** The run, as {@link RunSpec#toString} has it. */
    @Override
    public String toString() {
        return spec.toString();
    }
}
