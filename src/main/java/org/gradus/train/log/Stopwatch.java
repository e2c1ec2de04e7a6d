package org.gradus.train.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.Listener;

/**
 * The seconds a run takes. They lie beside the history and never in it: two runs with the same numbers are the same, however long they took.
 *
 * <p>Of a run that goes on from a checkpoint only the time since then is known.
 */
public final class Stopwatch implements Listener {
    private final Map<Integer, Double> byEpoch = new LinkedHashMap<>();
    private final List<Long> ticks = new ArrayList<>(); // the start, then the end of each evaluation

    /** A stopwatch that starts when the run does. */
    public Stopwatch() {}

    @Override
    public void onStart(History past) {
        byEpoch.clear();
        ticks.clear();
        ticks.add(System.nanoTime());
    }

    @Override
    public void onEpoch(EpochMetrics epoch) {
        ticks.add(System.nanoTime());
        byEpoch.put(epoch.epoch(), (ticks.get(ticks.size() - 1) - ticks.get(0)) / 1e9);
    }

    @Override
    public void onEnd(History history) {
        ticks.add(System.nanoTime());
    }

    /** {@return the seconds from the start to the end of each epoch that was followed by an evaluation, that included, by the epoch} */
    public Map<Integer, Double> secondsByEpoch() {
        return Collections.unmodifiableMap(byEpoch);
    }

    /** {@return the seconds from the start to what happened last; 0 before the start} */
    public double seconds() {
        return ticks.isEmpty() ? 0 : (ticks.get(ticks.size() - 1) - ticks.get(0)) / 1e9;
    }

    /** The seconds so far, as in {@code 12.345 s}. */
    @Override
    public String toString() {
        return "%s s".formatted(Math.round(seconds() * 1000) / 1000.0);
    }
}
