/** Softmax times a factor and cross-entropy from logits, each in one op beside the op that is its slope. */
package org.gradus.tensor.softmax;
