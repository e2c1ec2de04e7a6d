package org.gradus.chart;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Boxes and the arrows between them: what comes from what.
 *
 * <pre>{@code
 * DiagramChart chart = DiagramChart.of("Adam is RMSProp with momentum",
 *         List.of(Box.of("RMSProp", 0, 0), Box.of("Adam", 1, 0)),
 *         List.of(Link.of("RMSProp", "Adam", "momentum")));
 * }</pre>
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says under which conditions; empty for none
 * @param boxes the boxes, each with a name of its own; at least one
 * @param links the arrows between them
 */
public record DiagramChart(String title, String subtitle, List<Box> boxes, List<Link> links) implements Chart {

    /**
     * A box.
     *
     * @param name what stands in it
     * @param remark what stands under the name, smaller; empty for nothing
     * @param column its place from left to right, 0 for the leftmost
     * @param row its place from top to bottom, 0 for the topmost; boxes may stand half a row lower
     * @param color its color as in HTML, or a name, as that of a {@link Series}
     */
    public record Box(String name, String remark, double column, double row, String color) {

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if a part is missing, the name is blank, or a place is not finite
         */
        public Box {
            Labels.require("box: the name", name);
            Labels.require("box '" + name + "': the remark", remark);
            Labels.require("box '" + name + "': the color", color);
            if (name.isBlank() || !Double.isFinite(column) || !Double.isFinite(row)) {
                throw new IllegalArgumentException("box '" + name + "': found column " + column + " and row " + row
                        + "; give a name and two finite numbers");
            }
            color = color.toLowerCase(Locale.ROOT);
        }

        /**
         * A box without a remark, in a color of the palette.
         *
         * @param name what stands in it
         * @param column its place from left to right
         * @param row its place from top to bottom
         * @return the box
         * @throws IllegalArgumentException if the name is blank or a place is not finite
         */
        public static Box of(String name, double column, double row) {
            return new Box(name, "", column, row, name);
        }
    }

    /**
     * An arrow from the right of one box to the left of another.
     *
     * @param from the name of the box it begins at
     * @param to the name of the box it ends at
     * @param label what stands at it; empty for nothing
     * @param style how it is drawn
     */
    public record Link(String from, String to, String label, LineStyle style) {

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if one is missing
         */
        public Link {
            Labels.require("link: the name it begins at", from);
            Labels.require("link: the name it ends at", to);
            Labels.require("link: the label", label);
            if (style == null) {
                throw new IllegalArgumentException("link: the style is null; give SOLID, DASHED or FAINT");
            }
        }

        /**
         * A solid arrow.
         *
         * @param from the name of the box it begins at
         * @param to the name of the box it ends at
         * @param label what stands at it
         * @return the arrow
         */
        public static Link of(String from, String to, String label) {
            return new Link(from, to, label, LineStyle.SOLID);
        }
    }

    /**
     * Checks the parts and keeps its own copies of the lists.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, there is no box, two have one name, or an arrow begins or ends at
     *     none
     */
    public DiagramChart {
        Labels.requireTitles(title, subtitle);
        boxes = Labels.copySome(title, "box", boxes, "Box.of");
        links = Labels.copy(title, "links", links);
        Set<String> names = boxes.stream().map(Box::name).collect(Collectors.toSet());
        if (names.size() < boxes.size()) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': two boxes have one name; give each a name of its own");
        }
        for (Link link : links) {
            if (!names.contains(link.from()) || !names.contains(link.to())) {
                throw new IllegalArgumentException("chart '" + title + "': an arrow goes from '" + link.from()
                        + "' to '" + link.to() + "', and there is no such box; the boxes are "
                        + String.join(", ", boxes.stream().map(Box::name).toList()));
            }
        }
    }

    /**
     * A diagram without a subtitle.
     *
     * @param title says what the chart shows; not blank
     * @param boxes the boxes
     * @param links the arrows between them
     * @return the chart
     * @throws IllegalArgumentException as the constructor
     */
    public static DiagramChart of(String title, List<Box> boxes, List<Link> links) {
        return new DiagramChart(title, "", boxes, links);
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public DiagramChart withSubtitle(String other) {
        return new DiagramChart(title, other, boxes, links);
    }

    /** {@return no place: the names stand in the boxes} */
    @Override
    public LegendPlace legend() {
        return LegendPlace.NONE;
    }

    @Override
    public String description() {
        return links.stream()
                .map(link ->
                        link.from() + " → " + link.to() + (link.label().isEmpty() ? "" : " (" + link.label() + ")"))
                .collect(Collectors.joining("; ", "Boxes and arrows: ", "."));
    }
}
