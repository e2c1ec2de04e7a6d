/**
 * Data sets, mini-batches and the readers of data files.
 *
 * <p>{@link org.gradus.data.Digits} is embedded, so the first network trains without a download. A {@link org.gradus.data.Split} holds the
 * training and the validation part; {@link org.gradus.data.Batches} deals the training part out in mini-batches, in a new order every epoch.
 */
package org.gradus.data;
