package org.gradus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.graph.SvgPicture.Arrow;
import org.gradus.graph.SvgPicture.Box;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Joining;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

@InEveryLocale
class GraphSvgTest {
    private static final double ROUNDING = 0.11;

    static List<Graph> graphs() {
        Tensor x = new Parameter("x", Tensor.scalar(2)).value();
        List<Graph> graphs = new ArrayList<>(List.of(
                Graph.of(x),
                Graph.of(GraphTest.diamond()),
                Graph.of(GraphTest.loss(GraphTest.model())),
                Graph.of(Derivatives.grad(x.pow(3).exp().mul(x), x)),
                Graph.of(Joining.concat(
                        0,
                        IntStream.range(0, 30)
                                .mapToObj(i -> x.reshape(Shape.of(1)))
                                .toArray(Tensor[]::new)))));
        IntStream.range(0, 10).forEach(seed -> graphs.add(Graph.of(tangle(new RandomStream(seed), 40))));
        return graphs;
    }

    /** Operations on results far and near, whatever comes. */
    private static Tensor tangle(RandomStream random, int operations) {
        List<Tensor> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(new Parameter("a parameter with a long name " + i, Tensor.scalar(i)).value());
        }
        double[] draws = random.uniform(Shape.of(2 * operations), 0, 1).toArray();
        for (int i = 0; i < operations; i++) {
            Tensor far = made.get((int) (draws[2 * i] * made.size()));
            Tensor near = made.get(made.size() - 1 - (int) (draws[2 * i + 1] * 3));
            made.add(i % 7 == 0 ? near.mul(0.5) : near.add(far));
        }
        return Joining.concat(0, made.stream().map(t -> t.reshape(Shape.of(1))).toArray(Tensor[]::new));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void everyNodeHasABoxAndNoTwoOverlap(Graph graph) {
        List<Box> boxes = SvgPicture.of(graph).boxes();
        assertThat(boxes).hasSameSizeAs(graph.nodes());
        for (Box box : boxes) {
            assertThat(boxes)
                    .filteredOn(other -> other != box && other.overlaps(box))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void everyEdgeIsDrawnFromBoxToBox(Graph graph) {
        SvgPicture picture = SvgPicture.of(graph);
        assertThat(picture.arrows()).extracting(Arrow::edge).containsExactlyElementsOf(graph.edges());
        for (Arrow arrow : picture.arrows()) {
            Box from = picture.boxes().get(arrow.edge().from());
            Box to = picture.boxes().get(arrow.edge().to());
            assertThat(arrow.start()[0]).isCloseTo(from.x() + from.width(), within(2 * ROUNDING));
            assertThat(arrow.start()[1]).isCloseTo(from.y() + from.height() / 2, within(2 * ROUNDING));
            assertThat(arrow.tip()[0]).isCloseTo(to.x(), within(ROUNDING));
            assertThat(arrow.tip()[1]).isStrictlyBetween(to.y(), to.y() + to.height());
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void noArrowRunsThroughABoxOrBackward(Graph graph) {
        SvgPicture picture = SvgPicture.of(graph);
        for (Arrow arrow : picture.arrows()) {
            assertThat(picture.boxes().stream()
                            .filter(box -> arrow.points().stream().anyMatch(box::contains)))
                    .as("boxes on the way of %s", arrow.edge())
                    .isEmpty();
            assertThat(arrow.points()).isSortedAccordingTo((a, b) -> Double.compare(a[0], b[0]));
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void argumentsEnterFromTopToBottom(Graph graph) {
        List<Arrow> arrows = SvgPicture.of(graph).arrows();
        for (int i = 1; i < arrows.size(); i++) {
            if (arrows.get(i).edge().position() > 0) {
                assertThat(arrows.get(i).tip()[1] - arrows.get(i - 1).tip()[1]).isGreaterThan(10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void everythingLiesInTheViewBox(Graph graph) {
        SvgPicture picture = SvgPicture.of(graph);
        String[] viewBox = picture.root().getAttribute("viewBox").split(" ");
        Element translated = SvgPicture.elements(picture.root(), "g").get(0);
        double[] shift = List.of(translated.getAttribute("transform").split("[( )]")).subList(1, 3).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (Box box : picture.boxes()) {
            assertThat(box.x() + shift[0]).isGreaterThanOrEqualTo(10);
            assertThat(box.y() + shift[1]).isGreaterThanOrEqualTo(10);
            assertThat(box.x() + shift[0] + box.width()).isLessThanOrEqualTo(Double.parseDouble(viewBox[2]) - 10);
            assertThat(box.y() + shift[1] + box.height()).isLessThanOrEqualTo(Double.parseDouble(viewBox[3]) - 10);
        }
    }

    @Test
    void aPictureIsReadAloud() {
        Element svg = SvgPicture.of(Graph.of(GraphTest.diamond())).root();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("font-family")).isEqualTo("DejaVu Sans, Verdana, sans-serif");
        assertThat(SvgPicture.elements(svg, "title"))
                .extracting(Element::getTextContent)
                .containsExactly("Graph of add = 12: 3 nodes, 4 edges", "#0 x = 3", "#1 mul = 9", "#2 add = 12");
    }

    @Test
    void colorsSayWhatANodeIs() {
        Tensor w = new Parameter("w", Tensor.of(1, 2)).value();
        Element svg = SvgPicture.of(Graph.of(w.mul(Tensor.of(3, 4)).exp())).root();
        assertThat(SvgPicture.elements(svg, "rect"))
                .extracting(rect -> rect.getAttribute("fill"))
                .containsExactly(
                        "#ffffff", // the background
                        NodeLook.PARAMETER.fill,
                        NodeLook.CONSTANT.fill,
                        NodeLook.OPERATION.fill,
                        NodeLook.RESULT.fill,
                        NodeLook.PARAMETER.fill, // and the legend
                        NodeLook.CONSTANT.fill,
                        NodeLook.OPERATION.fill,
                        NodeLook.RESULT.fill);
    }

    @Test
    void oddNamesAreEscaped() {
        Parameter odd = new Parameter("<b> & \"q\"\n\u0000\ud800", Tensor.of(1, 2));
        assertThat(SvgPicture.of(Graph.of(odd.value())).boxes().get(0).text())
                .isEqualTo("<b> & \"q\"\\n\\u0000\\ud800|(2)");
    }

    @Test
    void aLongNameIsShortenedInItsBoxOnly() {
        String name = "encoder.layers.11.attention.self.query.weight";
        SvgPicture picture = SvgPicture.of(Graph.of(new Parameter(name, Tensor.of(1, 2)).value()));
        assertThat(picture.boxes().get(0).text()).isEqualTo("encoder.layers.11.attention.sel…|(2)");
        assertThat(SvgPicture.elements(picture.root(), "title"))
                .extracting(Element::getTextContent)
                .contains("#0 " + name + " (2)");
    }

    @Test
    void aGraphWithoutCrossingsIsDrawnWithoutCrossings() {
        Tensor x = new Parameter("x", Tensor.scalar(1)).value();
        Tensor y = new Parameter("y", Tensor.scalar(2)).value();
        Tensor z = new Parameter("z", Tensor.scalar(3)).value();
        List<Box> boxes =
                SvgPicture.of(Graph.of(x.exp().mul(y.log()).sub(z.sqrt()))).boxes();
        assertThat(List.of(0, 2, 5)).extracting(id -> boxes.get(id).y()).isSorted();
    }

    @Test
    void aGraphTooLargeToReadIsRefused() {
        assertThat(SvgPicture.of(Graph.of(GraphTest.chain(499))).boxes()).hasSize(500);
        assertThatThrownBy(() -> Graph.of(GraphTest.chain(1999)).svg())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("svg: the graph has 2,000 nodes, and more than 500 cannot be read in one picture; "
                        + "draw a smaller example of it, or give dot() to Graphviz");
    }
}
