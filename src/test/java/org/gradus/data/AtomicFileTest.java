package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesAnOlderFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, new byte[] {1, 2, 3});
        AtomicFile.write(file, new byte[] {4});
        assertThat(Files.readAllBytes(file)).containsExactly(4);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMoveReplacesAnOlderFileToo() throws IOException {
        Path from = folder.resolve("new");
        Path to = folder.resolve("current");
        AtomicFile.write(from, new byte[] {5});
        AtomicFile.write(to, new byte[] {6, 7});
        AtomicFile.move(from, to);
        assertThat(Files.readAllBytes(to)).containsExactly(5);
        assertThat(from).doesNotExist();
    }

    @Test
    void whatAProcessThatWasKilledLeftBehindIsOverwritten() throws IOException {
        Files.write(folder.resolve(".a.txt.tmp"), new byte[100]);
        AtomicFile.write(folder.resolve("a.txt"), new byte[] {1, 2});
        assertThat(Files.readAllBytes(folder.resolve("a.txt"))).containsExactly(1, 2);
    }

    @Test
    void whenItFailsTheTemporaryFileIsGone() throws IOException {
        Path file = Files.createDirectories(folder.resolve("taken/below")).getParent(); // a folder that is not empty
        assertThatThrownBy(() -> AtomicFile.write(file, new byte[] {1})).isInstanceOf(IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
