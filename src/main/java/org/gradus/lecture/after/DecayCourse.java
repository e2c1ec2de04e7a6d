package org.gradus.lecture.after;

import java.util.stream.IntStream;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.lecture.Bands;
import org.gradus.schedule.Schedules;
import org.gradus.train.EpochMetrics;
import org.gradus.view.Language;

/**
 * Runs with one course of the learning rate.
 *
 * @param schedule the schedule as it is typed
 * @param epochs how many epochs they have
 * @param rates the learning rate at each update
 * @param runs the runs, of several seeds
 */
public record DecayCourse(String schedule, int epochs, double[] rates, RunGroup runs) {

    static DecayCourse of(String schedule, int epochs, double eta, long updatesPerEpoch, RunGroup runs) {
        long updates = epochs * updatesPerEpoch;
        double[] rates = Schedules.sample(Schedules.parse(schedule, eta, updates), (int) updates);
        return new DecayCourse(schedule, epochs, rates, runs);
    }

    private static double validationLoss(EpochMetrics epoch) {
        return epoch.validation().loss();
    }

    /** {@return the median validation loss after an epoch} */
    double loss(int epoch) {
        return runs.byEpoch(DecayCourse::validationLoss).get(epoch).median();
    }

    /** {@return the line of the rate over the epochs} */
    Series rate(Language language) {
        double[] epoch = IntStream.range(0, rates.length)
                .mapToDouble(t -> (double) t * epochs / rates.length)
                .toArray();
        return styled(Series.of(name(language), epoch, rates));
    }

    /** {@return the line of the validation loss over the epochs} */
    Series losses(Language language) {
        return styled(Bands.byEpoch(name(language), runs, DecayCourse::validationLoss));
    }

    private boolean decays() {
        return schedule.contains("decay");
    }

    private Series styled(Series line) {
        return decays() ? line : line.withStyle(LineStyle.DASHED);
    }

    private String name(Language language) {
        return decays() ? language.of("wsd, %s epochs", "wsd，%s 個週期").formatted(epochs) : language.of("constant", "固定");
    }
}
