package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gradus.data.DataException;
import org.gradus.data.Safetensors;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a checkpoint's file: it is refused in a sentence and the run is as it was, or it is loaded to the last bit. */
class CheckpointDamageTest {
    private static final int OFTEN = 300;
    private static final int VERY_OFTEN = 20_000;

    @TempDir
    private Path folder;

    private Path file;
    private Checkpoints checkpoints;
    private Checkpoint sound;
    private TrainingRun run;
    private Map<String, String> before;

    @BeforeEach
    void aSoundCheckpointAndARunAtAnotherPlace() {
        file = folder.resolve("checkpoint.safetensors");
        checkpoints = new Checkpoints(folder);
        TrainingRun saved = Recipes.withEverything().start();
        for (int i = 0; i < 8; i++) {
            saved.step();
        }
        sound = saved.save();
        run = Recipes.withEverything().start();
        run.step();
        before = Recipes.bits(run.save());
    }

    /** Whether the file is refused; fails if it is half loaded. */
    private boolean isRefused(String what) {
        try {
            checkpoints.resume(run);
        } catch (DataException e) {
            assertThat(e.getMessage()).as(what).startsWith(file.toString()).doesNotContain("\n");
            assertThat(Recipes.bits(run.save())).as(what).isEqualTo(before);
            return true;
        }
        assertThat(Recipes.bits(run.save())).as(what).isEqualTo(Recipes.bits(sound));
        run = Recipes.withEverything().start();
        run.step();
        return false;
    }

    private void writeCrafted(Map<String, Tensor> tensors, Map<String, String> notes) {
        Map<String, String> signed = new LinkedHashMap<>(notes);
        signed.put("checksum", CheckpointFile.checksum(tensors, notes));
        Safetensors.write(file, tensors, signed);
    }

    @Test
    void damagedBytes() throws IOException {
        damage(OFTEN);
    }

    @Test
    @Tag("heavy")
    void bytesDamagedInManyWays() throws IOException {
        damage(VERY_OFTEN);
    }

    private void damage(int times) throws IOException {
        CheckpointFile.write(file, sound);
        byte[] bytes = Files.readAllBytes(file);
        int refused = 0;
        for (int seed = 0; seed < times; seed++) {
            Files.write(file, damaged(bytes, new SplittableRandom(seed)));
            refused += isRefused("seed " + seed) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(times * 95 / 100);
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(random.nextBoolean() ? bytes.length : 8000); // the header has about 6000 bytes
        int to = Math.min(bytes.length, from + 1 + random.nextInt(16));
        byte[] damaged = bytes.clone();
        switch (random.nextInt(5)) {
            case 0 -> damaged[from] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged = Arrays.copyOf(bytes, from);
            case 2 -> Arrays.fill(damaged, from, to, (byte) random.nextInt(256));
            case 3 -> System.arraycopy(bytes, to, damaged, from, bytes.length - to);
            default -> System.arraycopy(bytes, from, damaged, to, bytes.length - to);
        }
        return damaged;
    }

    /** Files whose checksum is right, but which lack something. */
    @Test
    void missingParts() {
        Safetensors content = CheckpointFile.content(sound);
        for (String name : content.tensors().keySet()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
            tensors.remove(name);
            writeCrafted(tensors, content.metadata());
            assertThat(isRefused("without the tensor " + name)).as(name).isTrue();
        }
        for (String name : content.metadata().keySet()) {
            if (!name.equals("checksum") && !name.equals("best epoch")) { // without its epoch, best is not looked at
                Map<String, String> notes = new LinkedHashMap<>(content.metadata());
                notes.remove(name);
                writeCrafted(content.tensors(), notes);
                assertThat(isRefused("without the note " + name)).as(name).isTrue();
            }
        }
    }

    /** Files whose checksum is right, but whose parts do not fit. */
    @Test
    void partsThatDoNotFit() {
        Safetensors content = CheckpointFile.content(sound);
        for (String name : content.tensors().keySet()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
            tensors.put(name, Tensor.of(1, 2, 3, 4, 5));
            writeCrafted(tensors, content.metadata());
            assertThat(isRefused("with another shape of " + name)).as(name).isTrue();
        }
        for (String name : content.metadata().keySet()) {
            for (String text : List.of("", "x", "-1", "1e3", "99999999999999999999")) {
                Map<String, String> notes = new LinkedHashMap<>(content.metadata());
                notes.put(name, text);
                writeCrafted(content.tensors(), notes);
                boolean isOverwritten = name.equals("checksum"); // by the right one
                assertThat(isRefused(name + " is " + text))
                        .as(name + " is " + text)
                        .isNotEqualTo(isOverwritten);
            }
        }
        Map<String, String> notes = new LinkedHashMap<>(content.metadata());
        for (Map.Entry<String, String> wrong :
                Map.of("batch", "5", "best epoch", "7").entrySet()) {
            notes.putAll(content.metadata());
            notes.put(wrong.getKey(), wrong.getValue());
            writeCrafted(content.tensors(), notes);
            assertThat(isRefused(wrong.toString())).as(wrong.toString()).isTrue();
        }
    }
}
