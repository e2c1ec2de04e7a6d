/** What the lessons, README.md and CONTRIBUTING.md show, tried: nothing in them may become untrue. */
package org.gradus.lessons;
