/** Equations as data: the lecture's lines in the lecture's notation, carried by the rules and schedules that compute them. */
package org.gradus.equation;
