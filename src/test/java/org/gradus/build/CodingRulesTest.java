package org.gradus.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.text.Format;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** What no class does: keep state in statics, draw from a hidden generator, round as the machine likes. */
@AnalyzeClasses(packages = "org.gradus", importOptions = OursWithoutTests.class)
class CodingRulesTest {
    private static final String COMMANDS = "org.gradus.cli..";

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*Utils?|.*Helpers?|.*Manager|.*Impl|(Base|Abstract)(\\p{Upper}.*)?|Module|Record");

    /** Types whose objects change, other than collections, which are judged by their value. */
    private static final List<Class<?>> CHANGING = List.of(
            StringBuilder.class,
            Thread.class,
            Buffer.class,
            Format.class,
            BitSet.class,
            Executor.class,
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicLong.class,
            AtomicReference.class,
            RandomGenerator.class,
            UniformRandomProvider.class);

    private static final Pattern UNMODIFIABLE = Pattern.compile(
            "java\\.util\\.(ImmutableCollections|Collections)\\$(List|Set|Map|SubList|Unmodifiable|Empty|Singleton).*");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_TOUCH_STANDARD_STREAMS_AND_EXIT = noClasses()
            .that()
            .resideOutsideOfPackage(COMMANDS)
            .should()
            .accessTargetWhere(member("java.lang.System", "out|err|in|setOut|setErr|setIn|console|exit"))
            .orShould()
            .accessTargetWhere(member("java.lang.Runtime", "exit|halt|addShutdownHook"))
            .orShould()
            .accessTargetWhere(describe(
                    "Throwable.printStackTrace()",
                    access -> access.getTarget().getName().equals("printStackTrace")
                            && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                            && target.getRawParameterTypes().isEmpty()))
            .because("output is an argument");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_CONSTANTS = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should(beConstant())
            .because("there is no static mutable state");

    @ArchTest
    static final ArchRule NO_THREAD_LOCALS =
            noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

    @ArchTest
    static final ArchRule NO_REFLECTION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .accessTargetWhere(
                    member("java.lang.Class", "forName|getDeclared.*|getMethods?|getFields?|getConstructors?"));

    @ArchTest
    static final ArchRule NO_PLATFORM_TRANSCENDENTALS = noClasses()
            .should()
            .accessTargetWhere(member(
                    "java.lang.Math",
                    "exp|expm1|log|log10|log1p|pow|cbrt|hypot|random"
                            + "|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh"))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.StrictMath")
            .because("their last bits differ between machines: use FastMath");

    @ArchTest
    static final ArchRule NO_HIDDEN_OR_UNSTABLE_RANDOMNESS = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.random..")
            .orShould()
            .accessTargetWhere(member("java.util.Collections", "shuffle"))
            .orShould()
            .accessTargetWhere(member("java.util.UUID", "randomUUID"))
            .because("randomness is an argument: a seeded UniformRandomProvider");

    @ArchTest
    static final ArchRule NO_NETWORK_CLIENTS = noClasses()
            .that()
            .doNotHaveSimpleName("SparkConnection") // calls the master that it was told
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat(any("java.net.Socket", "java.net.DatagramSocket", "java.net.URLConnection"))
            .orShould()
            .accessTargetWhere(member("java.net.URL", "open.*|getContent"))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.nio\\.channels\\.(Asynchronous)?(Socket|Datagram)Channel")
            .because("nothing is downloaded at run time");

    @ArchTest
    static final ArchRule NO_ABSTRACT_CLASSES = noClasses()
            .should(be(
                    "an abstract class",
                    type -> type.getModifiers().contains(ABSTRACT) && !type.isInterface() && !type.isEnum()))
            .because("what is shared is an interface or a function, never a base class");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should(be(
                    "named " + EMPTY_NAME,
                    type -> EMPTY_NAME.matcher(type.getSimpleName()).matches()))
            .because("a name is the field's or the lecture's word");

    /** An access to a field, method or method reference of a class, by the pattern of the member's name. */
    private static DescribedPredicate<JavaAccess<?>> member(String owner, String names) {
        Pattern name = Pattern.compile(names);
        return describe(
                owner + ".(" + names + ")",
                access -> access.getTargetOwner().getName().equals(owner)
                        && name.matcher(access.getTarget().getName()).matches());
    }

    private static DescribedPredicate<JavaClass> any(String... names) {
        return describe("are a " + List.of(names), type -> Stream.of(names).anyMatch(type::isAssignableTo));
    }

    private static ArchCondition<JavaClass> be(String description, Predicate<JavaClass> predicate) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String message = type.getName() + " is " + description + " in " + type.getSourceCodeLocation();
                events.add(new SimpleConditionEvent(type, predicate.test(type), message));
            }
        };
    }

    private static ArchCondition<JavaField> beConstant() {
        return new ArchCondition<>("be constants") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                String wrong = mutability(field.reflect());
                String message = field.getFullName() + " " + wrong + " in " + field.getSourceCodeLocation();
                events.add(new SimpleConditionEvent(field, wrong.isEmpty(), message));
            }
        };
    }

    /** Why a static field is not a constant, or "" if it is one. */
    private static String mutability(Field field) {
        Class<?> type = field.getType();
        if (!Modifier.isFinal(field.getModifiers())) {
            return "is static, but not final";
        }
        if (type.isArray()) {
            boolean empty = Array.getLength(valueOf(field)) == 0;
            return empty ? "" : "is a static array, whose elements anyone may change";
        }
        if (CHANGING.stream().anyMatch(changing -> changing.isAssignableFrom(type))) {
            return "is a static " + type.getSimpleName() + ", which can change";
        }
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            String found = valueOf(field).getClass().getName();
            return UNMODIFIABLE.matcher(found).matches() ? "" : "is a static " + found + ", which can change";
        }
        return "";
    }

    private static Object valueOf(Field constant) {
        try {
            constant.setAccessible(true);
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + constant, e);
        }
    }
}
