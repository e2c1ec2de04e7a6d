/**
 * The lessons: how one is written ({@link org.gradus.book.Lesson}), and all of them as one site that works without a network ({@link
 * org.gradus.book.Book}).
 *
 * <p>Markdown is read by commonmark; formulas in LaTeX become MathML here, the lines of rules and schedules by their own trees. What a lesson refers to is in
 * the book too: files of the repository as pages, figures as copies, the pages of commands as living pages.
 */
package org.gradus.book;
