package org.gradus.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Catalog;

/** The schedules by name, and what is asked of all of them. */
public final class Schedules {
    private static final Catalog<Function<Options, Schedule>> CATALOG = Catalog.of("schedule", makers());

    private Schedules() {}

    private static Map<String, Function<Options, Schedule>> makers() {
        Map<String, Function<Options, Schedule>> makers = new LinkedHashMap<>();
        makers.put("constant", o -> new Constant(o.eta()));
        makers.put("step-decay", o -> new StepDecay(o.eta(), o.count("every", o.part(3)), o.number("factor", 0.1)));
        makers.put("exponential-decay", o -> new ExponentialDecay(o.eta(), o.number("factor", o.toOnePercent())));
        makers.put(
                "polynomial-decay",
                o -> new PolynomialDecay(o.eta(), o.number("etaEnd", 0), o.steps(), o.number("power", 0.9)));
        makers.put("linear-ramp", o -> new LinearRamp(o.number("from", o.eta()), o.number("to", 0), o.steps()));
        makers.put("cosine", o -> new Cosine(o.eta(), o.number("etaMin", 0), o.steps()));
        makers.put(
                "sgdr", o -> new Sgdr(o.eta(), o.number("etaMin", 0), o.count("t0", o.part(7)), o.count("tMult", 2)));
        makers.put("triangular", o -> triangles(o, Triangular::new));
        makers.put("triangular2", o -> triangles(o, Triangular2::new));
        makers.put("exp-range", o -> {
            double factor = o.number("factor", o.toOnePercent());
            return triangles(o, (min, max, up, down) -> new ExpRange(min, max, up, down, factor));
        });
        makers.put("one-cycle", o -> cycle(o, 0.45, OneCycle::new));
        makers.put("cosine-one-cycle", o -> cycle(o, 0.3, CosineOneCycle::new));
        makers.put("noam", o -> {
            long warmUp = o.count("warmUp", o.part(10));
            return new Noam(o.eta() * Math.sqrt(warmUp), 1, warmUp); // η is the highest rate then
        });
        return makers;
    }

    @FunctionalInterface
    private interface Triangles {
        Schedule make(double etaMin, double etaMax, long up, long down);
    }

    private static Schedule triangles(Options o, Triangles kind) {
        long up = o.count("up", o.part(8));
        return kind.make(o.number("etaMin", o.eta() / 4), o.eta(), up, o.count("down", up));
    }

    @FunctionalInterface
    private interface Cycle {
        Schedule make(double start, double peak, double end, long steps, double share);
    }

    private static Schedule cycle(Options o, double usualShare, Cycle kind) {
        double start = o.number("start", o.eta() / 25);
        return kind.make(start, o.eta(), o.number("end", start / 1e4), o.steps(), o.number("share", usualShare));
    }

    /** {@return the names of the schedules that numbers can describe} */
    public static Set<String> names() {
        return CATALOG.names();
    }

    /**
     * {@return a schedule by name}
     *
     * <p>Options have the names of its record's components, such as {@code etaMin}; those not given have usual values for so many updates. Every
     * schedule also takes {@code linearWarmUp} or {@code rootWarmUp}, a number of updates: it then begins with that warm-up.
     *
     * @param name one of {@link #names()}
     * @param eta its highest learning rate
     * @param steps the number of updates in the whole training
     * @param options further numbers, by name
     * @throws IllegalArgumentException if there is no such schedule or option, or a number lies outside its domain
     */
    public static Schedule named(String name, double eta, long steps, Map<String, Double> options) {
        Options asked = new Options(name, eta, steps, options);
        Schedule schedule = CATALOG.get(name).apply(asked);
        long linear = asked.count("linearWarmUp", 0);
        long root = asked.count("rootWarmUp", 0);
        asked.check();
        if (linear > 0) {
            schedule = new LinearWarmUp(linear, schedule);
        }
        return root > 0 ? new RootWarmUp(root, schedule) : schedule;
    }

    /**
     * {@return η_t = η γ^k after k of the milestones: PyTorch's {@code MultiStepLR}}
     *
     * @param eta the learning rate η at t = 0
     * @param milestones the updates from which on it is multiplied by γ, in order; one that stands there twice counts twice
     * @param factor γ
     * @throws IllegalArgumentException if a number lies outside its domain
     */
    public static Piecewise multiStep(double eta, List<Long> milestones, double factor) {
        Domain.of("multi-step").positive("eta", eta).factor("factor", factor);
        return new Piecewise(
                milestones,
                IntStream.rangeClosed(0, milestones.size())
                        .mapToObj(k -> eta * FastMath.pow(factor, k))
                        .toList());
    }

    /**
     * {@return the rates of the first updates, to look at or to draw before training}
     *
     * @param schedule the schedule
     * @param steps how many updates
     */
    public static double[] sample(Schedule schedule, int steps) {
        return LongStream.range(0, steps).mapToDouble(schedule::at).toArray();
    }
}
