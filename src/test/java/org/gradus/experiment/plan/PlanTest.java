package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class PlanTest {
    private static final Plan IRIS = Plan.of(RunSpec.of("data=iris"));

    @Test
    void theRunsAreAllCombinationsTheLastAxisFastest() {
        Plan plan = IRIS.over("rule=sgdm,Adam:beta1=0.8,epsilon=1e-6").over(Settings.SEED, 1L, 2L);
        assertThat(plan.size()).isEqualTo(4);
        assertThat(plan.runs())
                .extracting(RunSpec::brief)
                .containsExactly(
                        "data=iris rule=sgdm",
                        "data=iris seed=2 rule=sgdm",
                        "data=iris rule=adam:beta1=0.8,epsilon=1e-6",
                        "data=iris seed=2 rule=adam:beta1=0.8,epsilon=1e-6");
        assertThat(plan).hasToString("4 runs over rule, seed");
    }

    @Test
    void theOrderOfTheAxesDoesNotMatterToWhatItIs() {
        Plan one = IRIS.over("rule=sgdm,adam").over("seed=1,2");
        Plan other = IRIS.over("seed=2,1").over("rule=adam,sgdm");
        assertThat(one.id())
                .isEqualTo(other.id())
                .isNotEqualTo(IRIS.over("seed=1,2").id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden=64;64,32 | 64 / 64,32",
                "hidden=16,32 | 16 / 32",
                "schedule=cosine:etaMin=1e-4,linearWarmUp=10,one-cycle:share=0.3,constant | cosine:etaMin=0.0001,linearWarmUp=10 / one-cycle:share=0.3 / constant",
                "rule= Sgd , adam:beta1=0.8,beta2=0.9 , lookahead(adam):k=3 | sgd / adam:beta1=0.8,beta2=0.9 / lookahead(adam):k=3",
                "learning-rate=1e-2,0.1 | 0.01 / 0.1",
            })
    void anAxisIsTyped(String axis, String values) {
        assertThat(Plan.changes(axis).stream()
                        .map(change -> change.values().iterator().next())
                        .toList())
                .containsExactly(values.split(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule=adam,Adam | plan: rule=adam is given twice; leave one out",
                "rule=adam,adam:beta1=0.9 | plan: rule=adam is given twice; leave one out",
                "seed=1,1 | plan: seed=1 is given twice; leave one out",
                "rule | 'rule': an axis is typed SETTING=VALUE,VALUE, as in learning-rate=0.01,0.1; found no name before a '='",
                "eopchs=1,2 | there is no setting 'eopchs'; did you mean epochs? the settings are data, ",
                "epochs=1,0 | epochs: must be a whole number from 1 to 1000000000, found '0'",
                "rule=adam,sgmd | rule: there is no rule 'sgmd'; did you mean sgd? the rules are ",
            })
    void anAxisThatIsNoneIsRefused(String axis, String message) {
        assertThatThrownBy(() -> IRIS.over(axis)).hasMessageStartingWith(message);
    }

    @Test
    void whatIsVariedIsVariedOnce() {
        assertThatThrownBy(() -> IRIS.over("seed=1,2").over("seed=3"))
                .hasMessage("plan: seed is varied twice; give all its values at once");
        assertThatThrownBy(() -> IRIS.over(Settings.SEED, List.of()))
                .hasMessage("plan: an axis needs at least one value; give one, or leave the axis out");
        assertThatThrownBy(() -> IRIS.overEach(List.of("rule=adam", "rule=adam learning-rate=0.02"))
                        .runs())
                .hasMessage("plan: the run 'data=iris' comes twice; leave one out");
    }

    @Test
    void tooManyRunsAreFoundByCounting() {
        List<Long> many = LongStream.range(0, 1001).boxed().toList();
        Plan thousand = IRIS.over(Settings.SEED, many);
        assertThatThrownBy(() -> thousand.over(
                        Settings.EPOCHS,
                        many.stream().map(n -> n.intValue() + 1).toList()))
                .hasMessage("plan: these would be more than 1000000 runs; take fewer values");
    }

    @Test
    void aCombinationThatContradictsItselfIsRefused() {
        assertThatThrownBy(
                        () -> IRIS.over("hidden=64;none").over("dropout=0,0.5").runs())
                .hasMessageStartingWith("dropout=0.5 does nothing here: there is no hidden layer;");
    }
}
