/** Figures of the chapter on adaptive learning rates: Adagrad, RMSProp, Adam. */
package org.gradus.lecture.adaptive;
