package org.gradus.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLinesTest {
    @Test
    void onlyPagesOfTracesAreLiving() {
        String block = """
                gradus trace adam --steps 3
                gradus trace adam --steps 3 --format html --out target/adam.html
                gradus trace "lookahead(adam)" \\
                  --out=x.html --format=html
                gradus diff adam sgd
                # gradus trace sgd --format html
                """;
        assertThat(CommandLines.living(new FencedBlock("sh", 1, 8, block.lines().toList(), false)))
                .containsExactly(
                        List.of("trace", "adam", "--steps", "3", "--format", "html"),
                        List.of("trace", "lookahead(adam)", "--format=html"));
    }
}
