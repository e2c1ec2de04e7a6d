package org.gradus.experiment.plan;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.gradus.experiment.DataShelf;

/**
 * A system by which other machines execute runs. There is one, Apache Spark, compiled by itself from {@code src/spark} if the build is asked for
 * it; what is on the class path is found by the service loader.
 */
public interface Cluster {
    /** {@return its name, such as {@code spark}} */
    String name();

    /**
     * Connects to it.
     *
     * @param master where it is, in its own words; "" for where its own settings say
     * @param atATime how many runs to give it at a time; as many as it may take, if that is not said
     * @param shelf where data is that was opened before: the workers are to have the same
     * @return what executes runs there, to be closed
     * @throws IllegalArgumentException if the words for the master mean nothing, or what this process lacks keeps it from being asked
     * @throws IOException if nobody answers there within a minute or two, or nobody has room
     */
    Workers connect(String master, OptionalInt atATime, DataShelf shelf) throws IOException;

    /**
     * {@return the one of a name, if it is on the class path}
     *
     * @param name the name
     */
    static Optional<Cluster> named(String name) {
        return ServiceLoader.load(Cluster.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(cluster -> cluster.name().equals(name))
                .findFirst();
    }
}
