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
import org.junit.jupiter.api.Test;

/** Rules of users, found by the service loader. */
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
        return new RuleSource() {
            @Override
            public List<RuleEntry> rules() {
                return List.of();
            }

            @Override
            public List<WrapperEntry> wrappers() {
                Equations own = Equations.of("θ_t = θ_{t−1} + Optim_t");
                return List.of(new WrapperEntry(name, name, own, (inner, h) -> inner.apply(Map.of())));
            }
        };
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        RuleSource ours = new LectureRules();
        assertThat(Rules.rules(List.of(ours, source("mine")))).containsKeys("adam", "mine");
        RuleSource again = source("adam");
        assertThatThrownBy(() -> Rules.rules(List.of(ours, again)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "rule: the name 'adam', which %s gives, is taken; choose another",
                        again.getClass().getName());
        assertThat(Rules.wrappers(List.of(ours, around("mine")))).containsKeys("lookahead", "mine");
        for (String taken : List.of("lookahead", "adam")) {
            assertThatThrownBy(() -> Rules.wrappers(List.of(ours, around(taken))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("rule: the name '" + taken + "', which ");
        }
    }

    @Test
    void anEntryWithoutAProperNameOrRateIsRefused() {
        assertThatThrownBy(() -> source("My Adam").rules())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule: a name has small letters, digits and hyphens, as in my-adam, found 'My Adam'");
        assertThatThrownBy(() -> new RuleEntry("mine", "Mine", "mine", 0, h -> new Sgd()))
                .hasMessage("mine: the usual learning rate must be a finite number, more than 0, found 0.0");
    }
}
