package org.gradus.equation;

import java.util.stream.Stream;
import org.gradus.optim.Rules;

/** The rules that have equations: every one of the catalog, and every one around others with Adam inside. */
public final class RuleNames {
    private RuleNames() {}

    /** {@return their names} */
    public static Stream<String> all() {
        Stream<String> around = Rules.wrapperNames().stream().map(name -> name + "(adam)");
        return Stream.concat(Rules.names().stream(), around);
    }
}
