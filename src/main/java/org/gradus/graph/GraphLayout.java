package org.gradus.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gradus.graph.Graph.Edge;

/**
 * Where the boxes of a picture stand and which way its arrows go: a layered layout from left to right.
 *
 * <p>A node stands as many columns left of the root as its longest path there has arrows; so every arrow points right. Where an arrow has to
 * cross a column, a place is kept free for it, a bend, shared with the other arrows from the same node; so no arrow runs through a box. What
 * remains is to choose the order in each column, by sweeps that move each place to the mean of its neighbors' (the barycenter), and then
 * the heights, by sweeps of the same kind that keep the distances. After Sugiyama, Tagawa and Toda 1981, doi 10.1109/TSMC.1981.4308636.
 */
final class GraphLayout {
    private static final int SWEEPS = 12;
    private static final double GAP = 44; // between columns
    private static final double LARGEST_GAP = 96;
    private static final double TIP = 9; // how far an arrow runs level before it enters a box
    private static final double STEEPEST = 6; // rise of an arrow per unit of gap; then the gap is widened

    private final Graph graph;
    private final List<Column> columns = new ArrayList<>(); // from left to right
    private final List<List<Place>> lanes = new ArrayList<>(); // by node: its box, then its bends from left to right

    /** The width and height of a box. */
    record Size(double width, double height) {}

    /** A point, x to the right and y down. */
    record Point(double x, double y) {}

    /** A box, or a bend where arrows cross a column. */
    static final class Place {
        final int column;
        final Size size;
        final boolean bend;
        final List<Link> left = new ArrayList<>();
        final List<Link> right = new ArrayList<>();
        int rank; // in its column, from the top
        double y; // of its middle

        private Place(int column, Size size, boolean bend) {
            this.column = column;
            this.size = size;
            this.bend = bend;
        }
    }

    /**
     * The stretch of an arrow, or of several, between one column and the next.
     *
     * @param port where it enters, from −½ for the top edge to ½ for the bottom edge
     */
    private record Link(Place from, Place to, double port) {
        /** How much it matters that it runs straight: least for a leaf, so that the way from op to op comes out as a line. */
        double weight() {
            return from.left.isEmpty() ? 1 : from.bend && to.bend ? 16 : 4;
        }

        double rise() {
            return port * to.size.height;
        }

        boolean crosses(Link other) {
            double above = to.rank + port - other.to.rank - other.port;
            return (from.rank - other.from.rank) * above < 0;
        }
    }

    GraphLayout(Graph graph, List<Size> sizes) {
        this.graph = graph;
        addLanes(columnOfEach(), sizes);
        addLinks();
        chooseOrder();
        chooseHeights();
        chooseWidths();
    }

    private int[] columnOfEach() {
        int[] distance = new int[graph.nodes().size()];
        for (int id = distance.length - 1; id >= 0; id--) {
            for (int input : graph.nodes().get(id).inputs()) {
                distance[input] = Math.max(distance[input], distance[id] + 1);
            }
        }
        int last = IntStream.of(distance).max().orElse(0);
        IntStream.rangeClosed(0, last).forEach(c -> columns.add(new Column()));
        return IntStream.of(distance).map(d -> last - d).toArray();
    }

    private void addLanes(int[] column, List<Size> sizes) {
        int[] farthest = column.clone();
        for (Edge edge : graph.edges()) {
            farthest[edge.from()] = Math.max(farthest[edge.from()], column[edge.to()]);
        }
        for (int id = 0; id < column.length; id++) {
            List<Place> lane = new ArrayList<>(List.of(new Place(column[id], sizes.get(id), false)));
            for (int c = column[id] + 1; c < farthest[id]; c++) {
                lane.add(new Place(c, new Size(0, 0), true));
            }
            lanes.add(lane);
        }
        for (int id : fromTheRoot()) {
            lanes.get(id).forEach(place -> columns.get(place.column).places.add(place));
        }
    }

