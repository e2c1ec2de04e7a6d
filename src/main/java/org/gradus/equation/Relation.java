package org.gradus.equation;

/** How two numbers may be related. */
public enum Relation {
    /** a &lt; b. */
    LESS("<", "<"),
    /** a ≤ b. */
    AT_MOST("≤", "\\le"),
    /** a &gt; b. */
    MORE(">", ">"),
    /** a ≥ b. */
    AT_LEAST("≥", "\\ge"),
    /** a = b. */
    EQUAL("=", "="),
    /** a ≠ b. */
    DIFFERENT("≠", "\\ne"),
    /** a | b: b is a multiple of a, both whole numbers. */
    DIVIDES("|", "\\mid");

    private final String sign;
    private final String latex;

    Relation(String sign, String latex) {
        this.sign = sign;
        this.latex = latex;
    }

    /** {@return the sign in the lecture's notation} */
    public String sign() {
        return sign;
    }

    /** {@return the sign in LaTeX} */
    public String latex() {
        return latex;
    }

    boolean holds(double a, double b) {
        return switch (this) {
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case MORE -> a > b;
            case AT_LEAST -> a >= b;
            case EQUAL -> a == b;
            case DIFFERENT -> a != b;
            case DIVIDES -> b % a == 0;
        };
    }
}
