/**
 * The command line: {@code gradus compare} and its kin. The only package that prints, and that ends the process.
 *
 * <p>Results go to standard output, progress and complaints to standard error. The exit status is 0 when all went well, 1 when a run or a
 * file failed, 2 when the command was used wrongly, 130 when Ctrl-C ended it.
 */
package org.gradus.cli;
