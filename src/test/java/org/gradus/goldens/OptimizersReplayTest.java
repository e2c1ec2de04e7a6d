package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.State;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.dialect.PyTorchAdagrad;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.SgdmEma;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.optim.rule.Sgdwm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** optimizers.json: trajectories of 200 steps, by PyTorch and reference implementations in float64. */
class OptimizersReplayTest {
    private static final int STEPS = 200;
    private static final JsonObject FILE = Goldens.read("optimizers.json");
    private static final Map<String, Function<JsonObject, UpdateRule>> RULES = rules();

    private static Map<String, Function<JsonObject, UpdateRule>> rules() {
        Map<String, Function<JsonObject, UpdateRule>> rules = new LinkedHashMap<>();
        rules.put("sgd", h -> new Sgd());
        rules.put("sgdm", h -> new Sgdm(number(h, "momentum")));
        rules.put("sgdm_ema", h -> new SgdmEma(number(h, "beta1")));
        rules.put("sgdm_sched_lecture", h -> new Sgdm(number(h, "momentum")));
        rules.put("nag", h -> new Nag(number(h, "momentum")));
        rules.put("sgdm_l2", h -> new SgdmL2(number(h, "momentum"), number(h, "weight_decay")));
        // the lecture's γ is not multiplied by η, timm's weight_decay is
        rules.put("sgdwm", h -> new Sgdwm(number(h, "momentum"), number(h, "lr") * number(h, "weight_decay")));
        rules.put("adagrad", OptimizersReplayTest::adagrad);
        rules.put("rmsprop_lecture", h -> new RmsProp(number(h, "alpha")));
        rules.put("adam", OptimizersReplayTest::adam);
        rules.put("adam_l2", h -> new AdamL2(beta1(h), beta2(h), eps(h), number(h, "weight_decay")));
        rules.put("adamw", h -> new AdamW(beta1(h), beta2(h), eps(h), number(h, "weight_decay")));
        rules.put("amsgrad_lecture", h -> new AmsGrad(beta1(h), beta2(h), eps(h)));
        rules.put("nadam_lecture", h -> new Nadam(beta1(h), beta2(h), eps(h)));
        rules.put("radam_lecture", h -> new RAdam(beta1(h), beta2(h), eps(h)));
        // its γ is 1 − β2 in all entries, as in the lecture
        rules.put("adabound_lecture_mhat", h -> new AdaBound(beta1(h), beta2(h), eps(h), number(h, "final_lr")));
        rules.put("swats_paper", h -> new Swats(beta1(h), beta2(h), eps(h), number(h, "tol")));
        rules.put("lookahead_sgdm", h -> lookahead(new Sgdm(number(h, "momentum")), h));
        rules.put("lookahead_adam", h -> lookahead(adam(h), h));
        rules.put("adam_linear_warmup", OptimizersReplayTest::adam);
        rules.putAll(DialectFamilies.rules());
        return rules;
    }

    @TestFactory
    Stream<DynamicTest> trajectoriesAreThoseOfTheReference() {
        return tests(
                RULES.keySet(), entry -> replay(entry, RULES.get(family(entry)).apply(hyper(entry)), (t, state) -> {}));
    }

