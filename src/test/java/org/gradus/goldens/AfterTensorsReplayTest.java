package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.data.Dataset;
import org.gradus.data.LabeledCsv;
import org.gradus.nn.loss.Losses;
import org.gradus.optim.Group;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.after.Asam;
import org.gradus.optim.after.Muon;
import org.gradus.optim.after.MuonAuxAdam;
import org.gradus.optim.after.NewtonSchulz;
import org.gradus.optim.after.PyTorchMuon;
import org.gradus.optim.after.PyTorchMuon.StepLength;
import org.gradus.optim.after.Sam;
import org.gradus.optim.after.ScheduleFreeAdamW;
import org.gradus.optim.after.ScheduleFreeSgd;
import org.gradus.optim.after.Soap;
import org.gradus.optim.dialect.PyTorchSgdm;
import org.gradus.optim.rule.AdamW;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * after.json: rules that see matrices, stand at another point than they are judged at, or ask for a second gradient, by their reference
 * implementations in float64.
 */
class AfterTensorsReplayTest {
    private static final JsonObject FILE = Goldens.read("after.json");

    private static final Map<String, Function<JsonObject, Function<Map<String, Parameter>, Optimizer>>> OPTIMIZERS =
            Map.of(
                    "sf_sgd", AfterTensorsReplayTest::scheduleFreeSgd,
                    "sf_adamw", AfterTensorsReplayTest::scheduleFreeAdamW,
                    "sam_sgdm", AfterTensorsReplayTest::sam,
                    "muon_keller", AfterTensorsReplayTest::muon,
                    "muon_torch", AfterTensorsReplayTest::torchMuon,
                    "muon_aux_adam", AfterTensorsReplayTest::muonWithAdam,
                    "soap", AfterTensorsReplayTest::soap);

    private static Function<Map<String, Parameter>, Optimizer> all(UpdateRule rule, JsonObject hyper) {
        return parameters -> new Optimizer(rule, number(hyper, "lr"), parameters);
    }

    private static double number(JsonObject hyper, String name) {
        return hyper.get(name).getAsDouble();
    }

    private static Function<Map<String, Parameter>, Optimizer> scheduleFreeSgd(JsonObject h) {
        UpdateRule rule = new ScheduleFreeSgd(
                number(h, "momentum"),
                number(h, "weight_decay"),
                h.get("warmup_steps").getAsInt(),
                number(h, "r"),
                number(h, "weight_lr_power"));
        return all(rule, h);
    }

    private static Function<Map<String, Parameter>, Optimizer> scheduleFreeAdamW(JsonObject h) {
        UpdateRule rule = new ScheduleFreeAdamW(
                number(h, "beta1"),
                number(h, "beta2"),
                number(h, "eps"),
                number(h, "weight_decay"),
                h.get("warmup_steps").getAsInt(),
                number(h, "r"),
                number(h, "weight_lr_power"));
        return all(rule, h);
    }

    /** The decay is L2 regularization, at θ: a rule of the test, since the library's lets η into the momentum. */
    private static Function<Map<String, Parameter>, Optimizer> sam(JsonObject h) {
        UpdateRule inner = new CoupledDecay(new PyTorchSgdm(number(h, "momentum"), 0), number(h, "weight_decay"));
        double rho = number(h, "rho");
        return all(h.get("adaptive").getAsBoolean() ? new Asam(inner, rho) : new Sam(inner, rho), h);
    }

    private static Muon muonOf(JsonObject h) {
        return new Muon(number(h, "momentum"), number(h, "weight_decay"));
    }

    private static Function<Map<String, Parameter>, Optimizer> muon(JsonObject h) {
        return all(muonOf(h), h);
    }

    private static Function<Map<String, Parameter>, Optimizer> torchMuon(JsonObject h) {
        double[] coefficients = Goldens.numbers(h.getAsJsonArray("ns_coefficients"));
        UpdateRule rule = new PyTorchMuon(
                number(h, "momentum"),
                number(h, "weight_decay"),
                number(h, "eps"),
                new NewtonSchulz(h.get("ns_steps").getAsInt(), coefficients[0], coefficients[1], coefficients[2]),
                h.get("nesterov").getAsBoolean(),
                StepLength.valueOf(h.get("adjust_lr_fn").getAsString().toUpperCase(Locale.ROOT)));
        return all(rule, h);
    }

