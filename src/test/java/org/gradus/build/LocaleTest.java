package org.gradus.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text is the same in every locale: in Egypt {@code %d} writes other digits, in Germany {@code %.1f} a comma, and in Turkey
 * {@code "I".toLowerCase()} is no {@code "i"}. A whole number in a message is {@code %s}; all else says {@code Locale.ROOT}.
 */
class LocaleTest {
    private static final Pattern DEPENDS_ON_LOCALE =
            Pattern.compile("%(\\d+\\$)?[-#+0,(]*\\d*(\\.\\d+)?([doxXeEfgGaA]|[tT][a-zA-Z])");

    private static final Pattern CHANGES_CASE = Pattern.compile("to(Upper|Lower)Case");

    /** Methods whose first argument may be a locale and then rules the formats behind it. */
    private static final Pattern FORMATS = Pattern.compile("format|printf");

    /** Calls that format in the default locale unless they are given another first. */
    private static final Pattern FORMATS_BY_LOCALE = Pattern.compile("String\\.format|.*\\.printf");

    @Test
    void noTextDependsOnTheLocale() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> main = Files.walk(Path.of("src/main/java"));
                Stream<Path> vector = Files.walk(Path.of("src/vector/java"))) {
            List<Path> sources = Stream.concat(main, vector)
                    .filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(complaints(files.getJavaFileObjectsFromPaths(sources)))
                    .as("write %s for a whole number, and String.format(Locale.ROOT, …) for the rest")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%d\".formatted(1)",
                "\"found %,d of \".formatted(1)",
                "(\"a %s\" + \"b %.1f\").formatted(1, 1.0)",
                "String.format(\"%08x\", 1)",
                "String.format(Locale.getDefault(), \"%e\", 1.0)",
                "System.out.printf(\"%5.3g\", 1.0)",
                "String.format(Locale.ROOT, \"%s\", \"%d\".formatted(1))",
                "wrong(\"expected %1$d\", 1)",
                "\"\"\"\n%d\n\"\"\".formatted(1)",
                "String.format(form, 1)",
                "String.format(Locale.getDefault(), form, 1)",
                "out.printf(form, 1)",
                "\"I\".toLowerCase()",
                "name().toUpperCase()",
                "stream.map(String::toLowerCase)"
            })
    void whatDependsOnTheLocaleIsFound(String expression) throws IOException {
        assertThat(complaints(List.of(source(expression)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%s of %5s at 100 % of %% d\".formatted(1, 2)",
                "String.format(Locale.ROOT, \"%d %.1f\", 1, 1.0)",
                "String.format(Locale.ROOT, wide ? \"%d\" : \"%5d\" + \"%e\", 1)",
                "out.printf(Locale.ROOT, \"%d\", 1)",
                "String.format(Locale.ROOT, form, 1)",
                "String.format(\"%s of %s\", 1, 2)",
                "\"I\".toLowerCase(Locale.ROOT)"
            })
    void whatDoesNotIsNot(String expression) throws IOException {
        assertThat(complaints(List.of(source(expression)))).isEmpty();
    }

    private static JavaFileObject source(String expression) {
        return new SimpleJavaFileObject(URI.create("string:///X.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "class X {\nObject x = " + expression + ";\n}";
            }
        };
    }

    private static List<String> complaints(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<String> complaints = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new Scanner(Trees.instance(task), unit, complaints).scan(unit, null);
        }
        return complaints;
    }

    /** Looks at each string and each call; literals are judged wherever they stand, because a format may be handed on. */
    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<String> complaints;

        Scanner(Trees trees, CompilationUnitTree unit, List<String> complaints) {
            this.trees = trees;
            this.unit = unit;
            this.complaints = complaints;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text
                    && DEPENDS_ON_LOCALE.matcher(text.replace("%%", "")).find()
                    && !isUnderRoot(getCurrentPath())) {
                complain(literal, "\"" + text.strip() + "\"");
            }
            return super.visitLiteral(literal, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getArguments().isEmpty()
                    && CHANGES_CASE.matcher(name(call.getMethodSelect())).matches()) {
                complain(call, name(call.getMethodSelect()) + "()");
            }
            if (FORMATS_BY_LOCALE.matcher(call.getMethodSelect().toString()).matches()
                    && !call.getArguments().get(0).toString().equals("Locale.ROOT")
                    && call.getArguments().stream().limit(2).noneMatch(a -> a.getKind() == Tree.Kind.STRING_LITERAL)) {
                complain(call, call.getMethodSelect() + " of a format that is not seen");
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            if (CHANGES_CASE.matcher(reference.getName()).matches()) {
                complain(reference, "::" + reference.getName());
            }
            return super.visitMemberReference(reference, nothing);
        }

        /** Whether the nearest call around a literal, of which it is an argument, is one that formats in no locale. */
        private static boolean isUnderRoot(TreePath literal) {
            for (TreePath path = literal; path.getParentPath() != null; path = path.getParentPath()) {
                if (path.getParentPath().getLeaf() instanceof MethodInvocationTree call) {
                    return call.getArguments().contains(path.getLeaf())
                            && FORMATS.matcher(name(call.getMethodSelect())).matches()
                            && call.getArguments().get(0).toString().equals("Locale.ROOT");
                }
            }
            return false;
        }

        private static String name(ExpressionTree method) {
            return method instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : method.toString();
        }

        private void complain(Tree tree, String what) {
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            complaints.add("%s:%s: %s".formatted(unit.getSourceFile().getName(), line, what));
        }
    }
}
