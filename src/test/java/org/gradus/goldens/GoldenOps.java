package org.gradus.goldens;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gradus.tensor.Activations;
import org.gradus.tensor.Joining;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Softmax;
import org.gradus.tensor.Tensor;

/** How the operations that the reference files name are written with Gradus. */
final class GoldenOps {
    /** In the reference files, but not in Gradus yet; a test keeps this list true. */
    static final List<String> NOT_BUILT = List.of(
            "abs",
            "batch_norm_eval",
            "batch_norm_train",
            "bce_with_logits",
            "clamp",
            "conv2d",
            "cos",
            "cross_entropy",
            "cumsum",
            "dropout_fixed_mask",
            "elu",
            "embedding",
            "expm1",
            "gather",
            "gelu_erf",
            "gelu_tanh",
            "group_norm",
            "hessian",
            "huber",
            "index_select",
            "instance_norm",
            "kl_div",
            "l1",
            "layer_norm",
            "leaky_relu_0.01",
            "leaky_relu_0.2",
            "linear",
            "log1p",
            "matmul",
            "max_dim",
            "max_pool2d",
            "maximum",
            "mse",
            "pow_tensor",
            "rms_norm",
            "sin",
            "slice",
            "smooth_l1",
            "softplus",
            "stack",
            "std",
            "var",
            "weight_norm",
            "where");

    private static final Map<String, Function<Case, Tensor>> BY_NAME = byName();

    private GoldenOps() {}

    /** One entry: its inputs, constants and attributes. */
    record Case(JsonObject entry, Map<String, Parameter> inputs) {
        Tensor x() {
            return in("x");
        }

        Tensor in(String name) {
            return inputs.get(name).value();
        }

        JsonElement attribute(String name) {
            return entry.getAsJsonObject("attrs").get(name);
        }

        int axis() {
            return attribute("dim").getAsInt();
        }

        int[] axes(String name) {
            return Goldens.ints(attribute(name).getAsJsonArray());
        }

        Tensor constant(String name) {
            return Goldens.tensor(entry.getAsJsonObject("constants").get(name));
        }

        int[] indices(String name) {
            double[] numbers = constant(name).toArray();
            int[] indices = new int[numbers.length];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = (int) numbers[i];
            }
            return indices;
        }

        /** Brings a reduction, whose axes Gradus drops, back to rank where the reference keeps them. */
        Tensor kept(Tensor reduced, int... axes) {
            return attribute("keepdim").getAsBoolean()
                    ? reduced.reshape(x().shape().reduced(axes))
                    : reduced;
        }
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    static Tensor apply(JsonObject entry, Map<String, Parameter> inputs) {
        return BY_NAME.get(entry.get("op").getAsString()).apply(new Case(entry, inputs));
    }

    private static Map<String, Function<Case, Tensor>> byName() {
        Map<String, Function<Case, Tensor>> ops = new HashMap<>();
        arithmetic(ops);
        reductions(ops);
        structure(ops);
        networks(ops);
        return ops;
    }

    private static void arithmetic(Map<String, Function<Case, Tensor>> ops) {
        ops.put("add", c -> c.in("a").add(c.in("b")));
        ops.put("sub", c -> c.in("a").sub(c.in("b")));
        ops.put("mul", c -> c.in("a").mul(c.in("b")));
        ops.put("div", c -> c.in("a").div(c.in("b")));
        ops.put("exp", c -> c.x().exp());
        ops.put("log", c -> c.x().log());
        ops.put("sqrt", c -> c.x().sqrt());
        ops.put("rsqrt", c -> c.x().pow(-0.5));
        ops.put("reciprocal", c -> c.x().pow(-1));
        ops.put("square", c -> c.x().mul(c.x()));
        ops.put("neg", c -> c.x().neg());
        ops.put("pow_scalar", c -> c.x().pow(c.attribute("p").getAsDouble()));
        ops.put("tanh", c -> Activations.tanh(c.x()));
        ops.put("sigmoid", c -> Activations.sigmoid(c.x()));
        ops.put("relu", c -> Activations.relu(c.x()));
        ops.put("silu", c -> c.x().mul(Activations.sigmoid(c.x())));
    }

    private static void reductions(Map<String, Function<Case, Tensor>> ops) {
        ops.put("sum", c -> c.kept(c.x().sum(c.axes("dims")), c.axes("dims")));
        ops.put("mean", c -> c.kept(c.x().mean(c.axes("dims")), c.axes("dims")));
        ops.put("amax", c -> c.kept(c.x().max(c.axes("dims")), c.axes("dims")));
        ops.put("norm2", c -> c.x().mul(c.x()).sum().sqrt());
        ops.put("softmax", c -> Softmax.softmax(c.x(), c.axis()));
        ops.put("log_softmax", c -> Softmax.logSoftmax(c.x(), c.axis()));
        ops.put("logsumexp", c -> {
            Tensor y = Softmax.logSumExp(c.x(), c.axis());
            return c.attribute("keepdim").getAsBoolean()
                    ? y
                    : y.reshape(c.x().shape().without(c.axis()));
        });
    }

    private static void structure(Map<String, Function<Case, Tensor>> ops) {
        ops.put("transpose", c -> c.x().transpose());
        ops.put("permute", c -> c.x().transpose(c.axes("dims")));
        ops.put("reshape", c -> c.x().reshape(Shape.of(c.axes("shape"))));
        ops.put("broadcast_to", c -> c.x().expand(Shape.of(c.axes("shape"))));
        ops.put("concat", c -> Joining.concat(c.axis(), c.in("a"), c.in("b")));
    }

    private static void networks(Map<String, Function<Case, Tensor>> ops) {
        ops.put("composite_mlp_tanh", c -> {
            Tensor hidden = Activations.tanh(c.x().matmul(c.in("w1")).add(c.in("b1")));
            return hidden.matmul(c.in("w2"));
        });
    }
}