    private static Function<Map<String, Parameter>, Optimizer> muonWithAdam(JsonObject h) {
        JsonObject w = h.getAsJsonObject("W");
        JsonObject b = h.getAsJsonObject("b");
        if (number(w, "weight_decay") == number(b, "weight_decay")) {
            UpdateRule both = new MuonAuxAdam(
                    number(w, "momentum"),
                    number(w, "weight_decay"),
                    number(b, "lr") / number(w, "lr"),
                    number(b, "beta1"),
                    number(b, "beta2"),
                    number(b, "eps"));
            return all(both, w);
        }
        AdamW adam = new AdamW(number(b, "beta1"), number(b, "beta2"), number(b, "eps"), number(b, "weight_decay"));
        return parameters -> new Optimizer(List.of(
                new Group(muonOf(w), number(w, "lr"), Map.of("W", parameters.get("W"))),
                new Group(adam, number(b, "lr"), Map.of("b", parameters.get("b")))));
    }

    private static Function<Map<String, Parameter>, Optimizer> soap(JsonObject h) {
        assertThat(h.get("correct_bias").getAsBoolean()).isTrue();
        double s = number(h, "shampoo_beta");
        UpdateRule rule = new Soap(
                number(h, "beta1"),
                number(h, "beta2"),
                s < 0 ? number(h, "beta2") : s,
                number(h, "eps"),
                number(h, "weight_decay"),
                h.get("precondition_frequency").getAsInt(),
                h.get("max_precond_dim").getAsInt());
        return all(rule, h);
    }

