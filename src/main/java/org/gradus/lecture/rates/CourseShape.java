package org.gradus.lecture.rates;

import org.gradus.view.Language;

/** What the course of a rate does. */
enum CourseShape {
    /** It never rises. */
    FALLS("never rises", "只降不升"),
    /** It rises once, and falls. */
    RISES_FIRST("rises first", "先升後降"),
    /** It rises again after it has fallen. */
    RISES_AGAIN("rises again and again", "反覆升降");

    private final String english;
    private final String chinese;

    CourseShape(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Language language) {
        return language.of(english, chinese);
    }
}
