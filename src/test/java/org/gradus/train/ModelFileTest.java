package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.data.DataException;
import org.gradus.data.Safetensors;
import org.gradus.data.Standardizer;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a model comes back with it, or is said to be missing. */
@InEveryLocale
class ModelFileTest {
    private static final Standardizer SCALE = new Standardizer(Tensor.of(0.1, 2), Tensor.of(1, 1 / 3.0));
    private static final ModelFile MODEL = new ModelFile(
            Map.of("0.weight", Tensor.of(new double[][] {{1, 2}, {3, 4}})),
            new Task.Binary(),
            List.of("cat, black", "dog\n\"white\""),
            Optional.of(SCALE),
            Map.of("settings", "hidden=64"));

    @TempDir
    private Path folder;

    @Test
    void everythingComesBack() {
        Path file = folder.resolve("model.safetensors");
        MODEL.write(file);
        ModelFile read = ModelFile.read(file);
        assertThat(read.classNames()).isEqualTo(MODEL.classNames());
        assertThat(read.task()).isEqualTo(MODEL.task());
        assertThat(read.notes()).isEqualTo(MODEL.notes());
        assertThat(Recipes.bits(read.weights())).isEqualTo(Recipes.bits(MODEL.weights()));
        assertThat(read.standardizer().orElseThrow().mean().toArray()).containsExactly(0.1, 2);
        assertThat(read.standardizer().orElseThrow().deviation().toArray()).containsExactly(1, 1 / 3.0);
        new ModelFile(MODEL.weights(), new Task.Huber(2), List.of(), Optional.empty(), Map.of()).write(file);
        assertThat(ModelFile.read(file).task()).isEqualTo(new Task.Huber(2));
        assertThat(ModelFile.read(file).standardizer()).isEmpty();
    }

    private void refused(Map<String, Tensor> tensors, Map<String, String> notes, String reason) {
        Path file = folder.resolve("wrong.safetensors");
        Safetensors.write(file, tensors, notes);
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + reason);
    }

    @Test
    void whatIsMissingOrWrongIsSaid() {
        Path file = folder.resolve("model.safetensors");
        MODEL.write(file);
        Safetensors sound = Safetensors.read(file);
        refused(
                sound.tensors(),
                Map.of(),
                " is no model file: expected the format 'gradus model 1', found 'none'; Safetensors.read reads weights alone");
        for (String name : List.of("task", "classes")) {
            Map<String, String> notes = new LinkedHashMap<>(sound.metadata());
            notes.remove(name);
            refused(
                    sound.tensors(),
                    notes,
                    " is no sound model file: there is no note '" + name + "'; save the model again");
        }
        for (String names : List.of("", "cat", "{}", "[[]]", "[null]", "[{}]", "[\"a\"")) {
            Map<String, String> notes = new LinkedHashMap<>(sound.metadata());
            notes.put("classes", names);
            refused(
                    sound.tensors(),
                    notes,
                    " is no sound model file: its note 'classes' should be a list of names, as in [\"cat\",\"dog\"]; save the model again");
        }
        Map<String, String> none = new LinkedHashMap<>(sound.metadata());
        none.put("classes", "[]");
        refused(
                sound.tensors(),
                none,
                " is no sound model file: model file: the task binary needs class names, found []");
        Map<String, Tensor> half = new LinkedHashMap<>(sound.tensors());
        half.remove("standardizer.mean");
        refused(
                half,
                sound.metadata(),
                " is no sound model file: standardizer.mean and standardizer.deviation should be two vectors of one length, "
                        + "found the shapes none and (2); save the model again");
    }

    @Test
    void aWeightInTheStandardizersPlaceIsRefused() {
        assertThatThrownBy(() -> new ModelFile(
                        Map.of("standardizer.mean", Tensor.of(1)),
                        new Task.Regression(),
                        List.of(),
                        Optional.empty(),
                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "model file: no weight may be called standardizer.mean, which is where the standardizer goes; "
                                + "give the layer another name");
    }
}
