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
import org.gradus.data.Split;
import org.gradus.data.synthetic.Synthetic;
import org.gradus.tensor.RandomStream;

/**
 * Data by the words for it on a command line, such as {@code digits}, {@code mnist:DIR} and {@code csv:FILE}.
 *
 * <p>What comes without a test part is split at random, four fifths to learn from and one to be judged by. Features are as they are in the
 * source, only pixels are scaled to 0…1; {@link org.gradus.data.Standardizer} does more.
 */
public final class DataSources {
    private static final int POINTS = 500;

    private static final Catalog<Source> SOURCES = Catalog.of("data source", sources());

    private DataSources() {}

    /** Where data comes from: what has to be said behind its name and a colon, "" if nothing, and how it is opened. */
    private record Source(String detail, Opening opening) {
        String form(String name) {
            return detail.isEmpty() ? name : name + ":" + detail;
        }
    }

    @FunctionalInterface
    private interface Opening {
        Split open(RunSpec spec, String detail, RandomStream random);
    }

    private static Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        sources.put("digits", inMemory(random -> Digits.load()));
        sources.put("iris", inMemory(random -> Iris.load()));
        sources.put("moons", inMemory(random -> Synthetic.moons(POINTS, 0.1, random)));
        sources.put("circles", inMemory(random -> Synthetic.circles(POINTS, 0.1, random)));
        sources.put("spiral", inMemory(random -> Synthetic.spiral(POINTS, 3, 0.05, random)));
        sources.put("xor", inMemory(random -> Synthetic.xor(POINTS, 0.05, random)));
        sources.put("blobs", inMemory(random -> Synthetic.blobs(POINTS, 3, 1, random)));
        sources.put("mnist", folder(Mnist::load));
        sources.put("fashion-mnist", folder(Mnist::loadFashion));
        sources.put("cifar10", folder(Cifar10::load));
        sources.put("csv", file(LabeledCsv::read));
        sources.put("npz", new Source("FILE", DataSources::npz));
        return sources;
    }

    private static Source inMemory(Function<RandomStream, Dataset> data) {
        return new Source("", (spec, detail, random) -> split(spec, data.apply(random.split("data")), random));
    }

    private static Source folder(Function<Path, Split> data) {
        return new Source("DIR", (spec, detail, random) -> data.apply(Path.of(detail)));
    }

    private static Source file(Function<Path, Dataset> data) {
        return new Source("FILE", (spec, detail, random) -> split(spec, data.apply(Path.of(detail)), random));
    }

    private static Split npz(RunSpec spec, String file, RandomStream random) {
        return LabeledNpz.open(Path.of(file), data -> split(spec, data, random));
    }

    private static Split split(RunSpec spec, Dataset data, RandomStream random) {
        return Split.of(data, spec.get(Settings.VALIDATION_SHARE), random.split("split"));
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
        if (source.detail.isEmpty() && colon >= 0) {
            throw new IllegalArgumentException(
                    "data source %s: takes nothing behind its name, found '%s'; write %s".formatted(name, typed, name));
        }
        if (!source.detail.isEmpty() && detail(typed).isBlank()) {
            throw new IllegalArgumentException("data source %s: needs to know where the data is; write %s with the %s"
                    .formatted(
                            name, source.form(name), source.detail.equals("DIR") ? "folder for DIR" : "file for FILE"));
        }
        return colon < 0 ? name : name + ":" + detail(typed);
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
     * {@return the data of a run, in a part to learn from and one to be judged by}
     *
     * @param spec the run
     * @throws org.gradus.data.DataException if a file is missing or damaged
     */
    static Split open(RunSpec spec) {
        String data = spec.get(Settings.DATA_SOURCE);
        Source source = SOURCES.get(name(data));
        return source.opening.open(spec, detail(data), new RandomStream(spec.get(Settings.SEED)));
    }
}
