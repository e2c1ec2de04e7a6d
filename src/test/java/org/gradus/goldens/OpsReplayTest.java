package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ops.json and ops_second_order.json: values and derivatives of tensor operations, by PyTorch's autograd in float64. */
class OpsReplayTest {

    @TestFactory
    Stream<DynamicTest> valueAndGradientsAreThoseOfPyTorch() {
        JsonObject file = Goldens.read("ops.json");
        return covered(file)
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> first(file, entry)));
    }

    @TestFactory
    Stream<DynamicTest> secondDerivativesAreThoseOfPyTorch() {
        JsonObject file = Goldens.read("ops_second_order.json");
        return covered(file)
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> second(file, entry)));
    }

    @TestFactory
    Stream<DynamicTest> hessiansAreTheMathematicalOnes() {
        return Goldens.entries(Goldens.read("ops_second_order.json")).stream()
                .filter(OpsReplayTest::isHessian)
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> hessian(entry)));
    }

    @Test
    void everyEntryIsReplayed() {
        assertThat(Stream.of("ops.json", "ops_second_order.json")
                        .flatMap(file -> Goldens.entries(Goldens.read(file)).stream())
                        .filter(entry -> !isHessian(entry))
                        .map(entry -> entry.get("op").getAsString())
                        .filter(op -> !GoldenOps.names().contains(op)))
                .isEmpty();
    }

    private static boolean isHessian(JsonObject entry) {
        return entry.get("op").getAsString().equals("hessian");
    }

    private static void hessian(JsonObject entry) {
        UnaryOperator<Tensor> f = GoldenOps.scalarFunction(entry.get("id").getAsString());
        Tensor x = Goldens.tensor(entry.getAsJsonObject("inputs").get("x"));
        Derivatives.ValueAndGradient found = Derivatives.valueAndGrad(f, x);
        Goldens.assertClose(
                "value",
                found.value().toArray(),
                new double[] {entry.get("value").getAsDouble()},
                1e-12,
                1e-12);
        Goldens.assertClose(
                "gradient",
                found.gradient().toArray(),
                Goldens.numbers(entry.getAsJsonArray("gradient")),
                1e-11,
                1e-11);
        Tensor hessian = Goldens.tensor(entry.get("hessian"));
        Goldens.assertClose("Hessian", Derivatives.hessian(f, x).toArray(), hessian.toArray(), 1e-10, 1e-10);
        for (int i = 0; i < x.shape().size(); i++) {
            double[] e = new double[x.shape().size()];
            e[i] = 1;
            double[] column = hessian.slice(1, i, i + 1).toArray();
            Goldens.assertClose(
                    "column " + i, Derivatives.hvp(f, x, Tensor.of(e)).toArray(), column, 1e-10, 1e-10);
        }
    }

    private static Stream<JsonObject> covered(JsonObject file) {
        return Goldens.entries(file).stream().filter(entry -> !isHessian(entry));
    }

    private static Map<String, Parameter> inputs(JsonObject entry) {
        Map<String, Parameter> inputs = new LinkedHashMap<>();
        entry.getAsJsonObject("inputs")
                .asMap()
                .forEach((name, json) -> inputs.put(name, new Parameter(name, Goldens.tensor(json))));
        return inputs;
    }

    private static void first(JsonObject file, JsonObject entry) {
        double abs = file.get("abs_tol").getAsDouble();
        double rel = file.get("rel_tol").getAsDouble();
        Map<String, Parameter> inputs = inputs(entry);
        Tensor y = GoldenOps.apply(entry, inputs);
        Tensor expected = Goldens.tensor(entry.get("output"));
        assertThat(y.shape()).isEqualTo(expected.shape());
        Goldens.assertClose("output", y.toArray(), expected.toArray(), abs, rel);
        Tensor loss = y.mul(Goldens.tensor(entry.get("grad_output"))).sum();
        entry.getAsJsonObject("grads").asMap().forEach((name, json) -> {
            Tensor gradient = loss.backward().of(inputs.get(name));
            Goldens.assertClose(
                    "gradient of " + name,
                    gradient.toArray(),
                    Goldens.tensor(json).toArray(),
                    abs,
                    rel);
        });
    }

    private static void second(JsonObject file, JsonObject entry) {
        double abs = file.get("abs_tol").getAsDouble();
        double rel = file.get("rel_tol").getAsDouble();
        Map<String, Parameter> inputs = inputs(entry);
        Tensor loss = GoldenOps.apply(entry, inputs)
                .mul(Goldens.tensor(entry.get("grad_output")))
                .sum();
        List<Tensor> x = new ArrayList<>();
        inputs.values().forEach(parameter -> x.add(parameter.value()));
        List<Tensor> g = Derivatives.grad(loss, x);
        Tensor s = Tensor.scalar(0);
        int i = 0;
        for (String name : inputs.keySet()) {
            s = s.add(g.get(i++)
                    .mul(Goldens.tensor(entry.getAsJsonObject("v").get(name)))
                    .sum());
        }
        List<Tensor> h = Derivatives.grad(s, x);
        i = 0;
        for (String name : inputs.keySet()) {
            Tensor expected =
                    Goldens.tensor(entry.getAsJsonObject("grad_of_g_dot_v").get(name));
            Goldens.assertClose("second derivative by " + name, h.get(i++).toArray(), expected.toArray(), abs, rel);
        }
    }
}
