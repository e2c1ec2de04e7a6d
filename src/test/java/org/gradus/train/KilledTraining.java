package org.gradus.train;

import java.nio.file.Path;
import java.util.Map;
import org.gradus.data.Safetensors;
import org.gradus.nn.Weights;
import org.gradus.train.log.CsvLog;
import org.gradus.train.log.JsonLinesLog;

/** A process that trains, and goes on where the one before it was killed: the subject of {@link KillTest}. */
final class KilledTraining {
    static final String STARTED = "training";

    private KilledTraining() {}

    /** A training of some seconds in which everything has a state. */
    static Training training() {
        return Recipes.withEverything().withEpochs(60).withPatience(60);
    }

    static Listener[] logs(Path folder) {
        return new Listener[] {new CsvLog(folder), new JsonLinesLog(folder.resolve("log.jsonl"))};
    }

    static Path model(Path folder) {
        return folder.resolve("model.safetensors");
    }

    /**
     * Trains to the end.
     *
     * @param arguments the folder of checkpoints and logs, and after how many steps to write a checkpoint
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Training training = training();
        TrainingRun run = training.start(logs(folder));
        Checkpoints checkpoints = new Checkpoints(folder);
        checkpoints.resume(run);
        System.out.println(STARTED);
        checkpoints.finish(run, Long.parseLong(arguments[1]));
        Safetensors.write(model(folder), Weights.of(training.model()), Map.of());
    }
}
