package org.gradus.landscape;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Choice;
import org.gradus.catalog.Hyperparameters;

/** The landscapes by name: the library's, then those of each {@link LandscapeSource} on the class path. */
public final class Landscapes {
    private Landscapes() {}

    private static Catalog<LandscapeEntry> catalog() {
        return Catalog.of("problem", new LibraryLandscapes(), ServiceLoader.load(LandscapeSource.class));
    }

    /**
     * {@return the names of all landscapes}
     *
     * @throws IllegalArgumentException if a source cannot be loaded, or a name is taken; the message has the classes
     */
    public static Set<String> names() {
        return catalog().names();
    }

    /**
     * {@return a landscape by name: in two dimensions where it has any number of them, the quadratic with the condition number 100, the random
     * one with the seed 1, the table of gradients that of the lecture}
     *
     * @param name one of {@link #names()}
     * @throws IllegalArgumentException if there is no such landscape; the message has the nearest name and all others
     */
    public static Landscape named(String name) {
        return named(name, Map.of());
    }

    /**
     * {@return a landscape by name}
     *
     * @param name one of {@link #names()}
     * @param options numbers other than the usual ones, by the names of its record's components, such as {@code dimensions}
     * @throws IllegalArgumentException if there is no such landscape or option, with the nearest name in the message, or a number lies outside
     *     its domain
     */
    public static Landscape named(String name, Map<String, Double> options) {
        return made(name, new Hyperparameters(name, "option", options));
    }

    /**
     * {@return the landscape somebody means who types one}
     *
     * @param text such as {@code rosenbrock} or {@code ackley:dimensions=10}
     * @throws IllegalArgumentException if it has another form, there is no such landscape or option, or a number lies outside its domain
     */
    public static Landscape parse(String text) {
        Choice typed = Choice.parse(text);
        return named(catalog().meant(typed.name()), typed.options());
    }

    /**
     * {@return the options of a landscape and their usual values, in the order of its record's components}
     *
     * @param name one of {@link #names()}
     * @throws IllegalArgumentException if there is no such landscape; the message has the nearest name and all others
     */
    public static Map<String, Double> options(String name) {
        Hyperparameters none = new Hyperparameters(name, "option", Map.of());
        made(name, none);
        return none.values();
    }

    private static Landscape made(String name, Hyperparameters options) {
        Landscape landscape = catalog().get(name).maker().apply(options);
        options.check();
        return landscape;
    }
}
