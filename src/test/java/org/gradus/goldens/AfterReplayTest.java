package org.gradus.goldens;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.after.Signum;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** after.json: trajectories of rules that came after the lecture, by their reference implementations in float64. */
class AfterReplayTest {
    private static final JsonObject FILE = Goldens.read("after.json");

    /** The rule of each family that there is, made from an entry's hyper-parameters. */
    private static final Map<String, Function<JsonObject, UpdateRule>> RULES = Map.of(
            "signum",
            h -> new Signum(h.get("beta").getAsDouble(), h.get("weight_decay").getAsDouble()));

    @TestFactory
    Stream<DynamicTest> trajectoriesAreThoseOfTheReference() {
        return Goldens.entries(FILE).stream()
                .filter(entry -> RULES.containsKey(entry.get("optimizer").getAsString()))
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> {
                    JsonObject hyper = entry.getAsJsonObject("hyper");
                    UpdateRule rule =
                            RULES.get(entry.get("optimizer").getAsString()).apply(hyper);
                    double eta = hyper.get("lr").getAsDouble();
                    Trajectories.replay(FILE, entry, new RuleWithRate(rule, eta), (t, state) -> {});
                }));
    }
}