    @TestFactory
    Stream<DynamicTest> trajectoriesAreThoseOfTheReference() {
        List<JsonObject> entries = Goldens.entries(FILE).stream()
                .filter(entry -> OPTIMIZERS.containsKey(entry.get("optimizer").getAsString()))
                .toList();
        assertThat(entries).hasSizeGreaterThan(30);
        return entries.stream()
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> replay(entry)));
    }

    private static void replay(JsonObject entry) {
        JsonObject problem = FILE.getAsJsonObject("problems")
                .getAsJsonObject(entry.get("problem").getAsString());
        String optimizerName = entry.get("optimizer").getAsString();
        boolean tensors = optimizerName.startsWith("muon") || optimizerName.equals("soap");
        Map<String, Parameter> parameters = parameters(problem, tensors);
        Supplier<Tensor> loss = loss(problem, parameters);
        Optimizer optimizer = OPTIMIZERS
                .get(optimizerName)
                .apply(entry.getAsJsonObject("hyper"))
                .apply(parameters);
        for (int t = 1; t <= entry.get("steps").getAsInt(); t++) {
            optimizer.step(loss);
            String step = Integer.toString(t);
            if (entry.getAsJsonObject("theta").has(step)) {
                double[] moved = flat(parameters);
                double[] judged = optimizer.judged().map(Tensor::toArray).orElse(moved);
                compare(entry, "theta", step, judged);
                if (entry.has("theta_y")) {
                    compare(entry, "theta_y", step, moved);
                }
                compareLoss(entry, step, entry.has("theta_y") ? "loss_after_y" : "loss_after", loss.get());
            }
        }
    }

    private static void compare(JsonObject entry, String what, String step, double[] found) {
        JsonArray expected = entry.getAsJsonObject(what).getAsJsonArray(step);
        double tolerance = entry.get("abs_tol").getAsDouble();
        Goldens.assertClose(what + " after step " + step, found, Goldens.numbers(expected), tolerance, 0);
    }

    private static void compareLoss(JsonObject entry, String step, String what, Tensor loss) {
        double[] expected = {entry.getAsJsonObject(what).get(step).getAsDouble()};
        double tolerance = entry.get("abs_tol").getAsDouble();
        Goldens.assertClose(what + " " + step, new double[] {loss.item()}, expected, tolerance, 1e-9);
    }

    private static double[] flat(Map<String, Parameter> parameters) {
        return parameters.values().stream()
                .flatMapToDouble(parameter -> DoubleStream.of(parameter.value().toArray()))
                .toArray();
    }

    /** One flat vector, or the problem's tensors: W, and b for iris. */
    private static Map<String, Parameter> parameters(JsonObject problem, boolean tensors) {
        double[] theta = Goldens.numbers(problem.getAsJsonArray("theta0"));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        if (!tensors) {
            parameters.put("theta", new Parameter("theta", Tensor.of(theta)));
        } else if (problem.has("shape")) {
            int[] shape = IntStream.range(0, 2)
                    .map(i -> problem.getAsJsonArray("shape").get(i).getAsInt())
                    .toArray();
            parameters.put("W", new Parameter("W", Tensor.of(Shape.of(shape), theta)));
        } else {
            Tensor flat = Tensor.of(theta);
            parameters.put("W", new Parameter("W", flat.slice(0, 0, 12).reshape(4, 3)));
            parameters.put("b", new Parameter("b", flat.slice(0, 12, 15)));
        }
        return parameters;
    }

    private static Supplier<Tensor> loss(JsonObject problem, Map<String, Parameter> parameters) {
        if (parameters.containsKey("theta")) {
            Function<Tensor, Tensor> loss = Problems.loss(problem);
            return () -> loss.apply(parameters.get("theta").value());
        }
        Parameter w = parameters.get("W");
        if (problem.has("shape")) {
            Tensor a = matrix(problem, "A");
            Tensor b = matrix(problem, "B");
            Tensor c = matrix(problem, "C");
            return () -> {
                Tensor residual = a.matmul(w.value()).matmul(b).sub(c);
                return residual.mul(residual).sum().mul(0.5);
            };
        }
        Dataset iris = LabeledCsv.read("iris.csv", Problems.class.getResourceAsStream("iris.csv"), 3);
        return () -> Losses.crossEntropy(
                iris.features().matmul(w.value()).add(parameters.get("b").value()), iris.labels());
    }

    private static Tensor matrix(JsonObject problem, String name) {
        List<double[]> rows = new ArrayList<>();
        problem.getAsJsonArray(name).forEach(row -> rows.add(Goldens.numbers(row.getAsJsonArray())));
        return Tensor.of(rows.toArray(double[][]::new));
    }

    @TestFactory
    Stream<DynamicTest> newtonSchulzIsThatOfTheReference() {
        List<JsonObject> units = new ArrayList<>();
        FILE.getAsJsonArray("units").forEach(unit -> units.add(unit.getAsJsonObject()));
        assertThat(units).hasSize(8);
        return units.stream()
                .map(unit -> DynamicTest.dynamicTest(unit.get("id").getAsString(), () -> newtonSchulz(unit)));
    }

    private static void newtonSchulz(JsonObject unit) {
        double[] c = Goldens.numbers(unit.getAsJsonArray("coefficients"));
        double[] shape = Goldens.numbers(unit.getAsJsonArray("shape"));
        Tensor u = Tensor.of(Shape.of((int) shape[0], (int) shape[1]), Goldens.numbers(unit.getAsJsonArray("input")));
        double norm = Math.sqrt(u.mul(u).sum().item());
        double epsilon = unit.get("eps").getAsDouble();
        boolean added = unit.get("id").getAsString().endsWith("plus_eps");
        Tensor x = u.div(added ? norm + epsilon : Math.max(norm, epsilon));
        Tensor found = new NewtonSchulz(unit.get("steps").getAsInt(), c[0], c[1], c[2]).of(x);
        double tolerance = unit.get("abs_tol").getAsDouble();
        double[] expected = Goldens.numbers(unit.getAsJsonArray("output"));
        Goldens.assertClose(unit.get("id").getAsString(), found.toArray(), expected, tolerance, 0);
    }
}
