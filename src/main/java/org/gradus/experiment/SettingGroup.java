package org.gradus.experiment;

/** What a setting is about; in this order they are listed. */
public enum SettingGroup {
    /** What is to be learned, and by what the result is judged. */
    DATA("Data"),
    /** What is to learn it. */
    MODEL("Model"),
    /** By which rule the weights move. */
    RULE("Rule"),
    /** How the training goes. */
    TRAINING("Training");

    private final String title;

    SettingGroup(String title) {
        this.title = title;
    }

    /** The group's name for a heading, as in {@code Data}. */
    @Override
    public String toString() {
        return title;
    }
}
