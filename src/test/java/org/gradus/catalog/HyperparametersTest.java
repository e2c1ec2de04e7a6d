package org.gradus.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HyperparametersTest {

    @Test
    void whatIsGivenGoesBeforeTheDefault() {
        Hyperparameters adam = new Hyperparameters("adam", Map.of("beta2", 0.99));
        assertThat(adam.get("beta1", 0.9)).isEqualTo(0.9);
        assertThat(adam.get("beta2", 0.999)).isEqualTo(0.99);
        assertThat(adam.values()).containsExactly(entry("beta1", 0.9), entry("beta2", 0.99));
        assertThat(adam).hasToString("adam with {beta1=0.9, beta2=0.99}");
        adam.check();
    }

    @Test
    void countsAreWholeNumbers() {
        Hyperparameters given =
                new Hyperparameters("lookahead", Map.of("k", 7.0, "half", 2.5, "many", 1e10, "most", 1e300));
        assertThat(given.count("k", 5)).isEqualTo(7);
        assertThat(given.count("k", 5L)).isEqualTo(7);
        assertThat(given.count("other", 5)).isEqualTo(5);
        assertThat(given.count("far", Long.MAX_VALUE))
                .as("a default is not rounded")
                .isEqualTo(Long.MAX_VALUE);
        assertThat(given.count("many", 1L)).isEqualTo(10_000_000_000L);
        assertThatThrownBy(() -> given.count("many", 1))
                .hasMessage("lookahead: many must be a whole number, found 1.0E10");
        assertThatThrownBy(() -> given.count("half", 1))
                .hasMessage("lookahead: half must be a whole number, found 2.5");
        assertThatThrownBy(() -> given.count("half", 1L))
                .hasMessage("lookahead: half must be a whole number, found 2.5");
        assertThatThrownBy(() -> given.count("most", 1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lookahead: most must be a whole number, found 1.0E300");
    }

    @Test
    void numberedNamesAreFoundInTheOrderOfTheirNumbers() {
        Hyperparameters given =
                new Hyperparameters("pieces", Map.of("at20", 2.0, "at3", 3.0, "at0", 0.0, "attempt", 5.0));
        assertThat(given.numbered("at", Map.of(1L, 1.0)))
                .containsExactly(entry(0L, 0.0), entry(3L, 3.0), entry(20L, 2.0));
        assertThat(given.values()).containsExactly(entry("at0", 0.0), entry("at3", 3.0), entry("at20", 2.0));
        assertThat(given.numbered("from", Map.of(9L, 1.0, 4L, 2.0))).containsExactly(entry(4L, 2.0), entry(9L, 1.0));
        assertThatThrownBy(given::check)
                .hasMessage("pieces: there is no hyper-parameter 'attempt'; "
                        + "the hyper-parameters are at0, at3, at20, from4, from9");
    }

    @Test
    void aNumberIsWrittenInOneWay() {
        for (String name : new String[] {"at07", "at-7", "at7.5", "at", "at9999999999999999999", "at٧"}) {
            Hyperparameters given = new Hyperparameters("pieces", Map.of(name, 1.0));
            assertThat(given.numbered("at", Map.of(7L, 2.0))).containsExactly(entry(7L, 2.0));
            assertThatThrownBy(given::check)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("pieces: there is no hyper-parameter '" + name + "'");
        }
    }

    @Test
    void namesNobodyAskedForAreRefused() {
        Hyperparameters given = new Hyperparameters("sgd", "option", Map.of("beta", 1.0));
        assertThatThrownBy(given::check).hasMessage("sgd: there is no option 'beta'; it has none");
        given.get("beta1", 0.9);
        assertThatThrownBy(given::check)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sgd: there is no option 'beta'; did you mean beta1? the options are beta1");
    }
}
