package org.gradus.landscape;

import java.util.List;
import org.gradus.catalog.Hyperparameters;

/** The library's own landscapes by name, in the order to list them: one line each. */
record LibraryLandscapes() implements LandscapeSource {

    private static final List<LandscapeEntry> ENTRIES = List.of(
            new LandscapeEntry("rosenbrock", o -> new Rosenbrock()),
            new LandscapeEntry("beale", o -> new Beale()),
            new LandscapeEntry("himmelblau", o -> new Himmelblau()),
            new LandscapeEntry("booth", o -> new Booth()),
            new LandscapeEntry("matyas", o -> new Matyas()),
            new LandscapeEntry("three-hump-camel", o -> new ThreeHumpCamel()),
            new LandscapeEntry("styblinski-tang", o -> new StyblinskiTang(dimensions(o))),
            new LandscapeEntry("rastrigin", o -> new Rastrigin(dimensions(o))),
            new LandscapeEntry("ackley", o -> new Ackley(dimensions(o))),
            new LandscapeEntry("easom", o -> new Easom()),
            new LandscapeEntry("saddle", o -> new Saddle()),
            new LandscapeEntry("ill-conditioned", o -> new IllConditioned(dimensions(o), o.get("condition", 100))),
            new LandscapeEntry("reddi", o -> new Reddi()),
            new LandscapeEntry("reddi-stochastic", o -> new ReddiStochastic(o.count("seed", 1L))),
            new LandscapeEntry("gradient-table", o -> GradientTable.lecture()));

    @Override
    public List<LandscapeEntry> entries() {
        return ENTRIES;
    }

    private static int dimensions(Hyperparameters options) {
        return options.count("dimensions", 2);
    }
}
