package org.gradus.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A catalog of the library's entries and of its users'. */
class SourcesTest {
    private static final String HERE = "org.gradus.catalog.SourcesTest$";

    private record Thing(String name) implements Entry {}

    private record Own(String... names) implements Source<Thing> {
        @Override
        public List<Thing> entries() {
            return things(names);
        }
    }

    private record Users(String... names) implements Source<Thing> {
        @Override
        public List<Thing> entries() {
            return things(names);
        }
    }

    private record Broken(RuntimeException reason) implements Source<Thing> {
        @Override
        public List<Thing> entries() {
            throw reason;
        }
    }

    private static List<Thing> things(String... names) {
        return Arrays.stream(names).map(Thing::new).toList();
    }

    private static Catalog<Thing> catalog(Source<Thing> more) {
        return catalog(List.of(more));
    }

    private static Catalog<Thing> catalog(List<Source<Thing>> more) {
        return Catalog.of("thing", new Own("one", "two"), more);
    }

    @Test
    void usersEntriesComeAfterTheLibrarys() {
        Catalog<Thing> catalog = catalog(List.of(new Users("four", "three"), new Users("five")));
        assertThat(catalog.names()).containsExactly("one", "two", "four", "three", "five");
        assertThat(catalog.get("three")).isEqualTo(new Thing("three"));
        assertThat(catalog).hasToString("catalog of 5 things");
    }

    @Test
    void aTakenNameIsRefusedNamingBothClasses() {
        refused(
                () -> catalog(List.of(new Users("three"), new Users("two"))),
                "thing 'two' of " + HERE + "Users: that name is taken by " + HERE + "Own; give it another");
        refused(
                () -> catalog(new Users("three", "three")),
                "thing 'three' of " + HERE + "Users: that name is taken by " + HERE + "Users; give it another");
    }

    @Test
    void aNameThatCannotBeTypedIsRefused() {
        for (String name : new String[] {"Three", "", "thr ee", "three:", "-three", "three--four", "drei²", null}) {
            refused(
                    () -> catalog(new Users(name)),
                    "thing '" + name + "' of " + HERE
                            + "Users: a name consists of small letters and digits, with single "
                            + "hyphens between; give it such a name");
        }
    }

    @Test
    void aSourceThatFailsIsRefusedInOneSentence() {
        refused(
                () -> catalog(new Broken(new IllegalStateException("no disk"))),
                "things: " + HERE + "Broken does not give its entries (java.lang.IllegalStateException: no disk); "
                        + "mend that class, or take it out of META-INF/services");
        assertThatThrownBy(() -> catalog(() -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("things: " + HERE)
                .hasMessageContaining(" does not give its entries (java.lang.NullPointerException");
        Iterable<Source<Thing>> loader = () -> {
            throw new ServiceConfigurationError("Things: Provider Missing not found");
        };
        refused(
                () -> Catalog.of("thing", new Own("one"), loader),
                "things: Things: Provider Missing not found; mend that class, or take it out of META-INF/services");
        Iterable<Source<Thing>> failing = () -> {
            throw new ServiceConfigurationError(
                    "Things: Provider Bad could not be instantiated", new IllegalStateException("no disk"));
        };
        refused(
                () -> Catalog.of("thing", new Own("one"), failing),
                "things: Things: Provider Bad could not be instantiated (java.lang.IllegalStateException: no disk); "
                        + "mend that class, or take it out of META-INF/services");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
