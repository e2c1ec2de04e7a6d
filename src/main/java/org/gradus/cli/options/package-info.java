/** The options that several commands share, each group as one mixin: the run's settings, where results go, who executes runs, progress, rates. */
package org.gradus.cli.options;
