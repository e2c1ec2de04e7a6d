package org.gradus.data;

import java.util.Optional;

/**
 * Data as its source has it, before anything is split: the examples, and, where the source publishes one, the test part. That stays the test
 * part, and the validation part is cut from the examples: nothing is chosen by a published test part.
 *
 * <pre>{@code
 * Published mnist = Mnist.load(folder);
 * Split data = Split.of(mnist.examples(), 1.0 / 6, random.split("split")).withTest(mnist.test().orElseThrow());
 * }</pre>
 *
 * @param examples the examples to split
 * @param test the published test part
 */
public record Published(Dataset examples, Optional<Dataset> test) {

    /**
     * {@return data without a published test part}
     *
     * @param examples the examples
     */
    public static Published of(Dataset examples) {
        return new Published(examples, Optional.empty());
    }

    /**
     * {@return data with a published test part}
     *
     * @param examples the examples to learn from
     * @param test the test part
     */
    public static Published of(Dataset examples, Dataset test) {
        return new Published(examples, Optional.of(test));
    }

    /** The sizes. */
    @Override
    public String toString() {
        return examples + test.map(part -> "; test: " + part).orElse("");
    }
}
