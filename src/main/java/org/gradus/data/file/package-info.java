/**
 * Files, whatever is in them: text that is UTF-8 or refused, folders that one process writes at a time, hashes of contents, and in words what
 * went wrong.
 */
package org.gradus.data.file;
