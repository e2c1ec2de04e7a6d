package org.gradus.view.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.landscape.Landscape;

/** The picture of one or more walks: on a map of the landscape where it has one, else over the steps. */
final class WalkPicture {
    private final List<Walk> walks;
    private final PageData data;
    private final Landscape landscape;

    WalkPicture(List<Walk> walks, PageData data) {
        this.walks = walks;
        this.data = data;
        this.landscape = walks.get(0).trace().landscape();
    }

    String html() {
        boolean map = landscape.dimensions() == 2 && !walks.get(0).trace().landscapeChanges();
        return "<section class=\"picture\">\n" + (map ? maps() : new Curves(walks, data).html()) + legend()
                + "</section>\n";
    }

    private String maps() {
        List<double[]> points =
                walks.stream().flatMap(walk -> walk.trace().path().stream()).toList();
        Region whole = Region.around(landscape.bounds(), points);
        Optional<Region> near = whole.near(points);
        StringBuilder html = new StringBuilder(new ContourMap(landscape, whole).html(walks, data, "whole"));
        near.ifPresent(region -> html.append(new ContourMap(landscape, region).html(walks, data, "near")));
        if (near.isPresent()) {
            html.append("<button id=\"zoom\" type=\"button\">Show the whole landscape</button>\n");
        }
        if (!points.stream().allMatch(whole::contains)) {
            html.append("<p class=\"caption\">The path leaves the picture.</p>\n");
        }
        return html.toString();
    }

    private String legend() {
        String keys = walks.size() == 1 ? "" : walks.stream().map(Walk::key).collect(Collectors.joining("\n"));
        boolean marked = walks.stream().anyMatch(walk -> walk.marked() > 0);
        String ring = marked ? "\n<span class=\"ring\">where they part</span>" : "";
        return keys.isEmpty() ? "" : "<p class=\"legend\">" + keys + ring + "</p>\n";
    }
}
