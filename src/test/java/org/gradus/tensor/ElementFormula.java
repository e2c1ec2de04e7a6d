package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * An element-wise op beside the same function of plain numbers, the intervals on which it is smooth, and its documented values elsewhere:
 * {@code ElementFormula.of(new Sqrt(), StrictMath::sqrt).smoothOn(0.1, 4).edges(at(0).gives(0), at(-1).gives(NaN))}.
 *
 * @param op the op
 * @param arity its number of inputs
 * @param function one element of the output from one element of each input
 * @param smooth intervals, as pairs of low and high, from whose union the inputs of the samples are drawn
 * @param edges single points, usually kinks, NaN, ±∞ and −0.0
 * @param ulps by how many units in the last place op and function may differ
 */
public record ElementFormula(Op op, int arity, Function function, List<double[]> smooth, List<Edge> edges, int ulps) {

    /** A function of one number per input. */
    public interface Function {
        double of(double... x);
    }

    public static ElementFormula of(Op op, DoubleUnaryOperator function) {
        return of(op, 1, x -> function.applyAsDouble(x[0]));
    }

    public static ElementFormula of(Op op, DoubleBinaryOperator function) {
        return of(op, 2, x -> function.applyAsDouble(x[0], x[1]));
    }

    public static ElementFormula of(Op op, int arity, Function function) {
        return new ElementFormula(op, arity, function, List.of(), List.of(), 0);
    }

    /** For functions that another library evaluates. */
    public ElementFormula within(int newUlps) {
        return new ElementFormula(op, arity, function, smooth, edges, newUlps);
    }

    /** One more interval on which the op is smooth. */
    public ElementFormula smoothOn(double low, double high) {
        List<double[]> more = new ArrayList<>(smooth);
        more.add(new double[] {low, high});
        return new ElementFormula(op, arity, function, List.copyOf(more), edges, ulps);
    }

    public ElementFormula edges(Edge... documented) {
        return new ElementFormula(op, arity, function, smooth, List.of(documented), ulps);
    }
}
