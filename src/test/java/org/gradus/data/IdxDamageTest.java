package org.gradus.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;

class IdxDamageTest implements DamageContract {
    private static final List<byte[]> SAMPLES = List.of(
            DataFiles.images(3, 4, 5, new int[60]),
            DataFiles.labels(1, 2, 3, 4, 5, 6, 7, 8, 9, 0),
            DataFiles.idx(0x0B, new int[] {2, 2}, new byte[8]),
            DataFiles.idxOfDoubles(new int[] {2, 3, 1}, 0.1, -0.0, 1 / 0.0, 0 / 0.0, 1e300, 1e-300));

    @Override
    public List<byte[]> samples() {
        return SAMPLES;
    }

    /** Changes the type, the number of axes or a size; the file is sometimes as long as it then says. */
    @Override
    public byte[] damaged(byte[] file, Damage damage) {
        byte[] changed = file.clone();
        if (damage.chance(3)) {
            changed[damage.between(2, 4)] = (byte) damage.between(0, 17);
            return changed;
        }
        int axis = damage.between(0, file[3]);
        if (damage.chance(3)) {
            return damage.number(changed, 4 + 4 * axis);
        }
        changed[7 + 4 * axis] = (byte) damage.between(0, 8);
        return Arrays.copyOf(changed, file.length - damage.between(0, 8));
    }

    @Override
    public Map<String, Tensor> decode(String name, byte[] file) {
        return Map.of("x", DataFiles.read(name, file, Idx::tensor));
    }

    @Override
    public byte[] encode(Map<String, Tensor> tensors) {
        Tensor x = tensors.get("x");
        return DataFiles.idxOfDoubles(x.shape().toArray(), x.toArray());
    }
}
