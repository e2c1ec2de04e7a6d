package org.gradus.lessons;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds the code of a part of a Java file by its name. */
final class SourceMembers {
    private SourceMembers() {}

    /**
     * The code of a part as it stands in its file, without Javadoc and without the file's indentation.
     *
     * @param file a Java file
     * @param member the name of a method, a field or a nested type, {@code new} for the constructors, the name of the file for the header of its
     *     type, or nothing for the whole type; where several have a name, all of them
     */
    static String code(Path file, String member) throws IOException {
        String text = Files.readString(file).replace("\r\n", "\n");
        String type = file.getFileName().toString().replace(".java", "");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            Finder finder = new Finder(unit, Trees.instance(task).getSourcePositions(), type, member);
            finder.scan(unit, "");
            if (finder.found.isEmpty()) {
                throw new IllegalArgumentException("there is no %s in %s".formatted(member, file));
            }
            return finder.found.stream()
                    .map(place -> part(text, place, member.equals(type)))
                    .collect(Collectors.joining("\n\n"));
        }
    }

    private record Place(int start, int end) {}

    private static String part(String text, Place place, boolean header) {
        int end = header ? text.indexOf('{', text.indexOf(')', place.start)) : place.end;
        int margin = place.start - (text.lastIndexOf('\n', place.start) + 1);
        return text.substring(place.start, end)
                .replaceAll("\n {%d}".formatted(margin), "\n")
                .stripTrailing();
    }

    /** Walks a parsed file; the argument of each visit is the name of the type around it. */
    private static final class Finder extends TreeScanner<Void, String> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String type;
        private final String member;
        private final List<Place> found = new ArrayList<>();

        Finder(CompilationUnitTree unit, SourcePositions positions, String type, String member) {
            this.unit = unit;
            this.positions = positions;
            this.type = type;
            this.member = member;
        }

        @Override
        public Void visitClass(ClassTree tree, String outer) {
            String name = tree.getSimpleName().toString();
            if (name.equals(member.isEmpty() ? type : member)) {
                add(tree);
                return null;
            }
            return super.visitClass(tree, name);
        }

        @Override
        public Void visitMethod(MethodTree tree, String outer) {
            String name = tree.getName().toString().replace("<init>", "new");
            if (name.equals(member)) {
                add(tree);
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, String outer) {
            if (tree.getName().contentEquals(member)) {
                add(tree);
            }
            return null;
        }

        private void add(Tree tree) {
            found.add(new Place(
                    (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree)));
        }
    }
}
