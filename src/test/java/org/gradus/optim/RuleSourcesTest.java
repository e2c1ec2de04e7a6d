package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.SignSgd;
import java.util.List;
import java.util.Map;
import org.gradus.equation.Equations;
import org.gradus.optim.rule.LectureRules;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.Sgd;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

/** Rules of users, found by the service loader. */
@InEveryLocale
class RuleSourcesTest {
    @Test
    void aUsersRuleWorksByName() {
        UpdateRule rule = Rules.named("sign-sgd-test", Map.of("epsilon", 1e-300));
        assertThat(rule).isEqualTo(new SignSgd(1e-300));
        assertThat(Movements.of(rule, 0.25, 3, -1e-3, 0)).containsExactly(-0.25, 0.25, 0);
        assertThat(Rules.named("lookahead(sign-sgd-test)", Map.of("k", 2.0)))
                .isEqualTo(new Lookahead(new SignSgd(1e-8), 2, 0.8, Pullback.NONE));
        assertThat(Rules.written("lookahead(sign-sgd-test)")).isEqualTo("Lookahead (Sign SGD)");
    }

    private static RuleSource source(String name) {
        return () -> List.of(new RuleEntry(name, name, "mine", 1, h -> new Sgd()));
    }

    private static RuleSource around(String name) {
        Equations own = Equations.of("θ_t = θ_{t−1} + Optim_t");
        return () -> List.of(new WrapperEntry(name, name, own, (inner, h) -> inner.apply(Map.of())));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        RuleSource ours = new LectureRules();
        assertThat(Rules.Known.of(List.of(ours, source("mine"), around("around-mine")))
                        .all()
                        .orElseThrow()
                        .names())
                .contains("adam", "mine", "lookahead", "around-mine");
        for (RuleSource again : List.of(source("adam"), around("lookahead"), around("adam"))) {
            Rules.Known known = Rules.Known.of(List.of(ours, again));
            assertThatThrownBy(() -> known.of("rule", RuleEntry.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("rule '(adam|lookahead)' of .*RuleSourcesTest.*: that name is taken by "
                            + "org.gradus.optim.rule.LectureRules; give it another");
        }
    }

    @Test
    void anEntryWithoutAProperNameOrRateIsRefused() {
        assertThatThrownBy(() -> Rules.Known.of(List.of(source("My Adam"))).of("rule", RuleEntry.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rule 'My Adam' of ")
                .hasMessageEndingWith(
                        ": a name consists of small letters and digits, with single hyphens between; give it such a name");
        assertThatThrownBy(() -> new RuleEntry("mine", "Mine", "mine", 0, h -> new Sgd()))
                .hasMessage("mine: the usual learning rate must be a finite number, more than 0, found 0.0");
    }
}
