/** First weights: how large the random numbers have to be at which a network begins. */
package org.gradus.nn.init;
