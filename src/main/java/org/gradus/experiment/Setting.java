package org.gradus.experiment;

import java.util.function.Function;

/**
 * One thing to choose about a training run: the same name in code, in files and on the command line.
 *
 * @param <T> the type of its values
 * @param name the name, such as {@code batch-size}
 * @param group what it is about
 * @param form what its values look like, and which there are
 * @param usual the value where none is given, which may depend on the other settings
 * @param otherwise that value in words, for lists
 * @param description what it does, in one sentence
 */
public record Setting<T>(
        String name,
        SettingGroup group,
        Form<T> form,
        Function<RunSpec, T> usual,
        String otherwise,
        String description) {
    /**
     * {@return the value that somebody means who types one}
     *
     * @param typed the text; blanks around it do not matter
     * @throws IllegalArgumentException if it is none; the message has the setting, and what its values are
     */
    public T parse(String typed) {
        try {
            return form.reader().apply(typed.strip());
        } catch (Form.Unfit e) {
            throw new IllegalArgumentException("%s: must be %s, found '%s'".formatted(name, e.getMessage(), typed), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return a value as it is typed}
     *
     * @param value the value
     */
    public String text(T value) {
        return form.writer().apply(value);
    }

    /** The value in a description: only {@link RunSpec} knows that it is one of this setting. */
    T cast(Object value) {
        return form.type().cast(value);
    }

    String textOf(Object value) {
        return text(cast(value));
    }

    /** The name, as in {@code batch-size}. */
    @Override
    public String toString() {
        return name;
    }
}
