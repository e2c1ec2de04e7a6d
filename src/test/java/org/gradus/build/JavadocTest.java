package org.gradus.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Whatever a user can call is documented, and so is each of its parameters. The compiler checks this itself from JDK 19 on;
 * before, it wants the parameters of a record documented a second time at its compact constructor (JDK-8275784).
 */
class JavadocTest {
    private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("\\s*(public|protected) \\w+ \\{");

    @Test
    void nothingIsMissing() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-Xdoclint:missing/protected", "-Xmaxwarns", "1000");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> paths =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(paths));
            task.analyze();
        }
        assertThat(found.getDiagnostics().stream()
                        .filter(diagnostic -> !isAboutCompactConstructor(diagnostic))
                        .map(Object::toString))
                .as("missing Javadoc")
                .isEmpty();
    }

    private static boolean isAboutCompactConstructor(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getMessage(null).startsWith("no @param")
                && COMPACT_CONSTRUCTOR.matcher(lineOf(diagnostic)).matches();
    }

    private static String lineOf(Diagnostic<? extends JavaFileObject> diagnostic) {
        try {
            List<String> lines = diagnostic
                    .getSource()
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .toList();
            return lines.get((int) diagnostic.getLineNumber() - 1);
        } catch (IOException e) {
            return "";
        }
    }
}
