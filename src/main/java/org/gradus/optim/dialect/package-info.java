/** What libraries and papers do where they differ from the lecture. */
package org.gradus.optim.dialect;