    @TestFactory
    Stream<DynamicTest> nagInItsOriginalFormIsNag() {
        return tests(Set.of("nag"), entry -> {
            UpdateRule original = new NagOriginal(number(hyper(entry), "momentum"));
            replay(entry, original, (t, state) -> assertUnprimed(entry, t, state.vector("θ")));
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutThePrimeThetaIsLambdaMAhead() {
        return tests(Set.of("nag"), entry -> {
            double lambda = number(hyper(entry), "momentum");
            replay(entry, new Nag(lambda), (t, state) -> {
                double[] theta = Goldens.numbers(entry.getAsJsonObject("theta").getAsJsonArray(Integer.toString(t)));
                double[] m = state.vector("m");
                Arrays.setAll(theta, i -> theta[i] + lambda * m[i]);
                assertUnprimed(entry, t, theta);
            });
        });
    }

    private static void assertUnprimed(JsonObject entry, int t, double[] found) {
        double[] expected =
                Goldens.numbers(entry.getAsJsonObject("theta_unprimed").getAsJsonArray(Integer.toString(t)));
        Goldens.assertClose("θ, not θ′, after step " + t, found, expected, tolerance(entry), 0);
    }

    @TestFactory
    Stream<DynamicTest> swatsSwitchesWhenThePaperDoes() {
        return tests(Set.of("swats_paper"), entry -> {
            Swats rule = (Swats) RULES.get("swats_paper").apply(hyper(entry));
            JsonElement step = entry.getAsJsonObject("switch").get("switched_after_step");
            JsonElement rate = entry.getAsJsonObject("switch").get("LAMBDA");
            replay(entry, rule, (t, state) -> {
                Optional<Swats.Switch> found = rule.switched(state);
                if (step.isJsonNull() || t < step.getAsInt()) {
                    assertThat(found).isEmpty();
                } else {
                    assertThat(found.orElseThrow().step()).isEqualTo(step.getAsLong());
                    assertThat(found.orElseThrow().rate()).isCloseTo(rate.getAsDouble(), within(tolerance(entry)));
                }
            });
        });
    }

    @Test
    void everyFamilyIsReplayed() {
        assertThat(RULES.keySet())
                .hasSize(32)
                .isEqualTo(FILE.getAsJsonObject("families").keySet());
        assertThat(entries(RULES.keySet())).hasSize(192);
    }

    private static Stream<DynamicTest> tests(Set<String> families, Consumer<JsonObject> test) {
        return entries(families)
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> test.accept(entry)));
    }

    private static Stream<JsonObject> entries(Set<String> families) {
        return Goldens.entries(FILE).stream().filter(entry -> families.contains(family(entry)));
    }

    private static void replay(JsonObject entry, UpdateRule rule, BiConsumer<Integer, State> look) {
        Trajectories.replay(FILE, entry, new RuleWithRate(rule, eta(entry)), look);
    }

    private static UpdateRule adagrad(JsonObject h) {
        return number(h, "eps") == 0 ? new Adagrad() : new PyTorchAdagrad(0, 0, eps(h)); // the lecture has no ε
    }

    private static Adam adam(JsonObject h) {
        return new Adam(beta1(h), beta2(h), eps(h));
    }

    private static Lookahead lookahead(UpdateRule inner, JsonObject h) {
        boolean reset = h.has("pullback") && h.get("pullback").getAsString().equals("reset");
        return new Lookahead(inner, h.get("k").getAsInt(), number(h, "alpha"), reset ? Pullback.RESET : Pullback.NONE);
    }

    private static Schedule eta(JsonObject entry) {
        double lr = number(hyper(entry), "lr");
        return switch (family(entry)) {
            case "sgdm_sched_lecture", "sgdm_sched_torch" -> t -> 0.5 * lr * (1 + FastMath.cos(Math.PI * t / STEPS));
            case "adam_linear_warmup" -> t -> lr * Math.min(1, (t + 1) / 20.0);
            default -> new Constant(lr);
        };
    }

    private static double beta1(JsonObject h) {
        return number(h, "beta1");
    }

    private static double beta2(JsonObject h) {
        return number(h, "beta2");
    }

    private static double eps(JsonObject h) {
        return Goldens.epsilon(h);
    }

    private static double number(JsonObject h, String name) {
        return h.get(name).getAsDouble();
    }

    private static JsonObject hyper(JsonObject entry) {
        return entry.getAsJsonObject("hyper");
    }

    private static String family(JsonObject entry) {
        return entry.get("optimizer").getAsString();
    }

    private static double tolerance(JsonObject entry) {
        return entry.get("abs_tol").getAsDouble();
    }
}
