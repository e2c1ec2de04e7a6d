/**
 * Rules whose momentum follows a schedule of its own, as the 1cycle policy wants it: the momentum falls while the learning rate rises.
 */
package org.gradus.optim.cycle;
