package org.gradus.landscape;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every landscape of the catalog, in several dimensions where it has any number of them, and some more. */
final class LandscapeSubjects {
    private LandscapeSubjects() {}

    static List<Landscape> all() {
        Stream<Landscape> listed = Landscapes.names().stream()
                .flatMap(name -> Landscapes.options(name).containsKey("dimensions")
                        ? Stream.of(2.0, 3.0, 5.0).map(n -> Landscapes.named(name, Map.of("dimensions", n)))
                        : Stream.of(Landscapes.named(name)));
        Stream<Landscape> more = Stream.of(
                new Rastrigin(1),
                new IllConditioned(1, 1),
                new IllConditioned(10, 1e4),
                new ReddiStochastic(7),
                new GradientTable(new double[][] {{1, -2}, {1e5, 0}}));
        return Stream.concat(listed, more).toList();
    }
}
