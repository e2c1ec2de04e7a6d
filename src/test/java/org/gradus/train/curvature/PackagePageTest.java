package org.gradus.train.curvature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines on the package's page are Java as it stands. */
class PackagePageTest {
    private static final Path PAGE = Path.of("src/main/java/org/gradus/train/curvature/package-info.java");
    private static final Pattern LINES = Pattern.compile("(?s)<pre>\\{@code\\R(.*?)\\R \\* }</pre>");

    @TempDir
    private Path folder;

    @Test
    void itsLinesCompile() throws IOException {
        Matcher lines = LINES.matcher(Files.readString(PAGE));
        assertThat(lines.find()).isTrue();
        String body = lines.group(1).replaceAll("(?m)^ \\* ", "");
        assertThat(body.lines()).hasSizeBetween(8, 12);
        String imports = Stream.of("data", "nn", "nn.network", "optim.rule", "tensor", "train.curvature")
                .map(name -> "import org.gradus." + name + ".*;")
                .collect(Collectors.joining("\n"));
        Path source = Files.writeString(
                folder.resolve("Page.java"), imports + "\nclass Page { void run() {\n" + body + "\n} }\n");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> arguments = List.of("-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).as(body).isZero();
    }
}
