package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTextTest {
    static Iterable<String> names() {
        return Schedules.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsItsSchedule(String name) {
        assertThat(Schedules.parse(name, 0.5, 100)).isEqualTo(Schedules.named(name, 0.5, 100, Map.of()));
        ScheduleText text = ScheduleText.parse(name);
        assertThat(text.complete(0.5, 100).schedule(0.5, 100)).isEqualTo(text.schedule(0.5, 100));
        assertThat(text.complete(0.5, 100).parts().get(0).options()).isEqualTo(Schedules.options(name, 0.5, 100));
    }

    @Test
    void schedulesComeOneAfterTheOther() {
        ScheduleText text =
                ScheduleText.parse(" Constant@100 + one-cycle:share=0.3,start=1e+0@50+cosine:linearWarmUp=10");
        assertThat(text).hasToString("constant@100+one-cycle:share=0.3,start=1@50+cosine:linearWarmUp=10");
        assertThat(ScheduleText.parse(text.toString())).isEqualTo(text);
        assertThat(text.schedule(2, 1000))
                .isEqualTo(new Sequence(
                        new Constant(2),
                        100,
                        new Sequence(
                                new OneCycle(1, 2, 1e-4, 50, 0.3), 50, new LinearWarmUp(10, new Cosine(2, 0, 850)))));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> ScheduleText.parse("cosin")).hasMessageContaining("did you mean cosine?");
        assertThatThrownBy(() -> ScheduleText.parse("one-cycle:shar=0.3")).hasMessageContaining("did you mean share?");
        assertThatThrownBy(() -> ScheduleText.parse("one-cycle:share=3")).hasMessageContaining("share");
        assertThatThrownBy(() -> ScheduleText.parse("constant+cosine"))
                .hasMessageStartingWith(
                        "'constant+cosine': schedules one after the other are typed as in constant@100+cosine")
                .hasMessageEndingWith("found 'constant'");
        assertThatThrownBy(() -> ScheduleText.parse("cosine@10")).hasMessageEndingWith("found 'cosine@10'");
        assertThatThrownBy(() -> ScheduleText.parse("constant@0+cosine"))
                .hasMessage("'constant@0+cosine': behind the @ stands a number of updates, at least 1; found '0'");
        assertThatThrownBy(() -> Schedules.parse("constant@100+cosine", 1, 100))
                .hasMessage(
                        "schedule constant@100+cosine: the number of updates before its last part must be less than the training's, which is 100, found 100");
    }
}
