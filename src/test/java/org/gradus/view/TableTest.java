package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class TableTest {
    private static final Table TABLE = Table.of("rule", "seed", "m̂_t", "note")
            .with("adam", 12, 1.0 / 3, "a, \"b\"")
            .with("sgd", 3L, -1e-9, null);

    @Test
    void textAlignsNumbersByTheirPoints() {
        assertThat(TABLE.text()).isEqualTo("""
                rule  seed        m̂_t  note
                adam    12   0.333333  a, "b"
                sgd      3  -1e-9
                """);
    }

    @Test
    void csvHasEveryDigit() {
        assertThat(TABLE.csv()).isEqualTo("""
                rule,seed,m̂_t,note
                adam,12,0.3333333333333333,"a, ""b""\"
                sgd,3,-1e-9,
                """);
        assertThat(Table.of("x").with(Double.NaN).with(Double.NEGATIVE_INFINITY).csv())
                .isEqualTo("x\nNaN\n-Infinity\n");
    }

    @Test
    void htmlIsEscapedAndSetsNumbersToTheRight() {
        assertThat(Table.of("a < b", "x").with("c & d", -0.5).html()).isEqualTo("""
                <div class="wide"><table>
                <thead><tr><th>a &lt; b</th><th class="number">x</th></tr></thead>
                <tbody>
                <tr><td>c &amp; d</td><td class="number">−0.5</td></tr>
                </tbody>
                </table></div>
                """);
    }

    @Test
    void aColumnOfNumbersMayHaveEmptyCells() {
        Table table = Table.of("x").with(10.5).with((Object) null).with(2.25);
        assertThat(table.text()).isEqualTo("""
                    x
                10.5

                 2.25
                """);
        assertThat(table.html()).contains("<td class=\"number\"></td>");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> TABLE.with("adam"))
                .hasMessage(
                        "table: a row has 1 cells, its columns are [rule, seed, m̂_t, note]: [adam]; give a cell for each, null where there is none");
        assertThatThrownBy(() -> Table.of("x").with('c'))
                .hasMessage("table: a cell is a text, a number or null, found a Character: c");
        assertThatThrownBy(Table::of).hasMessage("table: there is no column; name at least one");
    }
}
