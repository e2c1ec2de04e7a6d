/**
 * Layers, normalization, losses and initializers, written from tensor operations.
 *
 * <p>A {@link org.gradus.nn.Layer} is a function of a tensor and a {@link org.gradus.nn.Mode}; there is no hidden training flag. What it
 * learns are its {@linkplain org.gradus.nn.Layer#parameters() parameters}; what it merely remembers, such as running statistics, are its
 * {@linkplain org.gradus.nn.Layer#buffers() buffers}. Both are named by their path, as in {@code 0.weight}.
 *
 * <pre>{@code
 * RandomStream random = new RandomStream(7);
 * Layer model = Sequential.of(new Linear(64, 32, random), new BatchNorm(32), Activation.RELU, new Linear(32, 10, random));
 * Tensor loss = Losses.crossEntropy(model.forward(x, Mode.TRAINING), labels);
 * }</pre>
 *
 * <p>{@link org.gradus.nn.Weights} takes all parameters and buffers out of a model, by path, and puts them back; {@link
 * org.gradus.nn.StateDictionary} takes those that PyTorch wrote.
 */
package org.gradus.nn;
