package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream as text: what is saved can be loaded, everywhere, and nothing else. */
@InEveryLocale
class RandomStreamTextTest {
    @Test
    void aSavedStreamGoesOnAsIfNothingHadHappened() {
        RandomStream stream = new RandomStream(7);
        stream.gaussian();
        stream.below(10); // takes half of a number of 64 bits, and keeps the other half for the next
        String saved = stream.save();
        double[] expected = {stream.below(1000), stream.uniform(), stream.gaussian(), stream.below(1000)};
        RandomStream other = new RandomStream(7);
        other.uniform();
        other.load(saved);
        assertThat(new double[] {other.below(1000), other.uniform(), other.gaussian(), other.below(1000)})
                .containsExactly(expected);
        stream.load(saved);
        assertThat(stream.save()).isEqualTo(saved);
    }

    @Test
    void savingDrawsNothing() {
        RandomStream stream = new RandomStream(7);
        stream.save();
        assertThat(stream.uniform()).isEqualTo(new RandomStream(7).uniform());
    }

    @Test
    void theStateOfAnotherSeedIsRefused() {
        RandomStream stream = new RandomStream(7);
        String before = stream.save();
        String saved = new RandomStream(255).save();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.load(saved))
                .withMessage("random stream: the seed is 0000000000000007, that of the saved stream 00000000000000ff; "
                        + "start from the same seed");
        assertThat(stream.save()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123", "\n"})
    void whatIsNoStateIsRefused(String saved) {
        assertRefused(
                saved,
                "expected the 112 hexadecimal digits that save() gives, found " + saved.length() + " characters");
    }

    /** A generator of zeros gives zeros for ever; single bits are never drawn; what is left of a number has 32 bits, or is −1 for none. */
    @ParameterizedTest
    @CsvSource({"16, 64", "80, 16", "81, 1", "96, 8", "110, 2", "111, 1"})
    void whatNoStreamComesToIsRefused(int start, int digits) {
        assertRefused(
                withZeros(start, digits),
                "expected a state that save() gives, found one no stream comes to; the text was changed");
    }

    @ParameterizedTest
    @CsvSource({"16, 63", "96, 16", "104, 8"})
    void whatAStreamMayComeToIsTaken(int start, int digits) {
        String saved = withZeros(start, digits);
        RandomStream stream = new RandomStream(7);
        stream.load(saved);
        assertThat(stream.save()).isEqualTo(saved);
    }

    private static String withZeros(int start, int digits) {
        String saved = new RandomStream(7).save();
        return saved.substring(0, start) + "0".repeat(digits) + saved.substring(start + digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"g", "A", " ", "٧", "\n"})
    void otherCharactersThanHexadecimalDigitsAreRefused(String other) {
        String saved = new RandomStream(7).save();
        assertRefused(
                saved.substring(0, 111) + other,
                "expected the 112 hexadecimal digits that save() gives, found other characters");
    }

    private static void assertRefused(String saved, String message) {
        RandomStream stream = new RandomStream(7);
        stream.below(10);
        String before = stream.save();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.load(saved))
                .withMessage("random stream: " + message);
        assertThat(stream.save()).isEqualTo(before);
    }

    @Test
    void itsTextSaysTheSeed() {
        assertThat(new RandomStream(42)).hasToString("random stream of seed 42");
    }
}
