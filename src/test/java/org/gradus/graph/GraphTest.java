package org.gradus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gradus.graph.Graph.Edge;
import org.gradus.graph.Graph.Kind;
import org.gradus.graph.Graph.Node;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.tensor.Joining;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.axes.Standardize;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class GraphTest {
    /** x · x + x at x = 3. */
    static Tensor diamond() {
        Tensor x = new Parameter("x", Tensor.scalar(3)).value();
        return x.mul(x).add(x);
    }

    /** A scalar at the end of very many operations. */
    static Tensor chain(int operations) {
        Tensor y = new Parameter("x", Tensor.scalar(1)).value();
        for (int i = 0; i < operations; i++) {
            y = y.add(1);
        }
        return y;
    }

    /** The loss of a two-layer perceptron with batch normalization. */
    static Tensor loss(Sequential model) {
        Tensor data = new RandomStream(2).gaussian(Shape.of(4, 5), 1);
        return Losses.crossEntropy(model.forward(data, Mode.TRAINING), new int[] {0, 1, 2, 0});
    }

    static Sequential model() {
        return Mlp.withBatchNorm(new RandomStream(1), 5, 4, 3);
    }

    private static String label(Tensor y) {
        return Graph.of(y).root().label();
    }

    @Test
    void nodesAreNumberedInTopologicalOrder() {
        Node x = leaf(0, Kind.PARAMETER, "x", OptionalDouble.of(3));
        Node mul = new Node(1, Kind.OP, "mul", Map.of(), Shape.SCALAR, OptionalDouble.of(9), List.of(0, 0));
        Node add = new Node(2, Kind.OP, "add", Map.of(), Shape.SCALAR, OptionalDouble.of(12), List.of(1, 0));
        assertThat(Graph.of(diamond())).isEqualTo(new Graph(List.of(x, mul, add)));
        assertThat(Graph.of(diamond()).root()).isEqualTo(add);
    }

    private static Node leaf(int id, Kind kind, String name, OptionalDouble value) {
        return new Node(id, kind, name, Map.of(), Shape.SCALAR, value, List.of());
    }

    @Test
    void edgesSayWhichArgumentTheyAre() {
        assertThat(Graph.of(diamond()).edges())
                .containsExactly(new Edge(0, 1, 0), new Edge(0, 1, 1), new Edge(1, 2, 0), new Edge(0, 2, 1));
    }

    @Test
    void constantsThatAreInputsAreNodes() {
        Tensor data = Tensor.of(1, 2);
        Tensor w = new Parameter("w", Tensor.of(3, 4)).value();
        assertThat(Graph.of(w.mul(data).add(data)).nodes())
                .extracting(Node::kind, Node::label)
                .containsExactly(
                        tuple(Kind.PARAMETER, "w (2)"),
                        tuple(Kind.CONSTANT, "constant (2)"),
                        tuple(Kind.OP, "mul (2)"),
                        tuple(Kind.OP, "add (2)"));
    }

    @Test
    void whatAParameterWasAndWhatItIsAreTwoNodes() {
        Parameter x = new Parameter("x", Tensor.scalar(3));
        Tensor before = x.value();
        x.set(Tensor.scalar(4));
        assertThat(Graph.of(before.mul(x.value())).nodes())
                .extracting(Node::label)
                .startsWith("x = 3", "x = 4");
    }

    @Test
    void anOpIsLabeledWithItsConstantsAndItsShape() {
        Tensor w = new Parameter("weight", Tensor.full(Shape.of(64, 32), 1)).value();
        assertThat(label(w)).isEqualTo("weight (64, 32)");
        assertThat(label(w.exp())).isEqualTo("exp (64, 32)");
        assertThat(label(w.sumTo(Shape.of(32)))).isEqualTo("sumTo (32)");
        assertThat(label(w.mul(-0.25))).isEqualTo("scale -0.25 (64, 32)");
        assertThat(label(w.pow(2))).isEqualTo("pow 2 (64, 32)");
        assertThat(label(w.transpose())).isEqualTo("transpose [1, 0] (32, 64)");
        assertThat(label(w.slice(0, 1, 3))).isEqualTo("slice axis=0, start=1, end=3 (2, 32)");
        assertThat(label(Tensor.apply(new Standardize(Shape.of(1, 32), 1e-5), w)))
                .isEqualTo("standardize statistics=(1, 32), epsilon=1e-5 (64, 32)");
    }

    @Test
    void constantsOfAnOpAreKnownByName() {
        Tensor w = new Parameter("w", Tensor.of(1, 2, 3)).value();
        assertThat(Graph.of(w.slice(0, 1, 3)).root().constants())
                .containsExactly(Map.entry("axis", 0), Map.entry("start", 1), Map.entry("end", 3));
    }

    @Test
    void numbersAreShort() {
        assertThat(List.of(0.0, 1.0, -2.5, 1 / 3.0, 64000, 12345678, 123456789, 654321.5, 1e-5, 1.25e-6, 1e300))
                .extracting(value -> NumberText.of(value.doubleValue()))
                .containsExactly(
                        "0",
                        "1",
                        "-2.5",
                        "0.33333",
                        "64000",
                        "12345678",
                        "1.2346e8",
                        "654320",
                        "1e-5",
                        "1.25e-6",
                        "1e300");
        assertThat(NumberText.of(Double.NaN)).isEqualTo("NaN");
        assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-∞");
        assertThat(NumberText.of(Tensor.of(new double[][] {{1, 2}, {3, 0.5}}))).isEqualTo("[[1, 2], [3, 0.5]]");
        assertThat(NumberText.of(Tensor.full(Shape.of(4, 4), 2))).isEqualTo("(4, 4) of norm 8");
    }

    @Test
    void parametersAreNamedByTheModelIfItIsGiven() {
        Sequential model = model();
        assertThat(Graph.of(loss(model), model.parameters()).nodes())
                .filteredOn(node -> node.kind() == Kind.PARAMETER)
                .extracting(Node::name)
                .containsExactly("0.weight", "0.bias", "1.weight", "1.bias", "3.weight", "3.bias");
    }

    @Test
    void aConstantHasNoGraph() {
        assertThatThrownBy(() -> Graph.of(Tensor.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("graph: a tensor of shape (2) is a constant: it was not computed from a parameter, "
                        + "so no operation was recorded; compute it from a Parameter's value()");
    }

    @Test
    void nodesOutOfOrderAreNoGraph() {
        Node node = new Node(0, Kind.OP, "relu", Map.of(), Shape.SCALAR, OptionalDouble.empty(), List.of(0));
        assertThatThrownBy(() -> new Graph(List.of(node)))
                .hasMessage("graph: the node at place 0 has number 0 and inputs [0]; "
                        + "nodes are numbered from 0, each after its inputs");
        assertThatThrownBy(() -> new Graph(List.of(leaf(1, Kind.PARAMETER, "x", OptionalDouble.empty()))))
                .hasMessageStartingWith("graph: the node at place 0 has number 1 and inputs []");
        assertThatThrownBy(() -> new Graph(List.of()))
                .hasMessage("graph: there are no nodes; it needs at least its root");
    }

    @Test
    void theTreeRefersToASharedNodeByItsNumber() {
        assertThat(Graph.of(diamond())).hasToString("""
                        #2 add = 12
                        ├─ #1 mul = 9
                        │  ├─ #0 x = 3
                        │  └─ #0 x, see above
                        └─ #0 x, see above""");
    }

    @Test
    void theTreePrintsASharedBranchOnce() {
        Tensor x = new Parameter("x", Tensor.of(1, 2)).value();
        Tensor shared = x.exp().mul(2);
        assertThat(Graph.of(shared.mul(Tensor.of(3, 4)).sub(shared)).tree()).isEqualTo("""
                        #5 sub (2)
                        ├─ #4 mul (2)
                        │  ├─ #2 scale 2 (2)
                        │  │  └─ #1 exp (2)
                        │  │     └─ #0 x (2)
                        │  └─ #3 constant (2)
                        └─ #2 scale, see above""");
    }

    @Test
    void withoutValuesShapesAreShown() {
        assertThat(Graph.of(diamond()).withoutValues().tree())
                .startsWith("#2 add ()\n├─ #1 mul ()\n│  ├─ #0 x ()\n")
                .doesNotContain("=");
    }

    @Test
    void aLineBreakInANameDoesNotBreakTheTree() {
        Tensor x = new Parameter("a\nb\u0007\ud800", Tensor.of(1, 2)).value();
        assertThat(Graph.of(x)).hasToString("#0 a\\nb\\u0007\\ud800 (2)");
    }

    @Test
    void aDeepTreeIsCutAndSaysSo() {
        assertThat(Graph.of(chain(200_000)).tree())
                .startsWith("#200000 shift 1 = 200001\n└─ #199999 shift 1 = 200000\n")
                .endsWith("└─ …\n… shortened: 199,970 of 200,001 nodes are not shown; nodes() has all of them")
                .hasLineCount(33);
    }

    @Test
    void aWideTreeIsCutAndSaysSo() {
        Tensor x = new Parameter("x", Tensor.of(1, 2)).value();
        Tensor[] parts = IntStream.range(0, 1000).mapToObj(x::mul).toArray(Tensor[]::new);
        assertThat(Graph.of(Joining.concat(0, parts)).tree())
                .endsWith("\n… shortened: 950 of 1,002 nodes are not shown; nodes() has all of them")
                .hasLineCount(101);
    }

    @Test
    void equalComputationsHaveEqualGraphs() {
        Graph graph = Graph.of(loss(model()));
        assertThat(Graph.of(loss(model()))).isEqualTo(graph);
        assertThat(Graph.of(loss(model())).tree()).isEqualTo(graph.tree());
        assertThat(Graph.of(loss(model())).svg()).isEqualTo(graph.svg());
        assertThat(Graph.of(loss(model())).dot()).isEqualTo(graph.dot());
        assertThat(Graph.of(loss(model())).mermaid()).isEqualTo(graph.mermaid());
    }

    @Test
    void textsAndPicturesAreTheSameInEveryCountry() {
        Locale here = Locale.getDefault();
        Graph graph = Graph.of(loss(model()));
        String texts = texts(graph);
        Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext")); // digits of its own, and a comma
        try {
            assertThat(texts(graph)).isEqualTo(texts);
        } finally {
            Locale.setDefault(here);
        }
    }

    private static String texts(Graph graph) {
        String deep = Graph.of(chain(2000)).tree() + BackwardTrace.of(chain(2000));
        return graph.tree() + graph.dot() + graph.mermaid() + graph.svg() + deep + BackwardTrace.of(loss(model()));
    }

    @Test
    void aDescriptionCannotBeChanged() {
        Node root = Graph.of(new Parameter("x", Tensor.of(1, 2)).value().slice(0, 0, 1))
                .root();
        assertThatThrownBy(() -> root.inputs().add(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> root.constants().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theJavadocShowsWhatIsPrinted() throws IOException {
        for (Object example : List.of(Graph.of(diamond()), BackwardTrace.of(diamond()))) {
            String name = example.getClass().getSimpleName();
            String source = Files.readString(Path.of("src/main/java/org/gradus/graph", name + ".java"));
            assertThat(source)
                    .contains(" * <pre>\n" + example.toString().indent(0).replaceAll("(?m)^", " * ") + " * </pre>");
        }
    }
}
