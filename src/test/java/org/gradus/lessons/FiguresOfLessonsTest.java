package org.gradus.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.lecture.FigureEntry;
import org.gradus.lecture.Figures;
import org.gradus.view.Receipt;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pictures of the lessons are the figures, drawn at full effort; whether this version draws them so, {@code .ci/run} asks. */
class FiguresOfLessonsTest {
    @Test
    void everyFigureIsThereAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(Pages.FIGURES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("pictures; to draw them: gradus figures --out FOLDER, then copy the .svg to %s", Pages.FIGURES)
                    .containsExactlyInAnyOrderElementsOf(Figures.meant(List.of()).stream()
                            .map(figure -> figure.file() + ".svg")
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> aPictureIsWhatItsNameSays() {
        return Figures.meant(List.of()).stream()
                .map(figure -> DynamicTest.dynamicTest(
                        figure.file(),
                        () -> assertThat(Includes.texts(picture(figure)).get(Receipt.COMMAND))
                                .isEqualTo("gradus figures --only " + figure.number())));
    }

    private static Path picture(FigureEntry figure) {
        return Pages.FIGURES.resolve(figure.file() + ".svg");
    }
}
