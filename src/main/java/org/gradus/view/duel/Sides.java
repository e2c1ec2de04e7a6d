package org.gradus.view.duel;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.duel.Tuned;
import org.gradus.optim.Rules;

/** The two sides of a duel in pictures. */
final class Sides {
    private Sides() {}

    static List<Tuned> of(DuelResult result) {
        return List.of(result.tuning().first(), result.tuning().second());
    }

    /** A rule's own color, unless both have the same. */
    static String color(Tuned side, DuelResult result) {
        String first = Rules.color(result.duel().first().rule().name());
        String second = Rules.color(result.duel().second().rule().name());
        return first.equals(second)
                ? side.contender().name()
                : Rules.color(side.contender().rule().name());
    }

    /** The trials, the lowest learning rate first. */
    static List<Trial> byRate(Tuned side) {
        return side.trials().stream()
                .sorted(Comparator.comparingDouble(Trial::learningRate))
                .toList();
    }

    static <T> double[] numbers(List<T> list, ToDoubleFunction<T> number) {
        return list.stream().mapToDouble(number).toArray();
    }
}
