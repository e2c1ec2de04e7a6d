package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.schedule.form.Slope;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScheduleTest {
    private static final String RATE = "a finite number, at least 0";
    private static final String POSITIVE = "a finite number, more than 0";
    private static final String COUNT = "a whole number, at least 1";
    private static final String FACTOR = "more than 0 and at most 1";

    @TestFactory
    Stream<DynamicTest> numbersOutsideTheirDomainAreRefusedInOneSentence() {
        return Stream.of(
                refused(() -> new Constant(0), "learning rate: η must be " + POSITIVE + ", found 0.0"),
                refused(() -> new StepDecay(0, 1, 1), "step-decay: eta must be " + POSITIVE + ", found 0.0"),
                refused(() -> new StepDecay(1, 0, 1), "step-decay: every must be " + COUNT + ", found 0"),
                refused(() -> new StepDecay(1, 1, 0), "step-decay: factor must be " + FACTOR + ", found 0.0"),
                refused(
                        () -> new ExponentialDecay(Double.NaN, 1),
                        "exponential-decay: eta must be " + POSITIVE + ", found NaN"),
                refused(
                        () -> new ExponentialDecay(1, 1.1),
                        "exponential-decay: factor must be " + FACTOR + ", found 1.1"),
                refused(
                        () -> new PolynomialDecay(-1, 0, 1, 1),
                        "polynomial-decay: eta must be " + POSITIVE + ", found -1.0"),
                refused(
                        () -> new PolynomialDecay(1, -1, 1, 1),
                        "polynomial-decay: etaEnd must be " + RATE + ", found -1.0"),
                refused(
                        () -> new PolynomialDecay(1, 0, 0, 1),
                        "polynomial-decay: steps must be " + COUNT + ", found 0"),
                refused(
                        () -> new PolynomialDecay(1, 0, 1, 0),
                        "polynomial-decay: power must be " + POSITIVE + ", found 0.0"),
                refused(() -> new LinearRamp(-1, 0, 1), "linear-ramp: from must be " + RATE + ", found -1.0"),
                refused(
                        () -> new LinearRamp(0, Double.POSITIVE_INFINITY, 1),
                        "linear-ramp: to must be " + RATE + ", found Infinity"),
                refused(() -> LinearRamp.rangeTest(0, 1, 1), "linear-ramp: steps must be " + COUNT + ", found 0"),
                refused(() -> new Cosine(0, 0, 1), "cosine: etaMax must be " + POSITIVE + ", found 0.0"),
                refused(() -> new Cosine(1, -1, 1), "cosine: etaMin must be " + RATE + ", found -1.0"),
                refused(() -> new Cosine(1e101, 0, 1), "cosine: etaMax must be at most 1.0E100, found 1.0E101"),
                refused(
                        () -> new Cosine(1, 0, Long.MAX_VALUE),
                        "cosine: steps must be at most 2⁵³ = 9007199254740992, found 9223372036854775807"),
                refused(() -> new MultiStep(0, List.of(), 1), "multi-step: eta must be " + POSITIVE + ", found 0.0"),
                refused(() -> new MultiStep(8, List.of(), 1.5), "multi-step: factor must be " + FACTOR + ", found 1.5"),
                refused(
                        () -> new MultiStep(8, List.of(3L, 2L), 1),
                        "multi-step: milestones must be whole numbers in order, each at least 0, found [3, 2]"),
                refused(() -> new Cosine(1, 0, 0), "cosine: steps must be " + COUNT + ", found 0"),
                refused(() -> new Sgdr(0, 0, 1, 1), "sgdr: etaMax must be " + POSITIVE + ", found 0.0"),
                refused(() -> new Sgdr(1, -1, 1, 1), "sgdr: etaMin must be " + RATE + ", found -1.0"),
                refused(() -> new Sgdr(1, 0, 0, 1), "sgdr: t0 must be " + COUNT + ", found 0"),
                refused(() -> new Sgdr(1, 0, 1, 0), "sgdr: tMult must be " + COUNT + ", found 0"),
                refused(() -> new Triangular(-1, 0, 1, 1), "triangular: etaMin must be " + RATE + ", found -1.0"),
                refused(() -> new Triangular2(0, -1, 1, 1), "triangular2: etaMax must be " + RATE + ", found -1.0"),
                refused(() -> new Triangular(0, 1, 0, 1), "triangular: up must be " + COUNT + ", found 0"),
                refused(() -> new Triangular2(0, 1, 1, 0), "triangular2: down must be " + COUNT + ", found 0"),
                refused(() -> new ExpRange(0, 1, 0, 1, 1), "exp-range: up must be " + COUNT + ", found 0"),
                refused(() -> new ExpRange(0, 1, 1, 1, 0), "exp-range: factor must be " + FACTOR + ", found 0.0"),
                refused(() -> new OneCycle(0, -1, 0, 9, 0.3), "one-cycle: peak must be " + RATE + ", found -1.0"),
                refused(() -> new OneCycle(0, 1, 0, 0, 0.3), "one-cycle: steps must be " + COUNT + ", found 0"),
                refused(() -> new OneCycle(0, 1, 0, 10, -0.1), "one-cycle: share must be from 0 to 1, found -0.1"),
                refused(
                        () -> new OneCycle(0, 1, 0, 10, 0.1),
                        "one-cycle: share must be other than 1 / 10, a warm-up without length, found 0.1"),
                refused(
                        () -> new CosineOneCycle(0, 1, -1, 9, 0.3),
                        "cosine-one-cycle: end must be " + RATE + ", found -1.0"),
                refused(
                        () -> new CosineOneCycle(0, 1, 0, 10, Double.NaN),
                        "cosine-one-cycle: share must be from 0 to 1, found NaN"),
                refused(() -> wsd(0, 0, 9, 1, 1), "wsd: etaMax must be " + POSITIVE + ", found 0.0"),
                refused(() -> wsd(1, -1, 9, 1, 1), "wsd: etaMin must be " + RATE + ", found -1.0"),
                refused(() -> wsd(1, 0, 0, 0, 0), "wsd: steps must be " + COUNT + ", found 0"),
                refused(() -> wsd(1, 0, 9, -1, 1), "wsd: warmUp must be " + RATE + ", found -1.0"),
                refused(() -> wsd(1, 0, 9, 1, -1), "wsd: decay must be " + RATE + ", found -1.0"),
                refused(
                        () -> wsd(1, 0, 9, 7, 3),
                        "wsd: steps − warmUp − decay must be at least 0, the length of the stable phase, found -1"),
                refused(
                        () -> wsd(1, 0, 9, Long.MAX_VALUE, Long.MAX_VALUE),
                        "wsd: steps − warmUp − decay must be at least 0, the length of the stable phase, found -9223372036854775808"),
                refused(
                        () -> new Wsd(1, 0, 9, new Slope.Straight(), 5, new Slope.Root(), 5),
                        "root-wsd: steps − warmUp − decay must be at least 0, the length of the stable phase, found -1"),
                refused(() -> new Slope.Wave(0), "wave: cycles must be " + POSITIVE + ", found 0.0"),
                refused(() -> new Noam(0, 1, 1), "noam: factor must be " + POSITIVE + ", found 0.0"),
                refused(() -> new Noam(1, 0, 1), "noam: modelSize must be " + COUNT + ", found 0"),
                refused(() -> new Noam(1, 1, 0), "noam: warmUp must be " + COUNT + ", found 0"),
                refused(
                        () -> new LinearWarmUp(0, new Constant(1)),
                        "linear-warm-up: steps must be " + COUNT + ", found 0"),
                refused(() -> new RootWarmUp(0, new Constant(1)), "root-warm-up: steps must be " + COUNT + ", found 0"),
                refused(
                        () -> new Sequence(new Constant(1), 0, new Constant(1)),
                        "sequence: steps must be " + COUNT + ", found 0"),
                refused(
                        () -> new Piecewise(List.of(3L, 2L), List.of(1.0, 1.0, 1.0)),
                        "piecewise: boundaries must be whole numbers in order, each at least 0, found [3, 2]"),
                refused(
                        () -> new Piecewise(List.of(-1L), List.of(1.0, 1.0)),
                        "piecewise: boundaries must be whole numbers in order, each at least 0, found [-1]"),
                refused(
                        () -> new Piecewise(List.of(2L), List.of(1.0)),
                        "piecewise: the number of rates must be one more than that of the boundaries, 1, found 1"),
                refused(
                        () -> new Piecewise(List.of(), List.of(-1.0)),
                        "piecewise: each rate must be " + RATE + ", found -1.0"));
    }

    @TestFactory
    Stream<DynamicTest> numbersOfPlateausAreRefusedToo() {
        String whole = "a whole number, at least 0";
        Plateau plateau = new Plateau(10, 1e-4, 0, 0);
        return Stream.of(
                refused(() -> new Plateau(-1, 0, 0, 0), "plateau: patience must be " + whole + ", found -1"),
                refused(
                        () -> new Plateau(0, 1, 0, 0),
                        "plateau: relative must be at least 0 and less than 1, found 1.0"),
                refused(() -> new Plateau(0, 0, -1, 0), "plateau: absolute must be " + RATE + ", found -1.0"),
                refused(() -> new Plateau(0, 0, 0, -1), "plateau: cooldown must be " + whole + ", found -1"),
                refused(
                        () -> new ReduceOnPlateau(0, 1, plateau, 0, 0, 0),
                        "reduce-on-plateau: eta must be " + POSITIVE + ", found 0.0"),
                refused(
                        () -> new ReduceOnPlateau(1, 0, plateau, 0, 0, 0),
                        "reduce-on-plateau: factor must be " + FACTOR + ", found 0.0"),
                refused(
                        () -> new ReduceOnPlateau(1, 1, plateau, 2, 0, 0),
                        "reduce-on-plateau: etaMin must be at most eta = 1.0, found 2.0"),
                refused(
                        () -> new ReduceOnPlateau(1, 1, plateau, 0, Double.NaN, 0),
                        "reduce-on-plateau: change must be " + RATE + ", found NaN"));
    }

    @Test
    void schedulesAreNamedAfterTheirRecords() {
        assertThat(new CosineOneCycle(0, 1, 0, 10, 0.5).name()).isEqualTo("cosine-one-cycle");
        assertThat(new Triangular2(0, 1, 1, 1).name()).isEqualTo("triangular2");
        assertThat(wsd(1, 0, 9, 1, 1).name()).isEqualTo("wsd");
        assertThat(new Wsd(1, 0, 9, new Slope.Root(), 1, new Slope.Straight(), 1).name())
                .isEqualTo("linear-wsd");
        Schedule lambda = t -> 1;
        assertThat(lambda.name()).isEqualTo("function");
    }

    @Test
    void aLambdaSaysThatItsValuesAreGiven() {
        Schedule lambda = t -> 10 + t;
        assertThat(lambda.equations().text()).isEqualTo("η_t = f_t");
        assertThat(lambda.equations().at(7).value("η_t")).containsExactly(17);
    }

    @Test
    void equationsOfAWarmUpComeFromThoseInside() {
        Schedule schedule = new LinearWarmUp(5, new RootWarmUp(7, new Cosine(0.1, 0.01, 20)));
        assertThat(schedule.equations().text()).isEqualTo("""
                        η′′_t = η_{min} + (η_{max} − η_{min}) (1 + cos(π t / T)) / 2
                        η′_t = √min(1, (t + 1) / T′_w) η′′_t
                        η_t = min(1, (t + 1) / T_w) η′_t""");
        assertThat(schedule.equations().constants())
                .containsEntry("T_w", 5.0)
                .containsEntry("T′_w", 7.0)
                .containsEntry("η_{min}", 0.01);
    }

    @Test
    void equationsOfASequenceComeFromItsParts() {
        Schedule schedule = new Sequence(
                new ExponentialDecay(1, 0.5), 3, new Sequence(new ExponentialDecay(2, 0.25), 4, t -> 10 + t));
        assertThat(schedule.equations().text()).isEqualTo("""
                        η_t = η γ^t, if t < 3
                        η_t = η′ γ′^{t − 3}, if t ≥ 3 and t − 3 < 4
                        η_t = f_{t−7}, if t ≥ 3 and t − 3 ≥ 4""");
        assertThat(schedule.equations().at(2).value("η_t")).containsExactly(0.25);
        assertThat(schedule.equations().at(4).value("η_t")).containsExactly(0.5);
        assertThat(schedule.equations().at(9).value("η_t")).containsExactly(12);
    }

    private static Wsd wsd(double etaMax, double etaMin, long steps, long warmUp, long decay) {
        return new Wsd(etaMax, etaMin, steps, new Slope.Straight(), warmUp, new Slope.Wave(), decay);
    }

    private static DynamicTest refused(ThrowingCallable call, String message) {
        return DynamicTest.dynamicTest(
                message,
                () -> assertThatThrownBy(call)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }
}
