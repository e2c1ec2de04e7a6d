package org.gradus.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static Catalog<Integer> catalog() {
        Map<String, Integer> entries = new LinkedHashMap<>();
        entries.put("sgd", 1);
        entries.put("adam", 2);
        entries.put("adamw", 3);
        return Catalog.of("rule", entries);
    }

    @Test
    void namesKeepTheirOrder() {
        assertThat(catalog().names()).containsExactly("sgd", "adam", "adamw");
        assertThat(catalog().get("adam")).isEqualTo(2);
    }

    @Test
    void aTypingErrorGetsTheNearestName() {
        assertThatThrownBy(() -> catalog().get("adan"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no rule 'adan'; did you mean adam? the rules are sgd, adam, adamw");
        assertThatThrownBy(() -> catalog().get("AdamW"))
                .hasMessage("there is no rule 'AdamW'; did you mean adamw? the rules are sgd, adam, adamw");
    }

    @Test
    void aNameLikeNoneOfThemGetsTheListAlone() {
        assertThatThrownBy(() -> catalog().get("newton"))
                .hasMessage("there is no rule 'newton'; the rules are sgd, adam, adamw");
    }
}
