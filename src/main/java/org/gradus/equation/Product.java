package org.gradus.equation;

import java.util.function.UnaryOperator;

/**
 * a b: the product, element by element.
 *
 * @param left a
 * @param right b
 */
public record Product(Expression left, Expression right) implements Expression {
    @Override
    public double[] value(Values values) {
        return Elementwise.map(left.value(values), right.value(values), (a, b) -> a * b);
    }

    @Override
    public String text(Spelling spelling) {
        String second = Binding.POWER.text(right, spelling);
        return Binding.PRODUCT.text(left, spelling) + (needsDot(second) ? spelling.sign("·") : " ") + second;
    }

    @Override
    public String latex() {
        String first = Binding.PRODUCT.latex(left);
        String second = Binding.POWER.latex(right);
        if (Character.isDigit(second.charAt(0))) {
            return first + " \\cdot " + second;
        }
        boolean apart = first.endsWith("\\right)") || second.startsWith("\\left"); // by LaTeX itself
        return first + (apart ? " " : "\\, ") + second;
    }

    /** Whether side by side would be read as one number, or as the end of something between bars. */
    private static boolean needsDot(String second) {
        return Character.isDigit(second.charAt(0)) || second.startsWith("|") || second.startsWith("‖");
    }

    @Override
    public Binding binding() {
        return Binding.PRODUCT;
    }

    @Override
    public Expression replace(UnaryOperator<Expression> leaf) {
        return new Product(left.replace(leaf), right.replace(leaf));
    }
}
