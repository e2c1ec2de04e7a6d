/** Normalization layers: batch, layer, group, instance, root-mean-square and weight normalization, forward from tensor operations. */
package org.gradus.nn.norm;
