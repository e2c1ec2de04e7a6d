package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final RunSpec BASE = RunSpec.of("data=iris hidden=8 epochs=10");

    private static Forecast of(Plan plan) {
        return Forecast.of(plan.runs(), new DataShelf());
    }

    @Test
    void runsThatDifferInNumbersAreOfOneSize() {
        Forecast forecast = of(Plan.of(BASE)
                .over("learning-rate=0.01,0.1")
                .over("rule=adam,adam:beta1=0.8")
                .over(Settings.SEED, 1L, 2L));
        assertThat(forecast.sizes()).isEqualTo(1);
        assertThat(forecast.seconds()).isCloseTo(8 * forecast.longest(), within(1e-9));
        assertThat(forecast.seconds(2)).isCloseTo(forecast.seconds() / 2, within(1e-12));
        assertThat(forecast.seconds(100)).isEqualTo(forecast.longest());
    }

    @Test
    void otherRulesBatchesAndLayersAreOtherSizes() {
        assertThat(of(Plan.of(BASE).over("rule=adam,sgd").over("batch-size=8,16"))
                        .sizes())
                .isEqualTo(4);
    }

    /** They are of one size, and so of one timing: the longer one has ten times the steps. */
    @Test
    void aLongerRunTakesLonger() {
        Forecast both = of(Plan.of(BASE).over("epochs=100,1000"));
        assertThat(both.sizes()).isEqualTo(1);
        double shorter = both.seconds() - both.longest();
        assertThat(both.longest() / shorter).isBetween(5.0, 10.0);
    }

    @Test
    void whatCannotBeRunTakesNoTime() {
        assertThat(of(Plan.of(BASE.with("data=csv:none.csv"))).seconds()).isZero();
        assertThat(Forecast.of(List.of(), new DataShelf())).isEqualTo(new Forecast(0, 0, 0, 0));
    }
}
