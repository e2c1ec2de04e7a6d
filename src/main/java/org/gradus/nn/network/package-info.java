/**
 * Whole networks in one call: layers of {@link org.gradus.nn} with the normalizations of {@link org.gradus.nn.norm} between them, which are
 * layers themselves.
 */
package org.gradus.nn.network;
