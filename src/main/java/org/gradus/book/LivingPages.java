package org.gradus.book;

import java.util.List;

/** Makes the living pages of lessons: those that a command writes, in which one can go through the steps of a rule. */
@FunctionalInterface
public interface LivingPages {
    /**
     * {@return the page, as HTML}
     *
     * @param words the command, from the word behind {@code gradus} on, without where to write: {@code trace adam --format html}
     * @throws IllegalArgumentException if the command is none that makes a page; the message says what is wrong with it
     */
    String html(List<String> words);
}
