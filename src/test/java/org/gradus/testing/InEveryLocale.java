package org.gradus.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs all tests of a class once where nothing is special, and once with the formats of Egypt, where {@code %d} writes other digits and {@code %f}
 * another comma, and the letters of Turkey, where {@code "I".toLowerCase()} is no {@code "i"}: text for machines is the same in both.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EveryLocale.class)
public @interface InEveryLocale {}
