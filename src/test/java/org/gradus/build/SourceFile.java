package org.gradus.build;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java file as its author sees it: its length, its types with their Javadoc, its methods. */
record SourceFile(Path path, int lines, List<Type> types, List<Method> methods) {

    /** A named type: the simple names it implements or extends, and its lines, the Javadoc included. */
    record Type(String name, boolean isInterface, Set<String> supertypes, int lines) {}

    /** A method or constructor of the named type: its lines without the Javadoc. */
    record Method(String type, String name, boolean isPublic, int lines) {}

    /** Every Java file below a directory, in the order of their paths; none if the directory is missing. */
    static List<SourceFile> below(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(directory)) {
            return parse(found.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> parse(List<Path> paths) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> result = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Reader reader = new Reader(
                        unit, unit.getSourceFile().getCharContent(true).toString(), positions);
                reader.scan(unit, "");
                Path path = Path.of(unit.getSourceFile().toUri());
                result.add(new SourceFile(
                        Path.of("").toAbsolutePath().relativize(path),
                        (int) reader.text.lines().count(),
                        List.copyOf(reader.types),
                        List.copyOf(reader.methods)));
            }
            return List.copyOf(result);
        }
    }

    /** Walks a parsed file; the argument of each visit is the name of the type around it. */
    private static final class Reader extends TreeScanner<Void, String> {
        private final CompilationUnitTree unit;
        private final String text;
        private final SourcePositions positions;
        private final List<Type> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();

        Reader(CompilationUnitTree unit, String text, SourcePositions positions) {
            this.unit = unit;
            this.text = text;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree tree, String outer) {
            String name = tree.getSimpleName().toString();
            if (!name.isEmpty()) {
                Set<String> supertypes = Stream.concat(
                                tree.getImplementsClause().stream(), Stream.ofNullable(tree.getExtendsClause()))
                        .map(type -> type.toString().replaceAll("<.*", "").replaceAll(".*\\.", ""))
                        .collect(Collectors.toUnmodifiableSet());
                boolean isInterface = tree.getKind() == Tree.Kind.INTERFACE;
                types.add(new Type(name, isInterface, supertypes, lines(javadocStart(tree), end(tree))));
            }
            return super.visitClass(tree, name);
        }

        @Override
        public Void visitMethod(MethodTree tree, String type) {
            boolean isPublic = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
            methods.add(new Method(type, tree.getName().toString(), isPublic, lines(start(tree), end(tree))));
            return super.visitMethod(tree, type);
        }

        private int start(Tree tree) {
            return (int) positions.getStartPosition(unit, tree);
        }

        private int end(Tree tree) {
            return (int) positions.getEndPosition(unit, tree);
        }

        private int javadocStart(Tree tree) {
            int start = start(tree);
            String before = text.substring(0, start).stripTrailing();
            return before.endsWith("*/") ? before.lastIndexOf("/*") : start;
        }

        private int lines(int start, int end) {
            return (int) text.substring(start, end).lines().count();
        }
    }
}