    /** The nodes as the tree shows them: an order without crossings if the graph is a tree. */
    private List<Integer> fromTheRoot() {
        List<Integer> met = new ArrayList<>();
        boolean[] seen = new boolean[graph.nodes().size()];
        List<Integer> stack = new ArrayList<>(List.of(graph.root().id()));
        while (!stack.isEmpty()) {
            int id = stack.remove(stack.size() - 1);
            if (!seen[id]) {
                seen[id] = true;
                met.add(id);
                List<Integer> inputs = graph.nodes().get(id).inputs();
                IntStream.range(0, inputs.size()).forEach(i -> stack.add(inputs.get(inputs.size() - 1 - i)));
            }
        }
        return met;
    }

    private void addLinks() {
        for (List<Place> lane : lanes) {
            for (int i = 1; i < lane.size(); i++) {
                link(lane.get(i - 1), lane.get(i), 0);
            }
        }
        for (Edge edge : graph.edges()) {
            List<Place> lane = lanes.get(edge.from());
            Place to = lanes.get(edge.to()).get(0);
            link(lane.get(to.column - 1 - lane.get(0).column), to, port(edge));
        }
    }

    private static void link(Place from, Place to, double port) {
        Link link = new Link(from, to, port);
        from.right.add(link);
        to.left.add(link);
    }

    private double port(Edge edge) {
        int inputs = graph.nodes().get(edge.to()).inputs().size();
        return (edge.position() + 1.0) / (inputs + 1) - 0.5;
    }

