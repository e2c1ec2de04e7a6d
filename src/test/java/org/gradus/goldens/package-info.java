/** Replays of reference numbers that PyTorch and other reference implementations computed. */
package org.gradus.goldens;
