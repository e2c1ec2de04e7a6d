/** The build defends the design: which package may use which, how long a file may be, what the README promises. */
package org.gradus.build;
