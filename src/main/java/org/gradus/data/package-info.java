/**
 * Data sets, mini-batches and the readers of data files.
 *
 * <p>{@link org.gradus.data.Digits} and {@link org.gradus.data.Iris} are embedded, so the first network trains without a download;
 * {@link org.gradus.data.synthetic} makes problems up. {@link org.gradus.data.Mnist}, {@link org.gradus.data.Cifar10},
 * {@link org.gradus.data.LabeledCsv} and {@link org.gradus.data.LabeledNpz} read what one has. A damaged or lying file is refused with the place of the damage, and takes no more memory than it has bytes for.
 *
 * <p>A {@link org.gradus.data.Dataset} has a class for each example, or numbers to predict. A {@link org.gradus.data.Split} holds the part to
 * learn from, the part that choices are made by, and the test part, by which nothing is chosen; {@link org.gradus.data.Standardizer} brings features
 * to one scale; {@link org.gradus.data.Batches} deals the training part out in mini-batches, in a new order every epoch.
 *
 * <p>{@link org.gradus.data.Safetensors} and {@link org.gradus.data.Npz} keep named tensors in files that PyTorch, JAX and NumPy read too;
 * {@link org.gradus.data.Idx} reads the arrays that MNIST is published in.
 */
package org.gradus.data;
