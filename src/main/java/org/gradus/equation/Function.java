package org.gradus.equation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;

/** The functions of the notation. All but the norm, the mean and those of matrices work element by element. */
public enum Function {
    /** √x. */
    SQRT("sqrt", "\\sqrt{", "}", 1),
    /** |x|. */
    ABS("abs", "\\left|", "\\right|", 1),
    /** ‖x‖, the length of a vector: the root of the sum of its squares. */
    NORM("norm", "\\left\\|", "\\right\\|", 1),
    /** mean(x), the mean of the elements of a vector, summed from the first to the last; of a scalar, itself. */
    MEAN("mean", "\\operatorname{mean}\\left(", "\\right)", 1),
    /** ⌊x⌋, the largest whole number not above x. */
    FLOOR("floor", "\\left\\lfloor ", "\\right\\rfloor", 1),
    /** max(x, y); NaN if one is. */
    MAX("max", "\\max\\left(", "\\right)", 2),
    /** min(x, y); NaN if one is. */
    MIN("min", "\\min\\left(", "\\right)", 2),
    /** Clip(x, low, high) = min(max(x, low), high); NaN if one is. */
    CLIP("Clip", "\\mathrm{Clip}\\left(", "\\right)", 3),
    /** sign(x): 1 for x &gt; 0, −1 for x &lt; 0, x for ±0 and NaN. */
    SIGN("sign", "\\operatorname{sign}\\left(", "\\right)", 1),
    /** exp(x), e to the power x. */
    EXP("exp", "\\exp\\left(", "\\right)", 1),
    /** cos(x), of an angle in radians. */
    COS("cos", "\\cos\\left(", "\\right)", 1),
    /** ln(x), the natural logarithm; {@code log(x)} is read as the same. */
    LN("ln", "\\ln\\left(", "\\right)", 1),
    /**
     * NewtonSchulz(X, n, a, b, c): n times X ← a X + (b A + c A²) X with A = X Xᵀ, from the shorter side; it brings the singular values near 1.
     */
    NEWTON_SCHULZ("NewtonSchulz", "\\mathrm{NewtonSchulz}\\left(", "\\right)", 5),
    /** eigenvectors(A) of a symmetric matrix, as columns, that of the largest eigenvalue first. */
    EIGENVECTORS("eigenvectors", "\\mathrm{eigenvectors}\\left(", "\\right)", 1),
    /** orthonormal(A): the Q of A = Q R. */
    ORTHONORMAL("orthonormal", "\\mathrm{orthonormal}\\left(", "\\right)", 1),
    /** columnsBy(A, D): the columns of A, that with the largest element on the diagonal of D first. */
    COLUMNS_BY("columnsBy", "\\mathrm{columnsBy}\\left(", "\\right)", 2),
    /** rowsBy(A, D): the rows of A in that order. */
    ROWS_BY("rowsBy", "\\mathrm{rowsBy}\\left(", "\\right)", 2);

    private static final String LOG = "log";

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

    /** {@return the function's name, as it stands before the bracket} */
    public String word() {
        return word;
    }

    /** The function of a name. */
    static Optional<Function> named(String word) {
        return Stream.of(values())
                .filter(function -> function.word.equals(word.equals(LOG) ? LN.word : word))
                .findFirst();
    }

    /** The names that can stand before a bracket, for a message. */
    static String words() {
        return Stream.concat(Stream.of(values()).map(Function::word), Stream.of(Dot.WORD, Transposed.WORD))
                .collect(Collectors.joining(", "));
    }

    /** {@return whether each element of the value depends on that element of the arguments alone} */
    public boolean isElementwise() {
        return switch (this) {
            case NORM, MEAN, NEWTON_SCHULZ, EIGENVECTORS, ORTHONORMAL, COLUMNS_BY, ROWS_BY -> false;
            default -> true;
        };
    }

    /** {@return how many arguments it takes} */
    int arguments() {
        return arguments;
    }

    String text(List<Expression> of, Spelling spelling) {
        String inside = of.stream().map(argument -> argument.text(spelling)).collect(Collectors.joining(", "));
        String call = word + "(" + inside + ")";
        boolean ascii = spelling == Spelling.ASCII;
        return switch (this) {
            case SQRT -> ascii ? call : "√" + Expression.Binding.ATOM.text(of.get(0), spelling);
            case ABS -> "|" + inside + "|";
            case NORM -> ascii ? call : "‖" + inside + "‖";
            case FLOOR -> ascii ? call : "⌊" + inside + "⌋";
            default -> call;
        };
    }

    String latex(List<Expression> of) {
        return latexOpen + String.join(", ", of.stream().map(Expression::latex).toList()) + latexClose;
    }

    double[] value(List<double[]> of, Values values) {
        double[] x = of.get(0);
        return switch (this) {
            case SQRT -> Elementwise.map(x, Math::sqrt);
            case ABS -> Elementwise.map(x, Math::abs);
            case NORM -> new double[] {Math.sqrt(Dot.of(x, x))};
            case MEAN -> new double[] {sum(x) / x.length};
            case FLOOR -> Elementwise.map(x, Math::floor);
            case MAX -> Elementwise.map(x, of.get(1), Math::max);
            case MIN -> Elementwise.map(x, of.get(1), Math::min);
            case CLIP -> Elementwise.map(Elementwise.map(x, of.get(1), Math::max), of.get(2), Math::min);
            case SIGN -> Elementwise.map(x, Math::signum);
            case EXP -> Elementwise.map(x, FastMath::exp);
            case COS -> Elementwise.map(x, FastMath::cos);
            case LN -> Elementwise.map(x, FastMath::log);
            case NEWTON_SCHULZ, EIGENVECTORS, ORTHONORMAL, COLUMNS_BY, ROWS_BY ->
                ofMatrix(Matrix.of(x, values), of, values).numbers(values);
        };
    }

    private Matrix ofMatrix(Matrix a, List<double[]> of, Values values) {
        return switch (this) {
            case NEWTON_SCHULZ -> a.newtonSchulz((int) of.get(1)[0], of.get(2)[0], of.get(3)[0], of.get(4)[0]);
            case EIGENVECTORS -> a.eigenvectors();
            case ORTHONORMAL -> a.orthonormal();
            case COLUMNS_BY -> a.columnsBy(Matrix.of(of.get(1), values));
            default -> a.transposed().columnsBy(Matrix.of(of.get(1), values)).transposed();
        };
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum;
    }
}
