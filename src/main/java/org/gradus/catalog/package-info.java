/** Things by name, as people type them: what there is, and the nearest name where there is no such thing. */
package org.gradus.catalog;
