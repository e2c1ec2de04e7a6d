package org.gradus.nn;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * What a forward pass in training mode changes in a model, as it was at one moment, to be put back.
 *
 * @param buffers the values of the buffers
 * @param streams where the random streams were
 */
public record Remembered(Map<Buffer, Tensor> buffers, Map<RandomStream, String> streams) {
    /**
     * {@return what a model has now}
     *
     * @param model the model
     */
    public static Remembered of(Layer model) {
        Map<Buffer, Tensor> buffers = new IdentityHashMap<>();
        model.buffers().values().forEach(buffer -> buffers.put(buffer, buffer.value()));
        Map<RandomStream, String> streams = new IdentityHashMap<>();
        model.streams().values().forEach(stream -> streams.put(stream, stream.save()));
        return new Remembered(buffers, streams);
    }

    /**
     * {@return what a forward pass in training mode gives, without running statistics following it: a second pass over the same batch; random
     * streams go on}
     *
     * @param model the model
     * @param pass the pass
     */
    public static Tensor again(Layer model, Supplier<Tensor> pass) {
        Remembered before = of(model);
        try {
            return pass.get();
        } finally {
            before.buffers.forEach(Buffer::set);
        }
    }

    /** Puts everything back. */
    public void restore() {
        buffers.forEach(Buffer::set);
        rewind();
    }

    /** Puts the random streams back, so that the next pass draws the same numbers again. */
    public void rewind() {
        streams.forEach(RandomStream::load);
    }
}
