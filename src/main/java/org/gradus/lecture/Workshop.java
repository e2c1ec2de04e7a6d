package org.gradus.lecture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.Runner;

/**
 * What figures are made with: the effort to take, the data, and studies that several figures show different sides of, made once.
 *
 * <p>It may be used from several threads; each figure computes in one, so that several of them side by side fill a machine.
 */
public final class Workshop {
    private final Effort effort;
    private final DataShelf shelf = new DataShelf();
    private final Map<Class<?>, AtomicReference<Object>> studies = new ConcurrentHashMap<>();

    private Workshop(Effort effort) {
        this.effort = effort;
    }

    /**
     * {@return a workshop in which nothing has been made}
     *
     * @param effort how much to compute
     */
    public static Workshop of(Effort effort) {
        return new Workshop(effort);
    }

    /**
     * {@return how many of something to compute: seeds, epochs, steps}
     *
     * @param quick how many at quick effort
     * @param full how many at full effort
     */
    public int count(int quick, int full) {
        return choose(quick, full);
    }

    /**
     * {@return what to compute}
     *
     * @param <T> its type
     * @param quick what at quick effort
     * @param full what at full effort
     */
    public <T> T choose(T quick, T full) {
        return effort == Effort.QUICK ? quick : full;
    }

    /** {@return where data is that was opened before} */
    public DataShelf shelf() {
        return shelf;
    }

    /** {@return what executes runs, one after the other} */
    public Runner runner() {
        return new Runner(shelf, 1);
    }

    /**
     * {@return what came out of some runs}
     *
     * @param plan which runs
     * @throws InterruptedException if somebody asked to stop
     */
    public Results run(Plan plan) throws InterruptedException {
        return runner().run(plan, new RunListener() {});
    }

    /**
     * {@return a study that several figures share; the first that asks for it makes it, the others wait}
     *
     * @param <T> the type of the study
     * @param type its class, by which it is known
     * @param maker makes it
     * @throws InterruptedException if somebody asked to stop
     */
    public <T> T shared(Class<T> type, Maker<T> maker) throws InterruptedException {
        AtomicReference<Object> study = studies.computeIfAbsent(type, key -> new AtomicReference<>());
        synchronized (study) {
            if (study.get() == null) {
                study.set(maker.make(this));
            }
        }
        return type.cast(study.get());
    }

    /**
     * Makes a study.
     *
     * @param <T> its type
     */
    @FunctionalInterface
    public interface Maker<T> {
        /**
         * {@return the study}
         *
         * @param workshop the effort to take, and the data
         * @throws InterruptedException if somebody asked to stop
         */
        T make(Workshop workshop) throws InterruptedException;
    }

    /** The effort. */
    @Override
    public String toString() {
        return "workshop at " + effort + " effort";
    }
}
