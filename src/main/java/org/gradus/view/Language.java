package org.gradus.view;

import java.util.Locale;

/** A language in which pictures and pages speak. */
public enum Language {
    /** English. */
    EN("en"),
    /** Traditional Chinese, as it is written in Taiwan. */
    ZH("zh-Hant");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** {@return its tag in a page, as BCP 47 has it} */
    public String tag() {
        return tag;
    }

    /** Its name as it is typed, {@code en} or {@code zh}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return one of two texts that say the same}
     *
     * @param english the text in English
     * @param chinese the text in Traditional Chinese
     */
    public String of(String english, String chinese) {
        return this == EN ? english : chinese;
    }
}
