package org.gradus.lecture.help;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.chart.Series;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Workshop;
import org.gradus.train.Training;

/**
 * Some runs over their updates, of which a short epoch has fewer.
 *
 * @param group the runs
 * @param updates how many updates there were until each epoch that was measured
 * @param first how many epochs had only some of the examples
 */
record Course(RunGroup group, List<Long> updates, int first) {
    static Course of(Workshop workshop, RunSpec spec, int first, UnaryOperator<Training> change) {
        RunGroup group = Trials.of(workshop, spec, workshop.count(2, 5), change);
        Training training = change.apply(new RunRecipe(spec, workshop.shelf()).training());
        return new Course(group, group.epochs().stream().map(training::steps).toList(), first);
    }

    /** The median of the validation loss in the end. */
    double loss() {
        return Trials.last(group, epoch -> epoch.validation().loss());
    }

    /** The median of the validation loss after the last epoch without the other examples. */
    double lossBefore() {
        return group.byEpoch(epoch -> epoch.validation().loss()).get(first).median();
    }

    Series line(String name) {
        double[] x = updates.stream().mapToDouble(update -> update).toArray();
        return Bands.of(name, x, group.byEpoch(epoch -> epoch.validation().loss()));
    }
}
