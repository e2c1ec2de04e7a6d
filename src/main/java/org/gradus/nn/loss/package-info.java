/** Losses: what a network is to make small, from scores and targets. */
package org.gradus.nn.loss;