    private void chooseOrder() {
        columns.forEach(Column::number);
        columns.forEach(Column::keep);
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean leftward = sweep % 2 == 0;
            for (int i = 1; i < columns.size(); i++) {
                columns.get(leftward ? columns.size() - 1 - i : i).order(leftward);
            }
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                columns.forEach(Column::keep);
            }
        }
        columns.forEach(Column::restore);
    }

    private long crossings() {
        long crossings = 0;
        for (Column column : columns) {
            List<Link> links = column.places.stream()
                    .flatMap(place -> place.right.stream())
                    .toList();
            for (int i = 0; i < links.size(); i++) {
                crossings += links.subList(0, i).stream()
                        .filter(links.get(i)::crosses)
                        .count();
            }
        }
        return crossings;
    }

    private void chooseHeights() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean leftward = sweep % 2 == 0;
            boolean finish = sweep >= SWEEPS - 4; // at first from one side only, so that distant places can move along
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(leftward ? columns.size() - 1 - i : i);
                column.settle(!leftward || finish, leftward || finish);
            }
        }
        double top = columns.stream().mapToDouble(Column::top).min().orElse(0);
        columns.forEach(column -> column.places.forEach(place -> place.y -= top));
    }

    private void chooseWidths() {
        double x = 0;
        for (Column column : columns) {
            column.x = x;
            column.width =
                    column.places.stream().mapToDouble(p -> p.size.width).max().orElse(0);
            double rise = column.places.stream()
                    .flatMap(place -> place.right.stream())
                    .mapToDouble(link -> Math.abs(link.to.y + link.rise() - link.from.y))
                    .max()
                    .orElse(0);
            x += column.width + Math.min(LARGEST_GAP, Math.max(GAP, rise / STEEPEST));
        }
    }

    double width() {
        Column last = columns.get(columns.size() - 1);
        return last.x + last.width;
    }

    double height() {
        return columns.stream().mapToDouble(Column::bottom).max().orElse(0);
    }

    /** The upper left corner of a node's box, in the middle of its column. */
    Point corner(int id) {
        Place box = lanes.get(id).get(0);
        Column column = columns.get(box.column);
        return new Point(column.x + (column.width - box.size.width) / 2, box.y - box.size.height / 2);
    }

    /** The way of an arrow: an even number of points. It runs level from each point with an even index to the next, and bends in between. */
    List<Point> way(Edge edge) {
        List<Place> lane = lanes.get(edge.from());
        Place to = lanes.get(edge.to()).get(0);
        Place from = lane.get(0);
        List<Point> way = new ArrayList<>();
        way.add(new Point(corner(edge.from()).x + from.size.width, from.y));
        for (int i = 0; i < to.column - from.column; i++) {
            Column column = columns.get(from.column + i);
            if (i > 0) {
                way.add(new Point(column.x, lane.get(i).y));
            }
            way.add(new Point(column.x + column.width, lane.get(i).y));
        }
        double y = to.y + port(edge) * to.size.height;
        way.add(new Point(columns.get(to.column).x - TIP, y));
        way.add(new Point(corner(edge.to()).x, y));
        return way;
    }

    /** Places above one another. */
    private static final class Column {
        private static final double BETWEEN_BOXES = 20;
        private static final double BESIDE_BENDS = 12;

        private List<Place> places = new ArrayList<>(); // from the top
        private List<Place> kept = List.of();
        private double x; // of its left edge
        private double width;

        private void keep() {
            kept = List.copyOf(places);
        }

        private void restore() {
            places = kept;
            number();
        }

        private void number() {
            for (int i = 0; i < places.size(); i++) {
                places.get(i).rank = i;
            }
        }

        /** Orders the places by where their neighbors on one side stand; a place without neighbors stays where it is. */
        private void order(boolean byRight) {
            Function<Place, List<Double>> neighbors = byRight
                    ? place -> place.right.stream()
                            .map(link -> link.to.rank + link.port)
                            .toList()
                    : place -> place.left.stream()
                            .map(link -> link.from.rank - link.port)
                            .toList();
            places = places.stream()
                    .sorted(Comparator.comparingDouble(place -> mean(neighbors.apply(place), place.rank)))
                    .toList();
            number();
        }

        /**
         * Moves the places to where their arrows from the left, to the right or both run straightest, as near as the distances allow, by
         * weighted least squares: places that would come too close stick together in a block, which stands at the mean of what its
         * places wish ("pool adjacent violators").
         */
        private void settle(boolean byLeft, boolean byRight) {
            double[] offset = new double[places.size()]; // of a place in a block that begins with the first place
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < offset.length; i++) {
                offset[i] = i == 0 ? 0 : offset[i - 1] + distance(places.get(i - 1), places.get(i));
                Block block = block(places.get(i), offset[i], byLeft, byRight);
                while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() > block.mean()) {
                    block = block.and(blocks.remove(blocks.size() - 1));
                }
                blocks.add(block);
            }
            int i = 0;
            for (Block block : blocks) {
                for (int end = i + block.places; i < end; i++) {
                    places.get(i).y = block.mean() + offset[i];
                }
            }
        }

        private static Block block(Place place, double offset, boolean byLeft, boolean byRight) {
            Block block = new Block(1, 0, 0);
            for (Link link : byLeft ? place.left : List.<Link>of()) {
                block = block.and(Block.of(link.weight(), link.from.y - link.rise() - offset));
            }
            for (Link link : byRight ? place.right : List.<Link>of()) {
                block = block.and(Block.of(link.weight(), link.to.y + link.rise() - offset));
            }
            return block.weight > 0 ? block : new Block(1, 1, place.y - offset);
        }

        /** Neighboring places, and the weighted sum of where their first would have to be. */
        private record Block(int places, double weight, double sum) {
            static Block of(double weight, double wish) {
                return new Block(0, weight, weight * wish);
            }

            double mean() {
                return sum / weight;
            }

            Block and(Block other) {
                return new Block(places + other.places, weight + other.weight, sum + other.sum);
            }
        }

        private static double distance(Place above, Place below) {
            double gap = above.bend || below.bend ? BESIDE_BENDS : BETWEEN_BOXES;
            return (above.size.height + below.size.height) / 2 + gap;
        }

        private static double mean(List<Double> values, double otherwise) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return values.isEmpty() ? otherwise : sum / values.size();
        }

        private double top() {
            return places.get(0).y - places.get(0).size.height / 2;
        }

        private double bottom() {
            Place last = places.get(places.size() - 1);
            return last.y + last.size.height / 2;
        }
    }
}
