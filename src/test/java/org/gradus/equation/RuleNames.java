package org.gradus.equation;

import java.util.stream.Stream;
import org.gradus.optim.Rules;
import org.gradus.optim.TensorRule;
import org.gradus.tensor.Shape;

/** The rules that have equations: every one of the catalog, and every one around others with Adam inside. */
public final class RuleNames {
    private RuleNames() {}

    /** {@return their names} */
    public static Stream<String> all() {
        Stream<String> around = Rules.wrapperNames().stream().map(name -> name + "(adam)");
        return Stream.concat(Rules.names().stream(), around);
    }

    /** {@return the names of those that are no rules of matrices alone} */
    public static Stream<String> ofVectors() {
        return all().filter(RuleNames::movesVectors);
    }

    private static boolean movesVectors(String name) {
        return !(Rules.named(name) instanceof TensorRule rule) || rule.moves(Shape.of(2));
    }
}
