package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A model as a function of one vector: the parameters, one after the other, are the vector θ, and a loss, or any other tensor that is computed
 * from them, is the value.
 *
 * <pre>{@code
 * VectorFunction loss = VectorFunction.of(model.trainable(), () -> Losses.crossEntropy(model.forward(x, Mode.EVALUATION), labels));
 * loss.gradient();                                   // at the present parameters
 * loss.hvp(v);                                       // ∇²L(θ) v
 * loss.at(other, VectorFunction::hessian);           // elsewhere; afterwards the model is as it was
 * Lanczos.largest(loss.hvp(), random.gaussian(loss.shape(), 1), 5, 1e-8);
 * }</pre>
 *
 * <p>The model is not rewritten. The supplier is asked for the value as often as needed, so it must give the same one each time: no fresh
 * mini-batch, no dropout, no running statistics.
 */
public final class VectorFunction {
    private final ParameterVector parameters;
    private final Supplier<Tensor> value;

    private VectorFunction(ParameterVector parameters, Supplier<Tensor> value) {
        this.parameters = parameters;
        this.value = value;
    }

    /**
     * {@return a tensor as a function of some parameters}
     *
     * @param parameters the parameters by path, as {@code Layer.trainable()} gives them; all others are constants
     * @param value computes the tensor from the parameters' present values
     * @throws IllegalArgumentException if there are no parameters
     */
    public static VectorFunction of(Map<String, Parameter> parameters, Supplier<Tensor> value) {
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("vector function: there are no parameters; pass at least one");
        }
        return new VectorFunction(new ParameterVector(parameters), value);
    }

    /** {@return the shape of θ: one axis, as long as the parameters have numbers} */
    public Shape shape() {
        return Shape.of(parameters.size());
    }

    /** {@return θ, the present parameters one after the other} */
    public Tensor theta() {
        return Tensor.of(parameters.theta());
    }

    /** {@return f(θ), a constant} */
    public Tensor value() {
        return value.get().detach();
    }

    /**
     * {@return the gradient ∇f(θ); 0 by parameters that f does not depend on}
     *
     * @throws IllegalStateException if f(θ) is not a scalar
     */
    public Tensor gradient() {
        return joined(Derivatives.grad(value.get(), leaves())).detach();
    }

    /**
     * {@return the Hessian-vector product ∇²f(θ) v, at the cost of a few gradients}
     *
     * @param v the vector, of θ's shape
     * @throws IllegalArgumentException if v has another shape
     * @throws IllegalStateException if f(θ) is not a scalar
     */
    public Tensor hvp(Tensor v) {
        return hvp().apply(v);
    }

    /**
     * {@return the function v ↦ ∇²f(θ) v for the present θ, for many products: the gradient and its graph are computed once}
     *
     * @throws IllegalStateException if f(θ) is not a scalar
     */
    public UnaryOperator<Tensor> hvp() {
        Tensor gradient = gradientGraph();
        List<Tensor> leaves = leaves();
        return v -> {
            require("hvp", v);
            return product(gradient, v, leaves);
        };
    }

    /**
     * {@return the Hessian matrix ∇²f(θ) of second derivatives, row by row, each a Hessian-vector product}
     *
     * @throws IllegalStateException if f(θ) is not a scalar
     */
    public Tensor hessian() {
        return rows(gradientGraph());
    }

    /** {@return the Jacobian matrix: row i is the gradient of element i of f(θ), in row-major order} */
    public Tensor jacobian() {
        Tensor y = value.get();
        return rows(y.reshape(Shape.of(y.shape().size())));
    }

    /**
     * {@return whatever is asked of this function, at another point}
     *
     * <p>The parameters have the values of the point while the question is answered, and then their own again, the very tensors, also if
     * answering fails.
     *
     * @param point another θ
     * @param question what to ask, such as {@code VectorFunction::gradient} or {@code f -> f.hvp(v)}
     * @param <T> the answer's type
     * @throws IllegalArgumentException if the point has another shape than θ
     */
    public <T> T at(Tensor point, Function<VectorFunction, T> question) {
        require("at", point);
        List<Parameter> all = List.copyOf(parameters.parameters().values());
        List<Tensor> own = leaves();
        try {
            parameters.publish(point.toArray());
            return question.apply(this);
        } finally {
            for (int i = 0; i < own.size(); i++) {
                all.get(i).restore(own.get(i));
            }
        }
    }

    /**
     * {@return the values f((1 − t) a + t b) on the straight line between two points, for example between two trained networks}
     *
     * @param a the point at t = 0
     * @param b the point at t = 1
     * @param t where to look; also beyond the two points, below 0 or above 1
     * @throws IllegalArgumentException if a point has another shape than θ
     */
    public List<Tensor> between(Tensor a, Tensor b, double... t) {
        require("between", a);
        require("between", b);
        List<Tensor> values = new ArrayList<>();
        for (double step : t) {
            values.add(at(a.mul(1 - step).add(b.mul(step)), VectorFunction::value));
        }
        return values;
    }

    private void require(String what, Tensor vector) {
        if (!vector.shape().equals(shape())) {
            throw new IllegalArgumentException(
                    "%s: a vector of shape %s was given, but the parameters are one of shape %s"
                                    .formatted(what, vector.shape(), shape())
                            + "; reshape it, or name the parameters it belongs to");
        }
    }

    private List<Tensor> leaves() {
        return parameters.parameters().values().stream().map(Parameter::value).toList();
    }

    /** ∇f(θ) as a graph that can be differentiated again. */
    private Tensor gradientGraph() {
        return joined(Derivatives.grad(value.get(), leaves()));
    }

    /** uᵀ ∂y/∂θ. */
    private static Tensor product(Tensor y, Tensor u, List<Tensor> leaves) {
        return y.tracked()
                ? joined(Derivatives.vjp(y, u.detach(), leaves)).detach()
                : joined(leaves.stream()
                        .map(leaf -> Tensor.full(leaf.shape(), 0))
                        .toList());
    }

    private Tensor rows(Tensor y) {
        int n = y.shape().size();
        List<Tensor> leaves = leaves();
        double[] matrix = new double[Math.multiplyExact(n, parameters.size())];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            product(y, Tensor.of(unit), leaves).copyTo(matrix, i * parameters.size());
        }
        return Tensor.constant(Shape.of(n, parameters.size()), matrix);
    }

    private static Tensor joined(List<Tensor> parts) {
        return Joining.concat(0, parts.stream().map(part -> part.reshape(-1)).toArray(Tensor[]::new));
    }

    /** What it is a function of. */
    @Override
    public String toString() {
        return "function of a " + parameters;
    }
}
