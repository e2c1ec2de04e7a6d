/** The lessons: how one is written ({@link org.gradus.book.Lesson}). */
package org.gradus.book;
