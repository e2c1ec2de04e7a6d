package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gradus.schedule.Cosine;
import org.gradus.schedule.CosineOneCycle;
import org.gradus.schedule.ExpRange;
import org.gradus.schedule.ExponentialDecay;
import org.gradus.schedule.LinearRamp;
import org.gradus.schedule.MultiStep;
import org.gradus.schedule.OneCycle;
import org.gradus.schedule.Plateau;
import org.gradus.schedule.ReduceOnPlateau;
import org.gradus.schedule.Schedule;
import org.gradus.schedule.Sequence;
import org.gradus.schedule.Sgdr;
import org.gradus.schedule.StepDecay;
import org.gradus.schedule.ThreeWaveOneCycle;
import org.gradus.schedule.Triangular;
import org.gradus.schedule.Triangular2;
import org.gradus.schedule.TwoLineOneCycle;
import org.gradus.schedule.Wsd;
import org.gradus.schedule.form.Slope;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * schedules.json and schedules_more.json: learning rates, and the momenta that cycle against them, by PyTorch 1.13.1 in float64; after.json:
 * transformers 5.17.0 on it.
 */
class SchedulesReplayTest {
    private static final String RANGE_TEST = "LRRangeTest";

    /** What an entry's schedule is here, by the name of PyTorch's scheduler. */
    private static final Map<String, Function<JsonObject, Schedule>> SCHEDULES = Map.ofEntries(
            Map.entry("StepLR", e -> new StepDecay(base(e), (long) hyper(e, "step_size"), hyper(e, "gamma"))),
            Map.entry("MultiStepLR", e -> new MultiStep(base(e), milestones(e), hyper(e, "gamma"))),
            Map.entry("ExponentialLR", e -> new ExponentialDecay(base(e), hyper(e, "gamma"))),
            Map.entry("CosineAnnealingLR", e -> new Cosine(base(e), hyper(e, "eta_min", 0), (long) hyper(e, "T_max"))),
            Map.entry("CosineAnnealingWarmRestarts", SchedulesReplayTest::sgdr),
            Map.entry("CyclicLR", e -> cyclic(e, hyper(e, "base_lr"), hyper(e, "max_lr"))),
            Map.entry("OneCycleLR", SchedulesReplayTest::oneCycle),
            Map.entry("WarmupStableDecay", e -> wsd(base(e), e.getAsJsonObject("hyper"))),
            Map.entry("LinearLR", e -> linear(e, (long) hyper(e, "total_iters"))),
            Map.entry("SequentialLR(LinearLR, CosineAnnealingLR)", SchedulesReplayTest::warmUpThenCosine),
            Map.entry(
                    RANGE_TEST, e -> LinearRamp.rangeTest(hyper(e, "min"), hyper(e, "max"), (long) hyper(e, "steps"))));

    /** The momentum that goes with an entry's schedule. */
    private static final Map<String, Function<JsonObject, Schedule>> MOMENTA = Map.of(
            "CyclicLR",
            e -> cyclic(e, hyper(e, "max_momentum"), hyper(e, "base_momentum")),
            "OneCycleLR",
            SchedulesReplayTest::oneCycleMomentum);

    /** The other tables of the file, which are no learning rates. */
    private static final Set<String> NO_SCHEDULES =
            Set.of("RAdam rectification", "AdaBound clip bounds", "gradient noise", "ReduceLROnPlateau");

