package org.gradus.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.data.DataException;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Weights;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.train.ModelFile;

/**
 * A model that a run has left, built again, to ask it for answers.
 *
 * @param spec the run
 * @param file what the run has written down of the model
 * @param inputs how many features it has learned from
 * @param layer the model, with its weights
 */
public record TrainedModel(RunSpec spec, ModelFile file, int inputs, Layer layer) {
    private static final String RUN = "run";
    private static final String INPUTS = "inputs";
    private static final String OUTPUTS = "outputs";

    /** What a model is built from, for its file. */
    static Map<String, String> notes(RunSpec spec, int inputs, int outputs) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(RUN, spec.text());
        notes.put(INPUTS, Integer.toString(inputs));
        notes.put(OUTPUTS, Integer.toString(outputs));
        return notes;
    }

    /**
     * {@return the model of a run}
     *
     * @param folder the run's folder
     * @throws DataException if there is none, or its file is damaged or one of another version
     */
    public static TrainedModel read(Path folder) {
        Path path = folder.resolve("model.safetensors");
        ModelFile file = ModelFile.read(path);
        try {
            RunSpec spec =
                    RunSpec.usual().withRecord(RunSpec.changes(file.notes().getOrDefault(RUN, "")));
            int inputs = Integer.parseInt(file.notes().getOrDefault(INPUTS, "none"));
            int outputs = Integer.parseInt(file.notes().getOrDefault(OUTPUTS, "none"));
            Layer layer = Networks.mlp(spec, new RandomStream(spec.get(Settings.SEED)), inputs, outputs);
            Weights.load(layer, file.weights());
            return new TrainedModel(spec, file, inputs, layer);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "%s: the model cannot be built from its notes: %s".formatted(path, e.getMessage()), e);
        }
    }

    /**
     * {@return the model's outputs: a row for each example, logits for classes}
     *
     * @param features the features as the source has them, of shape (examples, {@link #inputs})
     */
    public Tensor outputs(Tensor features) {
        Tensor scaled = file.standardizer()
                .map(scale -> features.sub(scale.mean()).div(scale.deviation()))
                .orElse(features);
        return layer.forward(scaled, Mode.EVALUATION);
    }

    /** The run it is of. */
    @Override
    public String toString() {
        return "model of " + spec;
    }
}
