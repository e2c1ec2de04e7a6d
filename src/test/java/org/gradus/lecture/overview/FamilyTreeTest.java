package org.gradus.lecture.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.chart.DiagramChart;
import org.gradus.chart.LineStyle;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class FamilyTreeTest {
    private final FamilyTree figure = MadeFigures.get(FamilyTree.class, "family-tree");

    @Test
    void aRuleWithItsIdeaTakenAwayWalksAsItsParent() {
        assertThat(figure.distances())
                .containsOnlyKeys("sgdm:lambda=0", "sgdwm:gamma=0", "adamw:gamma=0", "lookahead(sgdm):alpha=1");
        // the same sums in another order of rounding at most: Lookahead's φ + 1 (θ − φ)
        assertThat(figure.distances().values()).allMatch(distance -> distance < 1e-12);
    }

    @Test
    void solidArrowsAreThoseThatWereTried() {
        DiagramChart chart = (DiagramChart) figure.chart(Language.EN);
        assertThat(chart.links().stream().filter(link -> link.style() == LineStyle.SOLID))
                .hasSameSizeAs(figure.distances().keySet());
    }
}
