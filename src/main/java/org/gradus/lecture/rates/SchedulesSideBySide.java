package org.gradus.lecture.rates;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.schedule.Schedule;
import org.gradus.schedule.Schedules;
import org.gradus.view.Language;

/**
 * Figure 36: all schedules of the catalog, each with its usual numbers for the same training.
 *
 * @param rates η_t of each schedule by name, in units of its highest rate
 */
public record SchedulesSideBySide(Map<String, double[]> rates) implements Figure {
    private static final int ROWS = 3; // a picture has no room for more, with titles and numbers
    private static final int UPDATES = 400;
    private static final int EPOCH = 20; // updates, for the schedule that looks at the loss after each epoch

    /** {@return the figure: 400 updates, in which the loss stands still, so that a schedule that waits for a plateau finds one} */
    static SchedulesSideBySide of() {
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (String name : Schedules.names()) {
            Schedule schedule = Schedules.named(name, 1, UPDATES, Map.of());
            rates.put(
                    name,
                    IntStream.range(0, UPDATES)
                            .mapToDouble(t -> schedule.seeing(Collections.nCopies(t / EPOCH, 1.0))
                                    .at(t))
                            .toArray());
        }
        return new SchedulesSideBySide(rates);
    }

    /** {@return what the course of a schedule does} */
    CourseShape shape(String name) {
        double[] rate = rates.get(name);
        boolean rose = false;
        boolean fell = false;
        for (int t = 1; t < UPDATES; t++) {
            if (rate[t] > rate[t - 1] && fell) {
                return CourseShape.RISES_AGAIN;
            }
            rose |= rate[t] > rate[t - 1];
            fell |= rate[t] < rate[t - 1];
        }
        return rose ? CourseShape.RISES_FIRST : CourseShape.FALLS;
    }

    private long count(CourseShape shape) {
        return rates.keySet().stream().filter(name -> shape(name) == shape).count();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Of %s schedules %s never rise, %s rise first, %s rise again and again",
                "%s 種學習率排程中，%s 種只降不升，%s 種先升後降，%s 種反覆升降");
        List<Chart> panels =
                rates.keySet().stream().map(name -> panel(name, language)).toList();
        return Panels.of(
                        title.formatted(
                                rates.size(),
                                count(CourseShape.FALLS),
                                count(CourseShape.RISES_FIRST),
                                count(CourseShape.RISES_AGAIN)),
                        (panels.size() + ROWS - 1) / ROWS,
                        panels.toArray(Chart[]::new))
                .withSharing(Panels.Sharing.BOTH)
                .withSubtitle(language.of(
                                "learning rate over %s updates, in units of the highest, each with its usual options",
                                "%s 次更新中的學習率，以最高的學習率為單位，各用慣用的選項")
                        .formatted(UPDATES));
    }

    private Chart panel(String name, Language language) {
        CourseShape shape = shape(name);
        double[] updates = IntStream.range(0, UPDATES)
                .mapToDouble(t -> (double) t / UPDATES)
                .toArray();
        return LineChart.of(
                        name.replace("one-cycle", "1cycle").replace('-', ' '),
                        Axis.linear("t / T").withLimits(0, 1),
                        Axis.linear("η").withLimits(0, 1.08),
                        Series.of(shape.in(language), updates, rates.get(name)).withColor(shape.name()))
                .withLegend(LegendPlace.OUTSIDE);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                "Learning rates over time, as the lecture has them and as others have them: decay, warm-up and decay, cycles and restarts. Each has the options that its name alone means on the command line. Reduce on plateau depends on the validation loss, which stands still here; each can begin with a warm-up besides.",
                "隨時間變化的學習率，包括課程中的與其他常見的：衰減、先暖身再衰減、循環與重新啟動。每一格都是在命令列只輸入名稱、不給選項時的樣子。reduce on plateau 取決於驗證損失，這裡假設它不變；其他各種之前也都可以再加上暖身。");
    }
}
