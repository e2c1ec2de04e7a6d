package org.gradus.equation;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.util.FastMath;

/**
 * a^b, element by element; a² is a·a.
 *
 * @param base a
 * @param exponent b
 */
public record PowerOf(Expression base, Expression exponent) implements Expression {
    private static final Expression TWO = new Literal(2);

    @Override
    public double[] value(Values values) {
        double[] a = base.value(values);
        return exponent.equals(TWO)
                ? Elementwise.map(a, x -> x * x)
                : Elementwise.map(a, exponent.value(values), FastMath::pow);
    }

    @Override
    public String text(Spelling spelling) {
        String of = Binding.ATOM.text(base, spelling);
        if (exponent.equals(TWO)) {
            return of + (spelling == Spelling.ASCII ? "^2" : "²");
        }
        String power = exponent.text(spelling);
        return of + "^" + (power.length() == 1 ? power : "{" + power + "}");
    }

    @Override
    public String latex() {
        return Binding.ATOM.latex(base) + "^{" + exponent.latex() + "}";
    }

    @Override
    public Binding binding() {
        return Binding.POWER;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new PowerOf(base.replace(leaf), exponent.replace(leaf));
    }
}
