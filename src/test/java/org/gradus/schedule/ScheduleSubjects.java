package org.gradus.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.tensor.RandomStream;

/** Schedules of every kind with numbers drawn at random, for the checks that hold for all of them. */
final class ScheduleSubjects {
    private final RandomStream random;

    private ScheduleSubjects(RandomStream random) {
        this.random = random;
    }

    /** One of each kind, and some that hold others. */
    static List<Schedule> ofSeed(long seed) {
        ScheduleSubjects subjects = new ScheduleSubjects(new RandomStream(seed));
        List<Schedule> all = new ArrayList<>(subjects.simple());
        List<Schedule> simple = List.copyOf(all);
        simple.forEach(each -> all.add(subjects.around(each, subjects.one(simple))));
        List<Schedule> nested = List.copyOf(all);
        for (int i = 0; i < 6; i++) {
            all.add(subjects.around(subjects.one(nested), subjects.one(nested)));
        }
        return all;
    }

    private List<Schedule> simple() {
        return List.of(
                new Constant(rate()),
                new StepDecay(rate(), count(50), random.uniform() + 1e-3),
                new ExponentialDecay(rate(), 1 - 0.1 * random.uniform()),
                new PolynomialDecay(rate(), rate(), count(5000), 3 * random.uniform() + 0.1),
                new LinearRamp(rate(), rate(), count(5000)),
                new Cosine(rate(), rate(), count(300)),
                new Sgdr(rate(), rate(), count(40), 1),
                new Sgdr(rate(), rate(), count(40), 1 + count(4)),
                new Triangular(rate(), rate(), count(50), count(50)),
                new Triangular2(rate(), rate(), count(50), count(50)),
                new ExpRange(rate(), rate(), count(50), count(50), 1 - 0.01 * random.uniform()),
                new OneCycle(rate(), rate(), rate(), 20 + count(9000), 0.1 + 0.4 * random.uniform()),
                new CosineOneCycle(rate(), rate(), rate(), 20 + count(9000), 0.1 + 0.89 * random.uniform()),
                new Noam(rate(), random.below(1000) + 1, count(3000)),
                piecewise(),
                t -> 1 / (1.0 + t));
    }

    private Schedule piecewise() {
        int pieces = random.below(5);
        Long[] boundaries =
                Stream.generate(() -> count(9000)).limit(pieces).sorted().toArray(Long[]::new);
        Double[] rates = Stream.generate(this::rate).limit(pieces + 1).toArray(Double[]::new);
        return new Piecewise(Arrays.asList(boundaries), Arrays.asList(rates));
    }

    private Schedule around(Schedule a, Schedule b) {
        return switch (random.below(3)) {
            case 0 -> new LinearWarmUp(count(400), a);
            case 1 -> new RootWarmUp(count(400), a);
            default -> new Sequence(a, count(400), b);
        };
    }

    private Schedule one(List<Schedule> of) {
        return of.get(random.below(of.size()));
    }

    private double rate() {
        return random.uniform() * (random.below(2) == 0 ? 1 : 1e-4) + 1e-6;
    }

    private long count(int most) {
        return 1 + random.below(most);
    }
}
