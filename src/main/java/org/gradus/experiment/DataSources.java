package org.gradus.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.catalog.Catalog;
import org.gradus.data.Cifar10;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Iris;
import org.gradus.data.LabeledCsv;
import org.gradus.data.LabeledNpz;
import org.gradus.data.Mnist;
import org.gradus.data.Published;
import org.gradus.data.synthetic.Synthetic;
import org.gradus.tensor.RandomStream;
import org.gradus.train.Task;

/**
 * Data by the words for it on a command line, such as {@code digits}, {@code mnist:DIR} and {@code csv:FILE}.
 *
 * <p>Features are as they are in the source, only pixels are scaled to 0…1; {@link org.gradus.data.Standardizer} does more. {@code moons},
 * {@code circles}, {@code spiral}, {@code xor}, {@code blobs} and {@code regression} are 500 points of {@link Synthetic}, {@code npz:FILE} takes the
 * arrays {@code x_train}, {@code y_train}, {@code x_test} and {@code y_test}, or else {@code x} and {@code y}.
 */
public final class DataSources {
    private static final int POINTS = 500;
    private static final int FEATURES = 5;

    private static final Catalog<Source> SOURCES = Catalog.of("data source", sources());

    private DataSources() {}

    private enum Kind {
        /** The same examples for every seed. */
        BUNDLED(""),
        /** Other examples for another seed. */
        MADE_UP(""),
        /** A folder as it was published, with a test part of its own. */
        PUBLISHED("DIR"),
        /** A file of one's own. */
        FILE("FILE");

        private final String detail; // what has to be said behind the name and a colon, "" if nothing

        Kind(String detail) {
            this.detail = detail;
        }
    }

    private record Source(Kind kind, Opening opening) {
        String detail() {
            return kind.detail;
        }

        String form(String name) {
            return detail().isEmpty() ? name : name + ":" + detail();
        }
    }

    @FunctionalInterface
    private interface Opening {
        Published open(RunSpec spec, String detail, RandomStream random);
    }

    private static Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        sources.put("digits", inMemory(Kind.BUNDLED, random -> Digits.load()));
        sources.put("iris", inMemory(Kind.BUNDLED, random -> Iris.load()));
        sources.put("moons", inMemory(Kind.MADE_UP, random -> Synthetic.moons(POINTS, 0.1, random)));
        sources.put("circles", inMemory(Kind.MADE_UP, random -> Synthetic.circles(POINTS, 0.1, random)));
        sources.put("spiral", inMemory(Kind.MADE_UP, random -> Synthetic.spiral(POINTS, 3, 0.05, random)));
        sources.put("xor", inMemory(Kind.MADE_UP, random -> Synthetic.xor(POINTS, 0.05, random)));
        sources.put("blobs", inMemory(Kind.MADE_UP, random -> Synthetic.blobs(POINTS, 3, 1, random)));
        sources.put(
                "regression", inMemory(Kind.MADE_UP, random -> Synthetic.regression(POINTS, FEATURES, 0.1, random)));
        sources.put("mnist", folder(Mnist::load));
        sources.put("fashion-mnist", folder(Mnist::loadFashion));
        sources.put("cifar10", folder(Cifar10::load));
        sources.put("csv", new Source(Kind.FILE, DataSources::csv));
        sources.put("npz", file(LabeledNpz::read));
        return sources;
    }

    private static Source inMemory(Kind kind, Function<RandomStream, Dataset> data) {
        return new Source(kind, (spec, detail, random) -> Published.of(data.apply(random.split("data"))));
    }

    private static Source folder(Function<Path, Published> data) {
        return new Source(Kind.PUBLISHED, (spec, detail, random) -> data.apply(Path.of(detail)));
    }

    private static Source file(Function<Path, Published> data) {
        return new Source(Kind.FILE, (spec, detail, random) -> data.apply(Path.of(detail)));
    }

    private static Published csv(RunSpec spec, String file, RandomStream random) {
        String label = spec.get(Settings.LABEL);
        boolean areNumbers = !Task.parse(spec.get(Settings.TASK)).hasLabels();
        return Published.of(LabeledCsv.read(
                Path.of(file), new LabeledCsv.Options(label.isEmpty() ? List.of() : List.of(label), areNumbers)));
    }

    /** {@return what can be opened, in order: {@code digits}, {@code mnist:DIR} and so on} */
    public static List<String> forms() {
        return SOURCES.names().stream()
                .map(name -> SOURCES.get(name).form(name))
                .toList();
    }

    /**
     * {@return what somebody means who types data: the source by its name, and behind it the folder or file as typed}
     *
     * @param typed one of {@link #forms()}, with a folder for DIR or a file for FILE
     * @throws IllegalArgumentException if there is no such source, or the folder or file is not said
     */
    static String meant(String typed) {
        int colon = typed.indexOf(':');
        String name = SOURCES.meant(colon < 0 ? typed : typed.substring(0, colon));
        Source source = SOURCES.get(name);
        if (source.detail().isEmpty() && colon >= 0) {
            throw new IllegalArgumentException(
                    "data source %s: takes nothing behind its name, found '%s'; write %s".formatted(name, typed, name));
        }
        if (!source.detail().isEmpty() && detail(typed).isBlank()) {
            throw new IllegalArgumentException("data source %s: needs to know where the data is; write %s with the %s"
                    .formatted(
                            name,
                            source.form(name),
                            (source.kind == Kind.PUBLISHED ? "folder for " : "file for ") + source.detail()));
        }
        return colon < 0 ? name : name + ":" + detail(typed);
    }

    /** The same data with the whole path of its folder or file. */
    static String withWholePath(String data) {
        String detail = detail(data);
        return detail.isEmpty()
                ? data
                : name(data) + ":" + Path.of(detail).toAbsolutePath().normalize();
    }

    /** The name of a source, without its folder or file. */
    static String name(String data) {
        int colon = data.indexOf(':');
        return colon < 0 ? data : data.substring(0, colon);
    }

    /** The folder or file of a source, "" if it has none. */
    static String detail(String data) {
        int colon = data.indexOf(':');
        return colon < 0 ? "" : data.substring(colon + 1).strip();
    }

    /**
     * {@return the data of a run, before anything is split}
     *
     * @param spec the run
     * @throws org.gradus.data.DataException if a file is missing or damaged
     */
    static Published open(RunSpec spec) {
        String data = spec.get(Settings.DATA);
        Source source = SOURCES.get(name(data));
        return source.opening.open(spec, detail(data), new RandomStream(spec.get(Settings.SEED)));
    }

    /** Whether a source gives other examples for another seed. */
    static boolean isMadeUp(String data) {
        return SOURCES.get(name(data)).kind == Kind.MADE_UP;
    }

    /** Whether a source comes with a test part of its own, whatever is in its folder. */
    static boolean isPublished(String data) {
        return SOURCES.get(name(data)).kind == Kind.PUBLISHED;
    }
}
