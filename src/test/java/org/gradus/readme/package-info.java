/** What the README shows, tried. */
package org.gradus.readme;
