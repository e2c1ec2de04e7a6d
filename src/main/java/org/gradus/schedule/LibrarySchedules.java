package org.gradus.schedule;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Hyperparameters;
import org.gradus.schedule.form.Slope;

/** The library's own schedules by name, in the order to list them: one line each. */
record LibrarySchedules() implements ScheduleSource {

    private static final List<ScheduleEntry> ENTRIES = List.of(
            new ScheduleEntry("constant", (eta, steps, o) -> new Constant(eta)),
            new ScheduleEntry(
                    "step-decay",
                    (eta, steps, o) -> new StepDecay(eta, o.count("every", part(steps, 3)), o.get("factor", 0.1))),
            new ScheduleEntry(
                    "exponential-decay",
                    (eta, steps, o) -> new ExponentialDecay(eta, o.get("factor", toOnePercent(steps)))),
            new ScheduleEntry(
                    "polynomial-decay",
                    (eta, steps, o) ->
                            new PolynomialDecay(eta, o.get("etaEnd", 0), o.count("steps", steps), o.get("power", 0.9))),
            new ScheduleEntry(
                    "linear-ramp",
                    (eta, steps, o) -> new LinearRamp(o.get("from", eta), o.get("to", 0), o.count("steps", steps))),
            new ScheduleEntry("piecewise", LibrarySchedules::piecewise),
            new ScheduleEntry("multi-step", LibrarySchedules::multiStep),
            new ScheduleEntry(
                    "cosine", (eta, steps, o) -> new Cosine(eta, o.get("etaMin", 0), o.count("steps", steps))),
            new ScheduleEntry(
                    "sgdr",
                    (eta, steps, o) ->
                            new Sgdr(eta, o.get("etaMin", 0), o.count("t0", (steps + 6) / 7), o.count("tMult", 2L))),
            new ScheduleEntry("triangular", (eta, steps, o) -> triangles(eta, steps, o, Triangular::new)),
            new ScheduleEntry("triangular2", (eta, steps, o) -> triangles(eta, steps, o, Triangular2::new)),
            new ScheduleEntry("exp-range", LibrarySchedules::expRange),
            new ScheduleEntry("one-cycle", (eta, steps, o) -> cycle(eta, steps, o, 0.45, OneCycle::new)),
            new ScheduleEntry("two-line-one-cycle", (eta, steps, o) -> cycle(eta, steps, o, 0.3, TwoLineOneCycle::new)),
            new ScheduleEntry("cosine-one-cycle", (eta, steps, o) -> cycle(eta, steps, o, 0.3, CosineOneCycle::new)),
            new ScheduleEntry(
                    "three-wave-one-cycle", (eta, steps, o) -> cycle(eta, steps, o, 0.3, ThreeWaveOneCycle::new)),
            new ScheduleEntry("wsd", (eta, steps, o) -> wsd(eta, steps, o, () -> new Slope.Wave(o.get("cycles", 0.5)))),
            new ScheduleEntry("linear-wsd", (eta, steps, o) -> wsd(eta, steps, o, Slope.Straight::new)),
            new ScheduleEntry("root-wsd", (eta, steps, o) -> wsd(eta, steps, o, Slope.Root::new)),
            new ScheduleEntry("reduce-on-plateau", (eta, steps, o) -> reduceOnPlateau(eta, o)),
            new ScheduleEntry("noam", (eta, steps, o) -> {
                long warmUp = o.count("warmUp", part(steps, 10));
                return new Noam(eta * Math.sqrt(warmUp), 1, warmUp); // eta is the highest rate then
            }));

    @Override
    public List<ScheduleEntry> entries() {
        return ENTRIES;
    }

    /** A part of the training, at least one update long. */
    private static long part(long steps, long parts) {
        return Math.max(1, steps / parts);
    }

    /** The factor per update that leaves one percent at the end of the training. */
    private static double toOnePercent(long steps) {
        return FastMath.pow(0.01, 1.0 / steps);
    }

    /** By default as in PyTorch. */
    private static Schedule reduceOnPlateau(double eta, Hyperparameters o) {
        double factor = o.get("factor", 0.1);
        Plateau plateau = new Plateau(
                o.count("patience", 10), o.get("relative", 1e-4), o.get("absolute", 0), o.count("cooldown", 0));
        return new ReduceOnPlateau(eta, factor, plateau, o.get("etaMin", 0), o.get("change", 1e-8), 0);
    }

    /** By default a tenth of the rate from half of the training on, and again from three quarters on, as in He et al. 2016. */
    private static Schedule piecewise(double eta, long steps, Hyperparameters o) {
        SortedMap<Long, Double> usual = new TreeMap<>(Map.of(part(steps, 2), eta / 10));
        usual.put(steps - steps / 4, eta / 100);
        SortedMap<Long, Double> rates = o.numbered("at", usual);
        List<Double> all =
                Stream.concat(Stream.of(eta), rates.values().stream()).toList();
        return new Piecewise(List.copyOf(rates.keySet()), all);
    }

    private static Schedule multiStep(double eta, long steps, Hyperparameters o) {
        Map<Long, Double> usual = Map.of(1L, (double) part(steps, 2), 2L, (double) (steps - steps / 4));
        List<Long> milestones = o.numbered("milestone", usual).entrySet().stream()
                .map(each ->
                        o.count("milestone" + each.getKey(), each.getValue().longValue()))
                .toList();
        return new MultiStep(eta, milestones, o.get("factor", 0.1));
    }

    @FunctionalInterface
    private interface Triangles {
        Schedule make(double etaMin, double etaMax, long up, long down);
    }

    private static Schedule triangles(double eta, long steps, Hyperparameters o, Triangles kind) {
        long up = o.count("up", part(steps, 8));
        return kind.make(o.get("etaMin", eta / 4), eta, up, o.count("down", up));
    }

    private static Schedule expRange(double eta, long steps, Hyperparameters o) {
        double factor = o.get("factor", toOnePercent(steps));
        return triangles(eta, steps, o, (min, max, up, down) -> new ExpRange(min, max, up, down, factor));
    }

    @FunctionalInterface
    private interface Cycle {
        Schedule make(double start, double peak, double end, long steps, double share);
    }

    private static Schedule cycle(double eta, long steps, Hyperparameters o, double usualShare, Cycle kind) {
        double start = o.get("start", eta / 25);
        double end = o.get("end", start / 1e4);
        return kind.make(start, eta, end, o.count("steps", steps), o.get("share", usualShare));
    }

    /** By default with a line up in a tenth of the updates, and with the last fifth of them for the way down. */
    private static Schedule wsd(double eta, long steps, Hyperparameters o, Supplier<Slope> down) {
        double etaMin = o.get("etaMin", 0);
        long all = o.count("steps", steps);
        long warmUp = o.count("warmUp", all / 10);
        return new Wsd(eta, etaMin, all, new Slope.Straight(), warmUp, down.get(), o.count("decay", all / 5));
    }
}
