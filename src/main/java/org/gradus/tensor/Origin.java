package org.gradus.tensor;

/**
 * Where a recorded tensor came from: an op and its inputs, or a parameter. It is what {@link Backward} walks through.
 *
 * <p>The depth is larger than that of every recorded input, and 0 for a parameter's value; so it puts a graph in order.
 */
final class Origin {
    private static final Tensor[] NO_INPUTS = {};

    final Op op; // null for a parameter's value
    final Tensor[] inputs;
    final Parameter parameter; // null for the output of an op
    final int depth;
    private Tensor constant; // the numbers alone; of two threads that make it at once, either's will do

    private Origin(Op op, Tensor[] inputs, Parameter parameter, int depth) {
        this.op = op;
        this.inputs = inputs;
        this.parameter = parameter;
        this.depth = depth;
    }

    static Origin of(Parameter parameter) {
        return new Origin(null, NO_INPUTS, parameter, 0);
    }

    /** What is to be remembered of an op's output: nothing, that is null, if all inputs are constants. */
    static Origin of(Op op, Tensor... inputs) {
        int depth = 0;
        for (Tensor input : inputs) {
            if (input.origin != null && input.origin.depth >= depth) {
                depth = input.origin.depth + 1;
            }
        }
        return depth == 0 ? null : new Origin(op, inputs.clone(), null, depth);
    }

    /** The recorded tensor's numbers as a constant, the same one every time. */
    Tensor constant(Tensor recorded) {
        if (constant == null) {
            constant = new Tensor(recorded.shape(), recorded.data, null);
        }
        return constant;
    }
}
