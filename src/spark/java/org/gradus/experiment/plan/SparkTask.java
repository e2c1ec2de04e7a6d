package org.gradus.experiment.plan;

import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;

/** What an executor does: a text comes in, a text goes out. A run that fails is a result too, so no task ever fails because of its run. */
record SparkTask() implements Function<String, String> {
    /** One for all tasks of an executor's process. Spark makes tasks from bytes, so there is no other way to hand it to them. */
    private static final DataShelf SHELF = new DataShelf();

    private static final RunListener NOBODY = new RunListener() {};
    private static final String REASON = "!";

    /** What is asked of a task, with whole paths: workers have working folders of their own. */
    static String order(RunSpec run, boolean keepsSteps, String data) {
        return keepsSteps + "\n" + data + "\n" + run.located().text();
    }

    /** Whether an answer is no line of a journal, but why there is none. */
    static boolean isReason(String answer) {
        return answer.startsWith(REASON);
    }

    static String reason(String answer) {
        return answer.substring(REASON.length());
    }

    @Override
    public String call(String order) {
        String[] parts = order.split("\n", 3);
        RunSpec run;
        try {
            run = RunSpec.of(parts[2]);
        } catch (IllegalArgumentException e) {
            return REASON
                    + "%s; that is so on worker %s: name the jars with rules of your own by spark.jars"
                            .formatted(e.getMessage(), worker());
        }
        Execution execution =
                new Execution(run, Boolean.parseBoolean(parts[0]), NOBODY, TaskContext.get()::isInterrupted);
        String objection = objection(run, parts[1]);
        return objection.isEmpty() ? RunLine.json(execution.here(SHELF)) : REASON + objection;
    }

    /** What is wrong with the data here, which could be opened where the plan is; "" if nothing is. */
    private static String objection(RunSpec run, String data) {
        try {
            String found = new RunRecipe(run, SHELF).fingerprint();
            return found.equals(data)
                    ? ""
                    : "the data on worker %s is other data (fingerprint %s) than here (%s); give every machine of the cluster the same files"
                            .formatted(worker(), found, data);
        } catch (RuntimeException | OutOfMemoryError e) {
            return "%s; that is so on worker %s: every machine of the cluster needs the same files at the same paths"
                    .formatted(Execution.reason(e), worker());
        }
    }

    private static String worker() {
        return SparkEnv.get().blockManager().blockManagerId().host();
    }
}