    @TestFactory
    Stream<DynamicTest> ratesAreThoseOfTheReference() {
        return entries()
                .filter(e -> SCHEDULES.containsKey(kind(e)))
                .map(e -> DynamicTest.dynamicTest(e.get("id").getAsString(), () -> {
                    double[] expected = Goldens.numbers(e.getAsJsonArray(kind(e).equals(RANGE_TEST) ? "values" : "lr"));
                    replay(e, SCHEDULES.get(kind(e)).apply(e), expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> momentaAreThoseOfTheReference() {
        return entries()
                .filter(e -> e.has("momentum"))
                .map(e -> DynamicTest.dynamicTest(
                        e.get("id").getAsString(),
                        () -> replay(e, MOMENTA.get(kind(e)).apply(e), Goldens.numbers(e.getAsJsonArray("momentum")))));
    }

    /** After each of the losses; they may be asked for in any order, as nothing is kept. */
    @TestFactory
    Stream<DynamicTest> ratesAfterLossesAreThoseOfTheReference() {
        return entries()
                .filter(e -> kind(e).equals("ReduceLROnPlateau"))
                .map(e -> DynamicTest.dynamicTest(e.get("id").getAsString(), () -> {
                    Schedule schedule = reduceOnPlateau(e);
                    List<Double> losses = Arrays.stream(Goldens.numbers(e.getAsJsonArray("losses")))
                            .boxed()
                            .toList();
                    double[] expected = Goldens.numbers(e.getAsJsonArray("lr"));
                    double[] found = IntStream.range(0, expected.length)
                            .mapToDouble(
                                    n -> schedule.seeing(losses.subList(0, n)).at(n))
                            .toArray();
                    Goldens.assertClose(e.get("id").getAsString(), found, expected, tolerance(e), 0);
                }));
    }

    private static Schedule reduceOnPlateau(JsonObject e) {
        boolean relative =
                e.getAsJsonObject("hyper").get("threshold_mode").getAsString().equals("rel");
        double threshold = hyper(e, "threshold");
        Plateau plateau =
                new Plateau((int) hyper(e, "patience"), relative ? threshold : 0, relative ? 0 : threshold, (int)
                        hyper(e, "cooldown"));
        return new ReduceOnPlateau(base(e), hyper(e, "factor"), plateau, hyper(e, "min_lr"), hyper(e, "eps"), 0);
    }

    @Test
    void everyEntryIsKnown() {
        assertThat(entries().map(SchedulesReplayTest::kind))
                .allMatch(kind -> SCHEDULES.containsKey(kind) || NO_SCHEDULES.contains(kind))
                .containsAll(SCHEDULES.keySet());
    }

    private static Stream<JsonObject> entries() {
        Stream<JsonObject> lectures = Stream.of("schedules.json", "schedules_more.json")
                .flatMap(file -> Goldens.entries(Goldens.read(file)).stream());
        Stream<JsonElement> after = StreamSupport.stream(
                Goldens.read("after.json").getAsJsonArray("schedules").spliterator(), false);
        return Stream.concat(lectures, after.map(JsonElement::getAsJsonObject));
    }

    private static void replay(JsonObject entry, Schedule schedule, double[] expected) {
        double[] found =
                LongStream.range(0, expected.length).mapToDouble(schedule::at).toArray();
        Goldens.assertClose(entry.get("id").getAsString(), found, expected, tolerance(entry), 0);
    }

    /** The entry's own; where it has none, 4 ulp; where PyTorch computes each rate from the one before, what the file says of that. */
    private static double tolerance(JsonObject entry) {
        double suggested =
                entry.has("abs_tol") ? entry.get("abs_tol").getAsDouble() : 4 * Math.ulp(hyper(entry, "max"));
        return kind(entry).contains("CosineAnnealingLR") ? Math.max(suggested, 1e-12 * base(entry)) : suggested;
    }

    /** PyTorch counts epochs, and fractions of them; the first fraction says how many updates an epoch has. */
    private static Schedule sgdr(JsonObject e) {
        double perEpoch = e.has("epoch") ? 1 / e.getAsJsonArray("epoch").get(1).getAsDouble() : 1;
        long t0 = Math.round(hyper(e, "T_0") * perEpoch);
        return new Sgdr(base(e), hyper(e, "eta_min", 0), t0, (long) hyper(e, "T_mult", 1));
    }

    private static Schedule cyclic(JsonObject e, double low, double high) {
        long up = (long) hyper(e, "step_size_up");
        long down = (long) hyper(e, "step_size_down", up);
        return switch (e.getAsJsonObject("hyper").get("mode").getAsString()) {
            case "triangular" -> new Triangular(low, high, up, down);
            case "triangular2" -> new Triangular2(low, high, up, down);
            case "exp_range" -> new ExpRange(low, high, up, down, hyper(e, "gamma"));
            default -> throw new IllegalArgumentException("no such mode: " + e);
        };
    }

    private static Schedule oneCycle(JsonObject e) {
        double peak = hyper(e, "max_lr");
        double start = peak / hyper(e, "div_factor");
        return oneCycle(e, start, peak, start / hyper(e, "final_div_factor"));
    }

    private static Schedule oneCycleMomentum(JsonObject e) {
        double high = hyper(e, "max_momentum");
        return oneCycle(e, high, hyper(e, "base_momentum"), high);
    }

    private static Schedule oneCycle(JsonObject e, double start, double peak, double end) {
        JsonObject hyper = e.getAsJsonObject("hyper");
        String kind = hyper.get("anneal_strategy").getAsString()
                + (hyper.get("three_phase").getAsBoolean() ? " in three phases" : " in two phases");
        long steps = (long) hyper(e, "total_steps");
        return switch (kind) {
            case "linear in three phases" -> new OneCycle(start, peak, end, steps, hyper(e, "pct_start"));
            case "cos in three phases" -> new ThreeWaveOneCycle(start, peak, end, steps, hyper(e, "pct_start"));
            case "linear in two phases" -> new TwoLineOneCycle(start, peak, end, steps, hyper(e, "pct_start"));
            case "cos in two phases" -> new CosineOneCycle(start, peak, end, steps, hyper(e, "pct_start"));
            default -> throw new IllegalArgumentException("there is no one-cycle schedule " + kind);
        };
    }

    /** By the arguments of transformers' get_wsd_schedule. */
    static Schedule wsd(double eta, JsonObject hyper) {
        long warmUp = hyper.get("num_warmup_steps").getAsLong();
        long decay = hyper.get("num_decay_steps").getAsLong();
        long steps = warmUp + hyper.get("num_stable_steps").getAsLong() + decay;
        Slope up = slope(hyper.get("warmup_type").getAsString(), 0.5);
        Slope down = slope(
                hyper.get("decay_type").getAsString(), hyper.get("num_cycles").getAsDouble());
        return new Wsd(eta, eta * hyper.get("min_lr_ratio").getAsDouble(), steps, up, warmUp, down, decay);
    }

    private static Slope slope(String type, double cycles) {
        return switch (type) {
            case "linear" -> new Slope.Straight();
            case "cosine" -> new Slope.Wave(cycles);
            case "1-sqrt" -> new Slope.Root();
            default -> throw new IllegalArgumentException("no such slope: " + type);
        };
    }

    private static LinearRamp linear(JsonObject e, long steps) {
        return new LinearRamp(base(e) * hyper(e, "start_factor"), base(e) * hyper(e, "end_factor", 1), steps);
    }

    private static Schedule warmUpThenCosine(JsonObject e) {
        long warmUp = (long) hyper(e, "warmup");
        Cosine cosine = new Cosine(base(e), hyper(e, "eta_min", 0), (long) hyper(e, "T_max"));
        return new Sequence(linear(e, warmUp), warmUp, cosine);
    }

    private static List<Long> milestones(JsonObject e) {
        double[] milestones = Goldens.numbers(e.getAsJsonObject("hyper").getAsJsonArray("milestones"));
        return Arrays.stream(milestones).mapToObj(m -> (long) m).toList();
    }

    private static String kind(JsonObject entry) {
        return entry.get("scheduler").getAsString();
    }

    private static double base(JsonObject entry) {
        return entry.get("base_lr").getAsDouble();
    }

    private static double hyper(JsonObject entry, String name) {
        return entry.getAsJsonObject("hyper").get(name).getAsDouble();
    }

    private static double hyper(JsonObject entry, String name, double otherwise) {
        JsonObject hyper = entry.getAsJsonObject("hyper");
        return hyper.has(name) && !hyper.get(name).isJsonNull() ? hyper(entry, name) : otherwise;
    }
}
