package org.gradus.landscape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gradus.catalog.Catalog;

/** The landscapes by name. Those of n dimensions come with two; {@code new Ackley(10)} gives others. */
public final class Landscapes {
    private static final Catalog<Supplier<Landscape>> BY_NAME = Catalog.of("problem", byName());

    private Landscapes() {}

    private static Map<String, Supplier<Landscape>> byName() {
        Map<String, Supplier<Landscape>> problems = new LinkedHashMap<>();
        problems.put("rosenbrock", Rosenbrock::new);
        problems.put("beale", Beale::new);
        problems.put("himmelblau", Himmelblau::new);
        problems.put("booth", Booth::new);
        problems.put("matyas", Matyas::new);
        problems.put("three-hump-camel", ThreeHumpCamel::new);
        problems.put("styblinski-tang", () -> new StyblinskiTang(2));
        problems.put("rastrigin", () -> new Rastrigin(2));
        problems.put("ackley", () -> new Ackley(2));
        problems.put("saddle", Saddle::new);
        problems.put("ill-conditioned", () -> new IllConditioned(2, 100));
        problems.put("reddi", Reddi::new);
        problems.put("reddi-stochastic", () -> new ReddiStochastic(1));
        problems.put("gradient-table", GradientTable::lecture);
        return problems;
    }

    /** {@return the names of all landscapes} */
    public static Set<String> names() {
        return BY_NAME.names();
    }

    /**
     * {@return a landscape by name: in two dimensions where it has any number of them, the quadratic with the condition number 100, the random
     * one with the seed 1, the table of gradients that of the lecture}
     *
     * @param name one of {@link #names()}
     * @throws IllegalArgumentException if there is no such landscape; the message has the nearest name and all others
     */
    public static Landscape named(String name) {
        return BY_NAME.get(name).get();
    }
}
