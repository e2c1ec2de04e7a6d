package org.gradus.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.RandomStream;

/** Schedules of every kind in the catalog with numbers drawn at random, for the checks that hold for all of them. */
final class ScheduleSubjects {
    private static final double[] EXTREMES = {0, 1, 1e100, 1L << 53, 1e-300, Double.MIN_VALUE, 0.5, 1 - 0x1p-53};

    private final RandomStream random;

    private ScheduleSubjects(long seed) {
        this.random = new RandomStream(seed);
    }

    /** One of each name, a lambda, and some that hold others. */
    static List<Schedule> ofSeed(long seed) {
        ScheduleSubjects subjects = new ScheduleSubjects(seed);
        List<Schedule> all = new ArrayList<>();
        Schedules.names().forEach(name -> all.add(subjects.drawn(name, subjects::usual)));
        all.add(t -> 1 / (1.0 + t));
        List<Schedule> simple = List.copyOf(all);
        simple.forEach(each -> all.add(subjects.around(each, subjects.one(simple))));
        List<Schedule> nested = List.copyOf(all);
        for (int i = 0; i < 6; i++) {
            all.add(subjects.around(subjects.one(nested), subjects.one(nested)));
        }
        return all;
    }

    /** One of each name with numbers of which some lie at the ends of their domains, and each of them with something around. */
    static List<Schedule> atTheEnds(long seed) {
        ScheduleSubjects subjects = new ScheduleSubjects(seed);
        List<Schedule> all = new ArrayList<>();
        Schedules.names().forEach(name -> all.add(subjects.drawn(name, subjects::extreme)));
        List<Schedule> simple = List.copyOf(all);
        simple.forEach(each -> all.add(subjects.around(each, subjects.one(simple))));
        return all;
    }

    @FunctionalInterface
    private interface Draw {
        double instead(double usual);
    }

    /** Draws until the numbers are legal, as most are. */
    private Schedule drawn(String name, Draw draw) {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            double eta = draw.instead(rate());
            long steps = (long) Math.min(1L << 53, 1 + draw.instead(count(9000)));
            Map<String, Double> options = new LinkedHashMap<>();
            try {
                Schedules.options(name, eta, steps)
                        .forEach((option, usual) -> options.put(option, draw.instead(usual)));
                options.put("linearWarmUp", 0.0);
                options.put("rootWarmUp", 0.0);
                return Schedules.named(name, eta, steps, options);
            } catch (IllegalArgumentException illegal) {
                continue; // and draw again
            }
        }
        throw new AssertionError("no legal numbers found for " + name);
    }

    private double usual(double usual) {
        return switch (random.below(3)) {
            case 0 -> usual;
            case 1 -> count(300);
            default -> rate();
        };
    }

    private double extreme(double usual) {
        return random.below(2) == 0 ? usual(usual) : EXTREMES[random.below(EXTREMES.length)];
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
