package org.gradus.view.trace;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.gradus.view.Markup;

/**
 * The numbers of a page, from which its script fills in those of the chosen step: the values of symbols, which lines applied, and the points of
 * paths in the pictures.
 */
final class PageData {
    /** Of longer vectors a page shows only so many coordinates. */
    static final int MOST_COORDINATES = 10;

    private static final Gson GSON = new Gson(); // which writes < as \\u003c, so that no text can end the script

    private final JsonArray series = new JsonArray();
    private final JsonArray lines = new JsonArray();
    private final JsonArray paths = new JsonArray();

    /**
     * Adds values; only one where all are the same.
     *
     * @param values from step 1 on; null where there is none
     * @return the number by which the page finds them
     */
    int addSeries(List<double[]> values) {
        boolean constant = values.stream().allMatch(value -> Arrays.equals(value, values.get(0)));
        JsonArray json = new JsonArray();
        for (double[] value : constant ? values.subList(0, 1) : values) {
            json.add(value == null ? JsonNull.INSTANCE : TraceJson.array(shown(value)));
        }
        series.add(json);
        return series.size() - 1;
    }

    private static double[] shown(double[] value) {
        return Arrays.copyOf(value, Math.min(value.length, MOST_COORDINATES));
    }

    /**
     * Adds the steps at which something holds.
     *
     * @param steps a 1 for each step where it does, else 0; step 1 first
     * @return the number by which the page finds them
     */
    int addLine(String steps) {
        lines.add(steps);
        return lines.size() - 1;
    }

    /**
     * Adds a path.
     *
     * @param points its points in a picture, from step 0 on; null where there is none
     * @return the number by which the page finds it
     */
    int addPath(List<double[]> points) {
        JsonArray json = new JsonArray();
        for (double[] point : points) {
            JsonArray place = new JsonArray();
            if (point != null) {
                place.add(Double.parseDouble(Markup.place(point[0])));
                place.add(Double.parseDouble(Markup.place(point[1])));
            }
            json.add(point == null ? JsonNull.INSTANCE : place);
        }
        paths.add(json);
        return paths.size() - 1;
    }

    /** Everything as JSON that may stand in a script element. */
    String json(int steps) {
        JsonObject json = new JsonObject();
        json.addProperty("steps", steps);
        json.add("series", series);
        json.add("lines", lines);
        json.add("paths", paths);
        return GSON.toJson(json);
    }
}
