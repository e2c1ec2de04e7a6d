/** How a duel is shown: as text for the console, and as a page with its pictures. */
package org.gradus.view.duel;
