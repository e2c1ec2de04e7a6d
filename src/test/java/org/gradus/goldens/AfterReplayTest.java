package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.after.Adan;
import org.gradus.optim.after.CautiousAdamW;
import org.gradus.optim.after.Lion;
import org.gradus.optim.after.Signum;
import org.gradus.optim.dialect.NoProxAdan;
import org.gradus.optim.dialect.PlainLmSignum;
import org.gradus.optim.rule.AdamW;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** after.json: trajectories of rules that came after the lecture, by their reference implementations in float64. */
class AfterReplayTest {
    private static final JsonObject FILE = Goldens.read("after.json");
    private static final String DECAY = "weight_decay";

    /** The rule of each family that there is, made from an entry's hyper-parameters. */
    private static final Map<String, Function<JsonObject, UpdateRule>> RULES = Map.of(
            "signum",
            h -> new Signum(number(h, "beta"), number(h, DECAY)),
            "signum_hb",
            h -> new PlainLmSignum(number(h, "momentum"), number(h, "dampening"), number(h, DECAY)),
            "lion",
            h -> new Lion(number(h, "beta1"), number(h, "beta2"), number(h, DECAY)),
            "adan",
            AfterReplayTest::adan,
            "adamw_wsd",
            h -> new AdamW(number(h, "beta1"), number(h, "beta2"), number(h, "eps"), number(h, DECAY)),
            "adamw_cautious",
            h -> new CautiousAdamW(number(h, "beta1"), number(h, "beta2"), number(h, "eps"), number(h, DECAY)));

    private static UpdateRule adan(JsonObject h) {
        double beta1 = number(h, "beta1");
        double beta2 = number(h, "beta2");
        double beta3 = number(h, "beta3");
        return h.get("no_prox").getAsBoolean()
                ? new NoProxAdan(beta1, beta2, beta3, number(h, "eps"), number(h, DECAY))
                : new Adan(beta1, beta2, beta3, number(h, "eps"), number(h, DECAY));
    }

    @TestFactory
    Stream<DynamicTest> trajectoriesAreThoseOfTheReference() {
        return Goldens.entries(FILE).stream()
                .filter(entry -> RULES.containsKey(family(entry)))
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> {
                    JsonObject hyper = entry.getAsJsonObject("hyper");
                    UpdateRule rule = RULES.get(family(entry)).apply(hyper);
                    double lr = number(hyper, "lr");
                    Schedule eta = hyper.has("wsd")
                            ? SchedulesReplayTest.wsd(lr, hyper.getAsJsonObject("wsd"))
                            : new Constant(lr);
                    Trajectories.replay(FILE, entry, new RuleWithRate(rule, eta), (t, state) -> {});
                }));
    }

    @Test
    void everyFamilyHasRuns() {
        assertThat(Goldens.entries(FILE).stream().map(AfterReplayTest::family)).containsAll(RULES.keySet());
    }

    private static String family(JsonObject entry) {
        return entry.get("optimizer").getAsString();
    }

    private static double number(JsonObject hyper, String name) {
        return hyper.get(name).getAsDouble();
    }
}
