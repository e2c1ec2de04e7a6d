package org.gradus.equation;

import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** The functions of the notation. All but the norm work element by element. */
public enum Function {
    /** √x. */
    SQRT("√", "\\sqrt{", "}", 1),
    /** |x|. */
    ABS("|", "\\left|", "\\right|", 1),
    /** ‖x‖, the length of a vector: the root of the sum of its squares. */
    NORM("‖", "\\left\\|", "\\right\\|", 1),
    /** ⌊x⌋, the largest whole number not above x. */
    FLOOR("⌊", "\\left\\lfloor ", "\\right\\rfloor", 1),
    /** max(x, y). */
    MAX("max", "\\max\\left(", "\\right)", 2),
    /** min(x, y). */
    MIN("min", "\\min\\left(", "\\right)", 2),
    /** Clip(x, low, high). */
    CLIP("Clip", "\\mathrm{Clip}\\left(", "\\right)", 3),
    /** cos(x), of an angle in radians. */
    COS("cos", "\\cos\\left(", "\\right)", 1),
    /** ln(x). */
    LN("ln", "\\ln\\left(", "\\right)", 1);

    private final String word;
    private final String latexOpen;
    private final String latexClose;
    private final int arguments;

    Function(String word, String latexOpen, String latexClose, int arguments) {
        this.word = word;
        this.latexOpen = latexOpen;
        this.latexClose = latexClose;
        this.arguments = arguments;
    }

    /** {@return the function's name or opening sign} */
    String word() {
        return word;
    }

    /** {@return how many arguments it takes} */
    int arguments() {
        return arguments;
    }

    String text(List<Expression> of) {
        return switch (this) {
            case SQRT -> "√" + Brackets.text(of.get(0), Expression.Binding.ATOM);
            case ABS -> "|" + of.get(0).text() + "|";
            case NORM -> "‖" + of.get(0).text() + "‖";
            case FLOOR -> "⌊" + of.get(0).text() + "⌋";
            default ->
                word + "(" + String.join(", ", of.stream().map(Expression::text).toList()) + ")";
        };
    }

    String latex(List<Expression> of) {
        return latexOpen + String.join(", ", of.stream().map(Expression::latex).toList()) + latexClose;
    }

    double[] value(List<double[]> of) {
        double[] x = of.get(0);
        return switch (this) {
            case SQRT -> Elementwise.map(x, Math::sqrt);
            case ABS -> Elementwise.map(x, Math::abs);
            case NORM -> new double[] {Math.sqrt(Dot.of(x, x))};
            case FLOOR -> Elementwise.map(x, Math::floor);
            case MAX -> Elementwise.map(x, of.get(1), Math::max);
            case MIN -> Elementwise.map(x, of.get(1), Math::min);
            case CLIP -> Elementwise.map(Elementwise.map(x, of.get(1), Math::max), of.get(2), Math::min);
            case COS -> Elementwise.map(x, FastMath::cos);
            case LN -> Elementwise.map(x, FastMath::log);
        };
    }
}
