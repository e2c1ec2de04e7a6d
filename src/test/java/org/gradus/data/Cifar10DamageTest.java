package org.gradus.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;

class Cifar10DamageTest implements DamageContract {
    private static final int LENGTH = 3073;

    private static final List<byte[]> SAMPLES = List.of(
            DataFiles.cifarRecord(9, 0, 127, 255),
            DataFiles.joined(DataFiles.cifarRecord(0, 1, 2, 3), DataFiles.cifarRecord(4, 200, 100, 50)));

    @Override
    public List<byte[]> samples() {
        return SAMPLES;
    }

    /** Changes a label, or leaves out or repeats some bytes or whole records. */
    @Override
    public byte[] damaged(byte[] file, Damage damage) {
        if (damage.chance(2)) {
            byte[] changed = file.clone();
            changed[LENGTH * damage.between(0, file.length / LENGTH)] = (byte) damage.between(0, 40);
            return changed;
        }
        int length = damage.chance(4) ? LENGTH * damage.between(0, 4) : damage.between(0, 4 * LENGTH);
        return Arrays.copyOf(DataFiles.joined(file, file, file), length);
    }

    @Override
    public Map<String, Tensor> decode(String name, byte[] file) {
        Dataset data = Cifar10.decode(name, file);
        double[] labels = Arrays.stream(data.labels()).asDoubleStream().toArray();
        return Map.of("features", data.features(), "labels", Tensor.of(labels));
    }

    @Override
    public byte[] encode(Map<String, Tensor> tensors) {
        Tensor features = tensors.get("features");
        byte[] file = new byte[LENGTH * features.shape().size(0)];
        for (int i = 0; i < file.length; i++) {
            int image = i / LENGTH;
            int at = i % LENGTH;
            file[i] = (byte) Math.round(at == 0 ? tensors.get("labels").get(image) : 255 * features.get(image, at - 1));
        }
        return file;
    }
}
