package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.chart.Palette;
import org.gradus.chart.Sight;
import org.gradus.chart.render.shape.Shapes;

/**
 * Which color and which shape stands for whom, in all of a picture. Color alone is enough where all colors are apart for everybody, in gray too;
 * elsewhere lines get the shapes as well.
 */
final class Identities {
    /** The {@linkplain Sight#smallestDistance distance} from which on colors are told apart without further help. */
    static final double APART = 0.09;

    private final Look look;
    private final Map<String, String> colors;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final boolean shapesNeeded;

    /**
     * @param names the colors and names of colors of all that is drawn
     * @param lines those of lines, paths and bars, which are to be told apart by more than color where it is not enough
     * @param look the theme
     */
    Identities(List<String> names, List<String> lines, Look look) {
        this.look = look;
        this.colors = Palette.colors(names);
        colors.keySet().forEach(name -> places.put(name, places.size()));
        this.shapesNeeded =
                smallestDistance(lines.stream().map(colors::get).distinct().toList(), look) < APART;
    }

    private static double smallestDistance(List<String> colors, Look look) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < colors.size(); i++) {
            for (String other : colors.subList(0, i)) {
                smallest = Math.min(
                        smallest,
                        Sight.smallestDistance(
                                look.theme().drawn(colors.get(i)), look.theme().drawn(other)));
            }
        }
        return smallest;
    }

    Look look() {
        return look;
    }

    /** Whether lines need shapes to be told apart. */
    boolean shapesNeeded() {
        return shapesNeeded;
    }

    Color color(String name) {
        return Color.decode(html(name));
    }

    String html(String name) {
        return look.theme().drawn(colors.get(name));
    }

    /** The shape around (0, 0) of whoever has the color. */
    Shape shape(String name, double size) {
        return Shapes.of(places.get(name), size);
    }
}
