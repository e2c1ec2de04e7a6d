/** What tests of several packages share. */
package org.gradus.testing;
