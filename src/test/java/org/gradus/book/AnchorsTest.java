package org.gradus.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnchorsTest {
    /** As GitHub shows them for these headings. */
    @Test
    void areThoseOfGitHub() {
        Anchors anchors = new Anchors();
        assertThat(anchors.of("Speed: what was tried")).isEqualTo("speed-what-was-tried");
        assertThat(anchors.of("10 · Adam: a step")).isEqualTo("10--adam-a-step");
        assertThat(anchors.of("Three questions")).isEqualTo("three-questions");
        assertThat(anchors.of("Three questions")).isEqualTo("three-questions-1");
        assertThat(anchors.of("Three questions")).isEqualTo("three-questions-2");
        assertThat(anchors.of("What m_t & v_t do (really?)")).isEqualTo("what-m_t--v_t-do-really");
        assertThat(anchors.of("學習率")).isEqualTo("學習率");
    }
}
