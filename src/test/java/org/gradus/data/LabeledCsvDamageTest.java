package org.gradus.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.tensor.Tensor;

class LabeledCsvDamageTest implements DamageContract {
    private static final List<byte[]> SAMPLES = Stream.of(
                    "sepal,petal,species\n5.1,-1.4e0,setosa\n6.2,5.4,virginica\n5.9,5.1,virginica\n",
                    "a,label\n1,0\n2,1\n3,10\n",
                    "\"a, b\",\"c \"\"d\"\"\"\r\n1,\"x\r\ny\"\r\n2,ß\r\n")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    @Override
    public List<byte[]> samples() {
        return SAMPLES;
    }

    /** Changes numbers, words, commas, quotes and ends of lines. */
    @Override
    public byte[] damaged(byte[] file, Damage damage) {
        return damage.text(new String(file, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Every field becomes a string first, every line an object. */
    @Override
    public long memory(byte[] file) {
        return MEMORY_OF_A_MESSAGE + 6 * MEMORY_PER_BYTE * file.length;
    }

    @Override
    public Map<String, Tensor> decode(String name, byte[] file) {
        Dataset data = DataFiles.read(name, file, in -> LabeledCsv.decode(in, LabeledCsv.Options.usual()));
        double[] labels = Arrays.stream(data.labels()).asDoubleStream().toArray();
        return Map.of("features", data.features(), "labels", Tensor.of(labels));
    }

    @Override
    public byte[] encode(Map<String, Tensor> tensors) {
        Tensor features = tensors.get("features");
        StringBuilder text =
                new StringBuilder("x" + ",x".repeat(features.shape().size(1)));
        for (int i = 0; i < features.shape().size(0); i++) {
            text.append('\n');
            for (int j = 0; j < features.shape().size(1); j++) {
                text.append(features.get(i, j)).append(',');
            }
            text.append((int) tensors.get("labels").get(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
