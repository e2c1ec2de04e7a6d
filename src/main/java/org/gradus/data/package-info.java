/**
 * Data sets, mini-batches and the readers of data files.
 *
 * <p>{@link org.gradus.data.Digits} is embedded, so the first network trains without a download. A {@link org.gradus.data.Split} holds the
 * training and the validation part; {@link org.gradus.data.Batches} deals the training part out in mini-batches, in a new order every epoch.
 *
 * <p>{@link org.gradus.data.Safetensors} and {@link org.gradus.data.Npz} keep named tensors in files that PyTorch, JAX and NumPy read too.
 */
package org.gradus.data;
