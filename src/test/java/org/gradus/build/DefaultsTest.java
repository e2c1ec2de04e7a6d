package org.gradus.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What no class leaves to the machine: the locale, by which numbers are written and read and words sorted, and the charset, by which bytes are
 * letters. Beside {@link LocaleTest}, which judges formats by their text.
 */
@AnalyzeClasses(packages = "org.gradus", importOptions = OursWithoutTests.class)
class DefaultsTest {
    private static final Set<String> LOCALE_DEPENDENT = Set.of(
            "java.text.NumberFormat",
            "java.text.DecimalFormat",
            "java.text.DecimalFormatSymbols",
            "java.text.SimpleDateFormat",
            "java.text.DateFormat",
            "java.text.MessageFormat",
            "java.text.Collator",
            "java.text.BreakIterator",
            "java.time.format.DateTimeFormatter",
            "java.util.Formatter",
            "java.util.Scanner");

    /** Their methods that make one, or read with one, and take a locale where they are to be trusted. */
    private static final Set<String> MAKE_ONE = Set.of("<init>", "ofPattern", "format", "parse");

    private static final Set<String> BYTES_AND_LETTERS = Set.of(
            "java.lang.String",
            "java.io.InputStreamReader",
            "java.io.OutputStreamWriter",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.PrintWriter",
            "java.io.PrintStream",
            "java.util.Scanner",
            "java.util.Formatter");

    private static final Set<String> BYTES =
            Set.of("[B", "byte[]", "java.io.InputStream", "java.io.OutputStream", "java.io.File", "java.nio.file.Path");

    @ArchTest
    static final ArchRule NO_DEFAULT_LOCALE = noClasses()
            .should()
            .accessTargetWhere(describe("what takes the default locale", DefaultsTest::takesTheLocale))
            .because("text is the same in every locale: give Locale.ROOT");

    @ArchTest
    static final ArchRule NO_DEFAULT_CHARSET = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.gradus.cli.terminal.Terminal") // which has to know what the console reads
            .should()
            .accessTargetWhere(describe("what takes the default charset", DefaultsTest::takesTheCharset))
            .because("files are UTF-8 on every machine: give StandardCharsets.UTF_8");

    private static boolean takesTheLocale(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (owner.equals("java.util.Locale")) {
            return name.equals("getDefault");
        }
        return LOCALE_DEPENDENT.contains(owner)
                && (MAKE_ONE.contains(name) && !isStaticConstant(access) || name.matches("get\\w*Instance"))
                && !parameters(access).contains("java.util.Locale")
                && !(owner.equals("java.util.Formatter") && name.equals("format"));
    }

    private static boolean isStaticConstant(JavaAccess<?> access) {
        return !(access.getTarget() instanceof CodeUnitAccessTarget);
    }

    private static boolean takesTheCharset(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        List<String> parameters = parameters(access);
        boolean told = parameters.contains("java.nio.charset.Charset")
                || parameters.contains("java.nio.charset.CharsetDecoder")
                || parameters.contains("java.nio.charset.CharsetEncoder");
        if (name.equals("<init>")) {
            boolean ofBytes = parameters.stream().anyMatch(BYTES::contains)
                    || owner.startsWith("java.io.File") && parameters.contains("java.lang.String")
                    || owner.startsWith("java.io.Print") && parameters.get(0).equals("java.lang.String");
            return BYTES_AND_LETTERS.contains(owner) && ofBytes && !told;
        }
        return owner.equals("java.lang.String") && name.equals("getBytes") && !told
                || owner.equals("java.io.ByteArrayOutputStream") && name.equals("toString") && !told
                || owner.equals("java.nio.charset.Charset") && name.equals("defaultCharset");
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    @Test
    void whatTakesTheLocaleIsFound() {
        assertThat(kinds(NO_DEFAULT_LOCALE, Careless.Words.class)).isEqualTo(10);
        assertThat(kinds(NO_DEFAULT_LOCALE, Careful.class)).isZero();
    }

    @Test
    void whatTakesTheCharsetIsFound() {
        assertThat(kinds(NO_DEFAULT_CHARSET, Careless.Letters.class)).isEqualTo(13);
        assertThat(kinds(NO_DEFAULT_CHARSET, Careful.class)).isZero();
    }

    /** How many methods and constructors a rule finds in a class. */
    private static long kinds(ArchRule rule, Class<?> type) {
        JavaClasses classes = new ClassFileImporter().importClasses(type);
        return rule.evaluate(classes).getFailureReport().getDetails().stream()
                .map(detail -> detail.replaceFirst("(?s) in \\([^()]*\\).*", ""))
                .distinct()
                .count();
    }

    /** What must not be. */
    private static final class Careless {
        static final class Words {
            List<Object> all() {
                return Arrays.asList(
                        NumberFormat.getInstance(),
                        NumberFormat.getPercentInstance(),
                        new DecimalFormat("0.0"),
                        new SimpleDateFormat("MMM"),
                        new MessageFormat("{0}"),
                        Collator.getInstance(),
                        DateTimeFormatter.ofPattern("MMM"),
                        new Formatter(),
                        new Scanner("1,5"),
                        Locale.getDefault());
            }
        }

        static final class Letters {
            List<Object> all(byte[] bytes, InputStream in, OutputStream out, String file) throws IOException {
                return Arrays.asList(
                        new String(bytes),
                        new String(bytes, 0, 1),
                        file.getBytes(),
                        new InputStreamReader(in),
                        new OutputStreamWriter(out),
                        new FileReader(file),
                        new FileWriter(file),
                        new PrintWriter(file),
                        new PrintWriter(out),
                        new PrintStream(out),
                        new Scanner(in),
                        new ByteArrayOutputStream().toString(),
                        Charset.defaultCharset());
            }
        }
    }

    /** What may be. */
    private static final class Careful {
        Stream<Object> all(byte[] bytes, char[] letters, InputStream in, OutputStream out, Charset charset)
                throws IOException {
            return Stream.of(
                    NumberFormat.getInstance(Locale.ROOT),
                    DateTimeFormatter.ISO_INSTANT,
                    new String(bytes, charset),
                    new String(letters, 0, 1),
                    "a".getBytes(charset),
                    new InputStreamReader(in, charset),
                    new OutputStreamWriter(out, charset),
                    new PrintWriter(new OutputStreamWriter(out, charset)),
                    new PrintStream(out, false, charset),
                    new ByteArrayInputStream(bytes));
        }
    }
}
