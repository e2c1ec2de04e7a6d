package org.gradus.view.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.optim.Rules;
import org.gradus.view.Legends;
import org.gradus.view.Picture;
import org.gradus.view.PointMap;

/**
 * The charts of a sweep over one number, lines, or over two, maps; what else is varied has a line or a map for each of its values. A sweep over no
 * number, over more than two, or over too much else, has its table only.
 *
 * @param tables what is drawn
 */
record SweepPictures(SweepTables tables) {
    private static final int MOST_LINES = 8;
    private static final int MOST_MAPS = 4;

    List<Picture> all() {
        List<VariedNumber> numbers = tables.varied().stream()
                .filter(setting -> Number.class.isAssignableFrom(setting.form().type()))
                .map(setting -> VariedNumber.of(setting, tables.points()))
                .filter(number -> number.scale().values().size() > 1)
                .toList();
        Map<String, List<RunGroup>> groups = groups(numbers);
        List<Measure> measures = tables.measures().stream()
                .filter(measure -> measure.part().equals(Measure.VALIDATION))
                .toList();
        List<Picture> pictures = new ArrayList<>();
        for (Measure measure : measures) {
            if (numbers.size() == 1 && groups.size() <= MOST_LINES) {
                pictures.add(lines(numbers.get(0), groups, measure));
            }
            if (numbers.size() == 2 && groups.size() <= MOST_MAPS) {
                groups.forEach((name, points) -> pictures.add(map(numbers, name, points, measure)));
            }
        }
        return pictures;
    }

    /** The points by what is varied beside the numbers, in words, in the order of the plan. */
    private Map<String, List<RunGroup>> groups(List<VariedNumber> numbers) {
        List<Setting<?>> drawn =
                numbers.stream().<Setting<?>>map(VariedNumber::setting).toList();
        Map<String, List<RunGroup>> groups = new LinkedHashMap<>();
        for (RunGroup point : tables.results().by(tables.varied().toArray(Setting<?>[]::new))) {
            Map<String, String> values = new LinkedHashMap<>();
            point.values().forEach((setting, value) -> {
                if (!drawn.contains(setting)) {
                    values.put(setting.name(), value);
                }
            });
            groups.computeIfAbsent(Legends.settings(values), each -> new ArrayList<>())
                    .add(point);
        }
        return groups;
    }

    private String conditions(List<RunGroup> points) {
        int seeds = points.get(0).runs().size();
        return tables.plan().base().get(Settings.DATA) + ", "
                + (seeds == 1 ? "one seed" : "median over %s seeds".formatted(seeds));
    }

    private Picture lines(VariedNumber number, Map<String, List<RunGroup>> groups, Measure measure) {
        Series[] series = groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue(), number, measure))
                .toArray(Series[]::new);
        Axis x = number.scale().axis();
        if (tables.best().isPresent() && measure.equals(SweepTables.DECIDING)) {
            RunGroup best = tables.best().get();
            x = x.withLines(ReferenceLine.of(number.of(best), "best: " + name(best)));
        }
        List<RunGroup> points = groups.values().iterator().next();
        String quartiles = points.get(0).runs().size() == 1 ? "" : ", with quartiles";
        return new Picture(
                measure.file(),
                LineChart.of(
                                measure.title() + " over " + number.scale().label(),
                                x,
                                measure.axis(tables.results()),
                                series)
                        .withSubtitle(conditions(points) + quartiles),
                "The %s after the last epoch. A line has a gap where a run failed or diverged."
                        .formatted(measure.words()));
    }

    private static String name(RunGroup point) {
        Map<String, String> values = new LinkedHashMap<>();
        point.values().forEach((setting, value) -> values.put(setting.name(), value));
        return Legends.settings(values);
    }

    private static Series line(String name, List<RunGroup> points, VariedNumber number, Measure measure) {
        List<RunGroup> sorted =
                points.stream().sorted(Comparator.comparingDouble(number::of)).toList();
        List<Quartiles> quartiles = sorted.stream().map(measure::of).toList();
        Series line = Series.of(
                        name.isEmpty() ? measure.words() : name,
                        array(sorted, number::of),
                        array(quartiles, Quartiles::median))
                .withBand(array(quartiles, Quartiles::lower), array(quartiles, Quartiles::upper));
        String rule = points.get(0).runs().get(0).spec().get(Settings.RULE).name();
        return name.equals(Legends.settings(Map.of(Settings.RULE.name(), rule)))
                ? line.withColor(Rules.color(rule))
                : line;
    }

    private static <T> double[] array(List<T> list, ToDoubleFunction<T> number) {
        return list.stream().mapToDouble(number).toArray();
    }

    private Picture map(List<VariedNumber> numbers, String name, List<RunGroup> points, Measure measure) {
        VariedNumber x = numbers.get(0);
        VariedNumber y = numbers.get(1);
        List<PointMap.Measured> best = tables.best().filter(points::contains).stream()
                .map(point -> measured(x, y, point, measure))
                .toList();
        List<PointMap.Measured> all =
                points.stream().map(point -> measured(x, y, point, measure)).toList();
        String title = measure.title() + (name.isEmpty() ? "" : ", " + name);
        String file = measure.file() + (name.isEmpty() ? "" : "-" + name.replaceAll("[^A-Za-z0-9.=]+", "-"));
        return new Picture(
                file,
                new PointMap(x.scale(), y.scale(), all)
                        .chart(title, measure.axis(tables.results()), best)
                        .withSubtitle(conditions(points)),
                "The %s after the last epoch. Each place has the color of the nearest point that was run, none where a run failed or diverged; the ring is around the best."
                        .formatted(measure.words()));
    }

    private static PointMap.Measured measured(VariedNumber x, VariedNumber y, RunGroup point, Measure measure) {
        return new PointMap.Measured(x.of(point), y.of(point), measure.of(point).median());
    }
}
