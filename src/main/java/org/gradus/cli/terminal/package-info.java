/** The other end of the standard streams: what a terminal can show and how wide it is, a bar of progress, and Ctrl-C. */
package org.gradus.cli.terminal;
