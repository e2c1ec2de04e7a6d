package org.gradus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

/** The expected texts were drawn with Graphviz 16.1 and Mermaid 11.17, and looked at. */
@InEveryLocale
class GraphMarkupTest {
    private static final String ODD = "<b> & \"q\" \\ `t`;\n#1 {θ}";

    private static Tensor small() {
        Tensor x = new Parameter("x", Tensor.scalar(3)).value();
        return x.mul(x).sub(Tensor.scalar(5));
    }

    @Test
    void dotNamesEveryNodeAndEveryEdge() {
        assertThat(Graph.of(small()).dot()).isEqualTo("""
                        digraph {
                          rankdir=LR; ordering=in;
                          node [shape=box, style="rounded,filled", fontname="DejaVu Sans"];
                          n0 [label="x\\n= 3", fillcolor="#d6e8fa", color="#1b5e9c"];
                          n1 [label="mul\\n= 9", fillcolor="#ffffff", color="#333333"];
                          n2 [label="constant\\n= 5", fillcolor="#eeeeee", color="#777777", style="filled,dashed"];
                          n3 [label="sub\\n= 4", fillcolor="#ffe3b3", color="#b35900"];
                          n0 -> n1;
                          n0 -> n1;
                          n1 -> n3;
                          n2 -> n3;
                        }
                        """);
    }

    @Test
    void mermaidNamesEveryNodeAndEveryEdge() {
        assertThat(Graph.of(small()).mermaid()).isEqualTo("""
                        flowchart LR
                          n0(["x<br>= 3"]):::parameter
                          n1["mul<br>= 9"]:::operation
                          n2["constant<br>= 5"]:::constant
                          n3["sub<br>= 4"]:::result
                          n0 --> n1
                          n0 --> n1
                          n1 --> n3
                          n2 --> n3
                          classDef parameter fill:#d6e8fa,stroke:#1b5e9c,color:#111111
                          classDef constant fill:#eeeeee,stroke:#777777,color:#111111,stroke-dasharray:5 3
                          classDef operation fill:#ffffff,stroke:#333333,color:#111111
                          classDef result fill:#ffe3b3,stroke:#b35900,color:#111111
                        """);
    }

    @Test
    void severalConstantsStandOnLinesOfTheirOwn() {
        Graph graph = Graph.of(new Parameter("x", Tensor.of(1, 2, 3)).value().slice(0, 1, 3));
        assertThat(graph.dot()).contains("[label=\"slice\\naxis=0\\nstart=1\\nend=3\\n(2)\",");
        assertThat(graph.mermaid()).contains("[\"slice<br>axis=0<br>start=1<br>end=3<br>(2)\"]");
    }

    @Test
    void dotEscapesOddNames() {
        assertThat(Graph.of(new Parameter(ODD, Tensor.of(1, 2)).value()).dot())
                .contains("[label=\"<b> &amp; \\\"q\\\" \\\\ `t`;\\\\n#1 {θ}\\n(2)\",");
    }

    @Test
    void mermaidEscapesOddNames() {
        assertThat(Graph.of(new Parameter(ODD, Tensor.of(1, 2)).value()).mermaid())
                .contains("([\"#60;b#62; #38; #34;q#34; #92; #96;t#96;#59;#92;n#35;1 #123;θ#125;<br>(2)\"])");
    }
}
