/** Benchmarks, run by hand: speed is measured, not tested. */
package org.gradus.bench;
