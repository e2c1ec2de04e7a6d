package org.gradus.experiment.plan;

import org.gradus.catalog.Domain;
import org.gradus.experiment.DataShelf;

/** Threads of this process: the thread that asks for a run executes it. */
record Threads(DataShelf shelf, int atATime) implements Workers {
    Threads {
        Domain.of("runner").count("threads", atATime);
    }

    @Override
    public RunResult execute(Execution execution) {
        return execution.here(shelf);
    }
}
