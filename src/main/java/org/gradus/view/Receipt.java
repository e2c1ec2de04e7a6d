package org.gradus.view;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a picture or a page is from: what it takes to draw it again and to know that it is the same. It is written into the file itself, as text
 * chunks of a PNG, metadata of an SVG and a PDF, and meta elements of a page.
 *
 * <pre>{@code
 * Receipt.of("gradus compare --rules sgdm,adam").withRuns(ids).withSeeds(List.of(1L, 2L)).withFingerprint(print)
 * }</pre>
 *
 * @param command what draws it again, empty if that is nothing one can type
 * @param runs the runs that are shown, by their ids or descriptions, or nothing
 * @param seeds their seeds, or nothing
 * @param fingerprint that of their numbers, or empty
 * @param version the version of Gradus
 * @param again the command that computes the runs again and tells whether the bits agree, or empty
 * @param caption what to see in it, or empty
 */
public record Receipt(
        String command,
        List<String> runs,
        List<Long> seeds,
        String fingerprint,
        String version,
        String again,
        String caption) {
    /** Under which name the command is found in a file. */
    public static final String COMMAND = "gradus-command";

    /** Under which name the fingerprint is found in a file. */
    public static final String FINGERPRINT = "gradus-fingerprint";

    /** Under which name the caption is found in a file. */
    public static final String CAPTION = "Caption";

    /** Keeps copies of the lists. */
    public Receipt {
        runs = List.copyOf(runs);
        seeds = List.copyOf(seeds);
    }

    /** {@return a receipt that has the version only} */
    public static Receipt none() {
        return of("");
    }

    /**
     * {@return a receipt with a command}
     *
     * @param command what draws it again, as one types it
     */
    public static Receipt of(String command) {
        String version = Receipt.class.getPackage().getImplementationVersion();
        return new Receipt(command, List.of(), List.of(), "", version == null ? "not from a jar" : version, "", "");
    }

    /**
     * {@return a receipt with a command from its words, each quoted for a shell where it has to be}
     *
     * @param words the words, as in {@code gradus}, {@code trace}, {@code adam}
     */
    public static Receipt ofWords(List<String> words) {
        return of(words.stream().map(Receipt::quoted).collect(Collectors.joining(" ")));
    }

    private static String quoted(String word) {
        return word.matches("[\\p{Alnum}_./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * {@return the same receipt with runs}
     *
     * @param others their ids or descriptions
     */
    public Receipt withRuns(List<String> others) {
        return new Receipt(command, others, seeds, fingerprint, version, again, caption);
    }

    /**
     * {@return the same receipt with seeds}
     *
     * @param others the seeds
     */
    public Receipt withSeeds(List<Long> others) {
        return new Receipt(command, runs, others, fingerprint, version, again, caption);
    }

    /**
     * {@return the same receipt with a fingerprint}
     *
     * @param other the fingerprint
     */
    public Receipt withFingerprint(String other) {
        return new Receipt(command, runs, seeds, other, version, again, caption);
    }

    /**
     * {@return the same receipt with the file by which the runs are reproduced}
     *
     * @param file the runs' {@code result.json}
     */
    public Receipt withResult(Path file) {
        String reproduce = "gradus reproduce " + quoted(file.toString());
        return new Receipt(command, runs, seeds, fingerprint, version, reproduce, caption);
    }

    /**
     * {@return the same receipt with what to see in the picture}
     *
     * @param text a few sentences
     */
    public Receipt withCaption(String text) {
        return new Receipt(command, runs, seeds, fingerprint, version, again, text);
    }

    /** {@return what is known, by name; what is empty is left out} */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(CAPTION, caption);
        entries.put(COMMAND, command);
        entries.put("gradus-runs", String.join("; ", runs));
        entries.put("gradus-seeds", seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        entries.put(FINGERPRINT, fingerprint);
        entries.put("gradus-version", version);
        entries.put("gradus-reproduce", again);
        entries.values().removeIf(String::isEmpty);
        return entries;
    }
}
