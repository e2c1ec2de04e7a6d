package org.gradus.data;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gradus.tensor.Tensor;

/**
 * The tensors of a file by name, each decoded when it is first asked for: what else the file holds costs nothing, and does no harm. Nobody
 * can change it; several threads may read it.
 */
final class TensorsOnDemand extends AbstractMap<String, Tensor> {
    private final Map<String, Supplier<Tensor>> sources;
    private final Map<String, Tensor> decoded = new ConcurrentHashMap<>();

    /** Tensors in the order of the map; a source refuses its tensor with a {@link DataException}. */
    TensorsOnDemand(Map<String, Supplier<Tensor>> sources) {
        this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    @Override
    public Tensor get(Object name) {
        Supplier<Tensor> source = sources.get(name);
        return source == null ? null : decoded.computeIfAbsent((String) name, same -> source.get());
    }

    @Override
    public boolean containsKey(Object name) {
        return sources.containsKey(name);
    }

    @Override
    public Set<String> keySet() {
        return sources.keySet();
    }

    @Override
    public int size() {
        return sources.size();
    }

    @Override
    public Set<Entry<String, Tensor>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Tensor>> iterator() {
                return sources.keySet().stream()
                        .map(name -> Map.entry(name, get(name)))
                        .iterator();
            }

            @Override
            public int size() {
                return sources.size();
            }
        };
    }

    /** The names, without the numbers. */
    @Override
    public String toString() {
        return "tensors " + TensorFile.shortened(sources.keySet().toString());
    }
}
